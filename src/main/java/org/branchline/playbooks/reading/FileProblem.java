package org.branchline.playbooks.reading;

/**
 * What is wrong at one place of a file.
 *
 * @param file the file's path as the reader of the problem would type it
 * @param wrong what is there, a sentence without its full stop
 * @param right what would be right, likewise; empty where that is obvious
 */
public record FileProblem(String file, Place place, Severity severity, String wrong, String right) {

    /** What the problem stops. */
    public enum Severity {
        /** The folder is refused. */
        ERROR,
        /** Works, but people will have trouble with it. */
        WARNING
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** One line, for example {@code skills-audit.yaml:14: "aks" is not known in "questions". Did you mean "ask"?} */
    @Override
    public String toString() {
        String where = file + ":" + place.line() + (severity == Severity.WARNING ? ": warning: " : ": ");
        return where + sentence(wrong) + (right.isEmpty() ? "" : " " + sentence(right));
    }

    private static String sentence(String text) {
        int first = text.codePointAt(0);
        String begun = Character.toString(Character.toUpperCase(first)) + text.substring(Character.charCount(first));
        boolean ends = text.indexOf('\n') >= 0 || ".?!".indexOf(text.charAt(text.length() - 1)) >= 0;
        return ends ? begun : begun + ".";
    }
}
