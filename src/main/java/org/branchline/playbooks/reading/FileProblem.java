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

    /** One line, for example {@code skills-audit.yaml:14: there is no language "dk"; did you mean "da"?} */
    @Override
    public String toString() {
        StringBuilder line = new StringBuilder(file).append(':').append(place.line());
        line.append(severity == Severity.WARNING ? ": warning: " : ": ").append(wrong);
        if (!right.isEmpty()) {
            line.append("; ").append(right);
        }
        return line.toString();
    }
}
