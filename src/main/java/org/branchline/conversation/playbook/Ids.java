package org.branchline.conversation.playbook;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** What may be an id. */
final class Ids {

    /** Buttons carry the ids of options: Telegram leaves them 64 bytes, of which the press needs half. */
    static final int MOST = 30;

    private static final Set<String> RESERVED = Set.of(
            "as",
            "break",
            "const",
            "continue",
            "else",
            "false",
            "for",
            "function",
            "if",
            "import",
            "in",
            "let",
            "loop",
            "namespace",
            "null",
            "package",
            "return",
            "true",
            "var",
            "void",
            "while",
            "answer",
            "int",
            "uint",
            "double",
            "bool",
            "string",
            "bytes",
            "list",
            "map",
            "type",
            "dyn",
            "google",
            "size",
            "has",
            "all",
            "exists",
            "exists_one",
            "filter",
            "timestamp",
            "duration",
            "matches",
            "null_type",
            Dates.TODAY);

    private Ids() {}

    /** Whether conditions can speak of it. */
    static boolean speakable(String id) {
        return snakeCase(id) && !RESERVED.contains(id);
    }

    static void questions(Draft draft, Findings findings) {
        Set<String> seen = new HashSet<>();
        for (int place = 0; place < draft.questions().size(); place++) {
            Question question = draft.questions().get(place);
            String path = "questions[" + place + "]";
            if (RESERVED.contains(question.id())) {
                findings.add(new Problem.BadId(
                        path + ".id",
                        question.id(),
                        "It is a word of the condition language; add to it, for example '" + question.id() + "_1'."));
            } else if (!snakeCase(question.id())) {
                findings.add(new Problem.BadId(path + ".id", question.id(), right(question.id())));
            }
            if (!seen.add(question.id())) {
                findings.add(new Problem.DuplicateId(path + ".id", question.id()));
            }
            options(question, path, findings);
        }
    }

    private static void options(Question question, String path, Findings findings) {
        Set<String> seen = new HashSet<>();
        for (Option option : question.kind().options()) {
            String at = path + ".options." + option.id();
            if (!snakeCase(option.id())) {
                findings.add(new Problem.BadId(at, option.id(), right(option.id())));
            }
            if (!seen.add(option.id())) {
                findings.add(new Problem.DuplicateId(at, option.id()));
            }
        }
    }

    private static boolean snakeCase(String id) {
        return !id.isEmpty()
                && id.length() <= MOST
                && small(id.charAt(0))
                && id.chars().allMatch(c -> small(c) || digit(c) || c == '_');
    }

    private static boolean small(int c) {
        return c >= 'a' && c <= 'z';
    }

    private static boolean digit(int c) {
        return c >= '0' && c <= '9';
    }

    private static String right(String id) {
        StringBuilder right = new StringBuilder();
        for (char c : id.toLowerCase(Locale.ROOT).toCharArray()) {
            boolean letter = small(c) || (digit(c) && !right.isEmpty());
            right.append(letter ? c : right.isEmpty() ? "" : "_");
        }
        String example = right.length() > MOST ? right.substring(0, MOST) : right.toString();
        return "Write small letters, digits and underscores, at most " + MOST + " of them"
                + (example.isEmpty() ? "." : ", for example '" + example + "'.");
    }
}
