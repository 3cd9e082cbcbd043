package org.branchline.upgrade;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What migrations since the last release do to processes of it, and whether they may: only what a recorded release stopped
 * using may be taken away, in a file whose name tells a still older program not to start.
 */
final class Contraction {

    private static final Pattern STATED = Pattern.compile("-- contracts: .+ unused since (v\\d+\\.\\d+\\.\\d+)");

    private final List<Migration> migrations;
    private final List<Release> releases;

    Contraction(List<Migration> migrations, List<Release> releases) {
        this.migrations = migrations;
        this.releases = releases;
    }

    /** A sentence for each statement that may not be as it is. */
    List<String> problems() {
        int last = releases.get(releases.size() - 1).schema();
        Expansion expansion = new Expansion(migrations.stream()
                .filter(migration -> migration.number() <= last)
                .toList());
        List<String> problems = new ArrayList<>();
        for (Migration migration : migrations) {
            if (migration.number() > last) {
                for (Statement statement : Statement.in(migration.text())) {
                    expansion
                            .harm(statement)
                            .flatMap(harm -> unlessStated(migration, statement, harm))
                            .ifPresent(problems::add);
                }
            }
        }
        return problems;
    }

    private Optional<String> unlessStated(Migration migration, Statement statement, String harm) {
        String place = migration.file() + ": `" + shortened(statement.text()) + "`: ";
        Matcher stated = STATED.matcher(statement.comment());
        if (!stated.find()) {
            return Optional.of(place + harm + ". Expand now; once a release does without it, put it below a line"
                    + " \"-- contracts: …, unused since vX.Y.Z\" into a file of its own (README of the migrations).");
        }
        int at = releases.stream().map(Release::name).toList().indexOf(stated.group(1));
        if (at < 0) {
            return Optional.of(place + stated.group(1) + " is not among the recorded releases.");
        }
        int schema = releases.get(at).schema();
        if (at > 0 && releases.get(at - 1).schema() == schema) {
            return Optional.of(place + stated.group(1) + " has the schema of "
                    + releases.get(at - 1).name()
                    + ", which could not be told not to start: wait for a release with a migration of its own.");
        }
        String name = "V" + migration.number() + "__contract_" + schema + "_";
        return migration.file().startsWith(name)
                ? Optional.empty()
                : Optional.of(place + "programs older than " + stated.group(1) + " must not start on it: name the file "
                        + name + "….sql.");
    }

    private static String shortened(String text) {
        return text.length() <= 60 ? text : text.substring(0, 60) + "…";
    }
}
