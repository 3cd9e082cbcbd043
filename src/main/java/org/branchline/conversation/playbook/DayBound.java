package org.branchline.conversation.playbook;

import java.time.LocalDate;
import java.time.Period;

/** The first or the last day that a question takes. */
public sealed interface DayBound {

    DayBound TODAY = new FromToday(Period.ZERO);

    LocalDate on(LocalDate today);

    /** As people write it in a playbook. */
    String written();

    /** Always the same day. */
    record Fixed(LocalDate day) implements DayBound {
        @Override
        public LocalDate on(LocalDate today) {
            return day;
        }

        @Override
        public String written() {
            return day.toString();
        }
    }

    /**
     * Counted from the day on which the question is answered.
     *
     * @param away in one unit; negative for days that are over
     */
    record FromToday(Period away) implements DayBound {

        private static final int WEEK = 7;

        @Override
        public LocalDate on(LocalDate today) {
            return today.plus(away);
        }

        @Override
        public String written() {
            if (away.isZero()) {
                return "today";
            }
            if (away.getYears() != 0) {
                return counted(away.getYears(), "year");
            }
            if (away.getMonths() != 0) {
                return counted(away.getMonths(), "month");
            }
            return away.getDays() % WEEK == 0 ? counted(away.getDays() / WEEK, "week") : counted(away.getDays(), "day");
        }

        private static String counted(int n, String unit) {
            return (n > 0 ? "+" : "") + n + " " + unit + (Math.abs(n) == 1 ? "" : "s");
        }
    }
}
