package org.branchline.start.doctor;

/**
 * One line of what was found.
 *
 * @param about what was looked at, a word
 * @param said what is well, or what is wrong and what to do
 */
record Finding(Verdict verdict, String about, String said) {

    /** How bad it is. */
    enum Verdict {
        OK("ok  "),
        /** The service starts and works; somebody should know. */
        WARN("warn"),
        /** The service does not start, or people get no answer. */
        FAIL("FAIL");

        private final String shown;

        Verdict(String shown) {
            this.shown = shown;
        }
    }

    /** Wide enough for the longest word. */
    private static final int COLUMN = 15;

    static Finding ok(String about, String said) {
        return new Finding(Verdict.OK, about, said);
    }

    static Finding warn(String about, String said) {
        return new Finding(Verdict.WARN, about, said);
    }

    static Finding fail(String about, String said) {
        return new Finding(Verdict.FAIL, about, said);
    }

    /** A line, for example {@code FAIL token          TELEGRAM_BOT_TOKEN is not set …}. */
    @Override
    public String toString() {
        return verdict.shown + " " + about + " ".repeat(COLUMN - about.length()) + said;
    }
}
