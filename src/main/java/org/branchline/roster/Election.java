package org.branchline.roster;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * A time in which members may be asked whether they want more messages than usual.
 *
 * @param until its last day, where each member lives
 * @param messagesAWeek how many a week at most, for those who say yes; from 1
 */
public record Election(LocalDate until, int messagesAWeek) {

    /** Stands where the key of a playbook does in a broadcast that asks members whether they want more. */
    public static final String OFFER = "more-messages";

    /** The command that takes a member's answer, and its two arguments. */
    public static final String COMMAND = "more";

    public static final String YES = "yes";
    public static final String NO = "no";

    /** What the workspace says of it, as it was checked there. */
    public static Optional<Election> of(About about) {
        return about.text("", "election", "until").flatMap(until -> about.text("", "election", "messages_a_week")
                .map(most -> new Election(LocalDate.parse(until), Integer.parseInt(most))));
    }

    /** Whether its last day is not over anywhere. */
    public boolean lasts(Instant now) {
        return now.isBefore(end(ZoneOffset.ofHours(-12)));
    }

    /** The end of its last day in a zone. */
    public Instant end(ZoneId zone) {
        return until.plusDays(1).atStartOfDay(zone).toInstant();
    }
}
