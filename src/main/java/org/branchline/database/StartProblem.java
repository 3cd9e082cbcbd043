package org.branchline.database;

/** Why the process cannot start: one line that says what happened and what to do, shown without a stack trace. */
public final class StartProblem extends RuntimeException {

    public StartProblem(String line) {
        super(line.strip().replaceAll("\\s*\\R\\s*", " "), null, false, false);
    }

    /** The line. */
    public String line() {
        return String.valueOf(getMessage());
    }
}
