package org.branchline.upgrade;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is done to columns and constraints of a table that a release has. */
final class Columns {

    private static final Set<String> GRAMMAR = Set.of(
            "check",
            "not",
            "valid",
            "null",
            "is",
            "and",
            "or",
            "in",
            "between",
            "true",
            "false",
            "any",
            "array",
            "length",
            "distinct",
            "from",
            "constraint",
            "add",
            "coalesce");

    private static final Pattern ADD_COLUMN = Pattern.compile(
            "add (?:column )?(?:if not exists )?(?!constraint |check |foreign |unique |primary |exclude )(\\w+) (.*)");
    private static final Pattern ADD_CHECK = Pattern.compile("add (?:constraint (\\w+) )?(check .*)");
    private static final Pattern ADD_KEY =
            Pattern.compile("add (?:constraint \\w+ )?(?:foreign key|unique) ?\\(([^)]*)\\).*");
    private static final Pattern DROP_CONSTRAINT = Pattern.compile("drop constraint (?:if exists )?(\\w+)");
    private static final Pattern ALTER_COLUMN = Pattern.compile("alter (?:column )?(\\w+) (.*)");
    private static final Pattern HARMLESS =
            Pattern.compile("(enable|force|validate constraint) .*|set \\(.*|disable rule .*|drop constraint .*");
    private static final Pattern LIST = Pattern.compile("\\b(\\w+) in \\(([^)]*)\\)");

    private final List<Statement> before;
    private final Set<String> added = new HashSet<>();

    Columns(List<Statement> before) {
        this.before = before;
    }

    void note(String table, String clause) {
        Matcher add = ADD_COLUMN.matcher(clause);
        if (add.matches()) {
            added.add(table + "." + add.group(1));
        }
    }

    /** @param all the clauses of the same statement */
    Optional<String> harm(String table, String clause, Set<String> all) {
        Matcher add = ADD_COLUMN.matcher(clause);
        if (add.matches()) {
            return needsValue(add.group(2))
                    ? Optional.of("the release before writes rows of " + table + " without " + add.group(1)
                            + ": give it a default, or let it be null")
                    : Optional.empty();
        }
        Matcher check = ADD_CHECK.matcher(clause);
        if (check.matches()) {
            return widens(table, check, all) || onlyNew(table, check.group(2))
                    ? Optional.empty()
                    : Optional.of("the release before may write to " + table + " what this refuses: " + check.group(2));
        }
        Matcher key = ADD_KEY.matcher(clause);
        if (key.matches()) {
            return anyNew(table, key.group(1))
                    ? Optional.empty()
                    : Optional.of(
                            "the release before may write to " + table + " what this refuses: " + clause.substring(4));
        }
        Matcher drop = DROP_CONSTRAINT.matcher(clause);
        if (drop.matches()
                && !drop.group(1).endsWith("_check")
                && !drop.group(1).endsWith("_fkey")) {
            return Optional.of("the release before may name " + drop.group(1) + " with `on conflict`");
        }
        Matcher alter = ALTER_COLUMN.matcher(clause);
        if (alter.matches()) {
            return alter.group(2).startsWith("set default") || added.contains(table + "." + alter.group(1))
                    ? Optional.empty()
                    : Optional.of("the release before reads and writes " + table + "." + alter.group(1) + " as it was");
        }
        return HARMLESS.matcher(clause).matches()
                ? Optional.empty()
                : Optional.of("the release before uses " + table + " as it was before `" + clause + "`");
    }

    private static boolean needsValue(String type) {
        return type.contains("not null") && !type.contains("default") && !type.contains("generated");
    }

    /** Whether a check over a list of values takes the place of one that took no other values. */
    private boolean widens(String table, Matcher check, Set<String> all) {
        Matcher list = LIST.matcher(check.group(2));
        if (check.group(1) == null || !all.contains("drop constraint " + check.group(1)) || !list.find()) {
            return false;
        }
        return last(table, list.group(1))
                .filter(values -> Set.copyOf(Statement.parts(list.group(2))).containsAll(Statement.parts(values)))
                .isPresent();
    }

    /** The values that a column took last. */
    private Optional<String> last(String table, String column) {
        Pattern ours = Pattern.compile("(create|alter) table " + table + "\\b.*");
        return before.stream()
                .map(Statement::text)
                .filter(text -> ours.matcher(text).matches())
                .flatMap(text -> LIST.matcher(text).results())
                .filter(found -> found.group(1).equals(column))
                .map(found -> found.group(2))
                .reduce((one, later) -> later);
    }

    /** Whether older processes leave one of these columns empty, so that a key over them binds them to nothing. */
    boolean anyNew(String table, String list) {
        return Expansion.words(list).stream().anyMatch(word -> added.contains(table + "." + word));
    }

    private boolean onlyNew(String table, String check) {
        return Expansion.words(check).stream()
                .allMatch(word -> GRAMMAR.contains(word) || added.contains(table + "." + word));
    }
}
