package org.branchline.database.ground;

import java.util.Collection;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.branchline.database.StartProblem;

/**
 * What a database has of later releases, as it is after a roll-back of the program. Their migrations only add, but for those
 * whose name says for whom they take away: {@code V40__contract_33_nicknames.sql} lets programs live that have V33.
 *
 * @param newest the database's newest migration
 * @param needed the newest migration a program has to have for this schema; 0 for any
 */
record Later(int newest, int needed) {

    private static final Pattern VERSION = Pattern.compile("V(\\d+)__.*");
    private static final Pattern CONTRACTION = Pattern.compile("V\\d+__contract_(\\d+)_.*");

    /** @param applied the names of the database's migrations */
    static Later of(Collection<String> applied) {
        return new Later(highest(VERSION, applied), highest(CONTRACTION, applied));
    }

    /**
     * Whether a program can work on it.
     *
     * @param own its newest migration
     * @param place where the database is
     * @return what the operator should know
     * @throws StartProblem when something was taken away that it uses
     */
    Optional<String> met(int own, String place) {
        if (needed > own) {
            throw new StartProblem("The schema in " + place + " is V" + newest
                    + " of a later release, which took away what this release (V" + own
                    + ") uses: start a release whose schema is V" + needed + " or newer.");
        }
        return newest > own
                ? Optional.of("The schema in " + place + " is V" + newest + " of a later release; this one's is V" + own
                        + ". It has all that this release uses.")
                : Optional.empty();
    }

    private static int highest(Pattern pattern, Collection<String> names) {
        OptionalInt highest = names.stream()
                .flatMap(name -> pattern.matcher(name).results())
                .map((MatchResult found) -> found.group(1))
                .mapToInt(Integer::parseInt)
                .max();
        return highest.orElse(0);
    }
}
