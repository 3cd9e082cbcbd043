package org.branchline.upgrade;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads migrations since a release, one after the other, for what processes of that release cannot live with: they run on the
 * new schema while a roll-out lasts, and again after a roll-back. What it does not know it refuses.
 */
final class Expansion {

    private static final String ROWS_LOST = "rows that the release before reads are gone";

    /** Harmless whatever it says: it adds, or moves rows that stay. */
    private static final Pattern ADDS = Pattern.compile("(create (or replace )?"
            + "(index|view|function|procedure|trigger|sequence|type|policy)|call protect|grant|comment on|insert into"
            + "|update|select|set|analyze)\\b.*");

    private static final Pattern NEW_TABLE = Pattern.compile("create table (?:if not exists )?(\\w+).*");
    private static final Pattern UNIQUE_INDEX = Pattern.compile("create unique index \\w+ on (\\w+) ?\\((.*?)\\).*");
    private static final Pattern ALTER = Pattern.compile("alter table (?:if exists )?(?:only )?(\\w+) (.*)");
    private static final Pattern DELETE = Pattern.compile("(?:delete from|truncate(?: table)?) (\\w+).*");
    private static final Pattern DROP_INDEX = Pattern.compile("drop index (?:if exists )?(\\w+)");
    private static final Pattern DROP = Pattern.compile("drop (?:materialized )?(\\w+) (?:if exists )?(\\S+).*");
    private static final Pattern IN_A_BLOCK =
            Pattern.compile("do .*\\b(drop|alter|truncate|delete|create|execute)\\b.*");

    private final List<Statement> before;
    private final Set<String> newTables = new HashSet<>();
    private final Columns columns;

    /** @param before what was applied with the release */
    Expansion(List<Migration> before) {
        this.before = before.stream()
                .flatMap(migration -> Statement.in(migration.text()).stream())
                .toList();
        this.columns = new Columns(this.before);
    }

    /**
     * What is wrong with the next statement for the release before.
     *
     * @return a sentence's end, or nothing where processes of it live on
     */
    Optional<String> harm(Statement statement) {
        String text = statement.text();
        Matcher table = NEW_TABLE.matcher(text);
        if (table.matches()) {
            newTables.add(table.group(1));
            return Optional.empty();
        }
        Matcher alter = ALTER.matcher(text);
        if (alter.matches()) {
            return newTables.contains(alter.group(1)) ? Optional.empty() : altered(alter.group(1), alter.group(2));
        }
        Matcher unique = UNIQUE_INDEX.matcher(text);
        if (unique.matches()) {
            return newTables.contains(unique.group(1)) || columns.anyNew(unique.group(1), unique.group(2))
                    ? Optional.empty()
                    : Optional.of("the release before may write to " + unique.group(1) + " twice what is to be unique");
        }
        Matcher delete = DELETE.matcher(text);
        if (delete.matches()) {
            return newTables.contains(delete.group(1)) ? Optional.empty() : Optional.of(ROWS_LOST);
        }
        return dropped(text).or(() -> block(text)).or(() -> unknown(text));
    }

    private Optional<String> dropped(String text) {
        Matcher index = DROP_INDEX.matcher(text);
        if (index.matches()) {
            return before.stream()
                            .anyMatch(statement ->
                                    statement.text().startsWith("create unique index " + index.group(1) + " "))
                    ? Optional.of("the release before may name it with `on conflict`")
                    : Optional.empty();
        }
        Matcher drop = DROP.matcher(text);
        return drop.matches()
                ? Optional.of("the release before uses the " + drop.group(1) + " " + drop.group(2))
                : Optional.empty();
    }

    private static Optional<String> block(String text) {
        Matcher block = IN_A_BLOCK.matcher(text);
        return block.matches()
                ? Optional.of("what a block does with `" + block.group(1) + "` cannot be read here")
                : Optional.empty();
    }

    private static Optional<String> unknown(String text) {
        boolean known = ADDS.matcher(text).matches()
                || text.startsWith("do ")
                || DROP_INDEX.matcher(text).matches();
        return known ? Optional.empty() : Optional.of("this kind of statement is not known to be harmless");
    }

    private Optional<String> altered(String table, String clauses) {
        List<String> parts = Statement.parts(clauses);
        // Columns first: a check over nothing but them binds no older process.
        parts.forEach(part -> columns.note(table, part));
        List<String> harms = new ArrayList<>();
        for (String part : parts) {
            columns.harm(table, part, Set.copyOf(parts)).ifPresent(harms::add);
        }
        return harms.stream().reduce((one, other) -> one + ", and " + other);
    }

    /** The words of an expression that may be columns. */
    static Set<String> words(String expression) {
        return Stream.of(expression.replaceAll("'[^']*'", " ").split("\\W+"))
                .filter(word -> word.matches("[a-z_]\\w*"))
                .collect(Collectors.toSet());
    }
}
