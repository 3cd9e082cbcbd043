package org.branchline.campaign.event.meeting;

import java.time.ZoneId;
import java.util.Objects;
import org.branchline.campaign.deadline.Deadline;

/**
 * What somebody takes on at a meeting.
 *
 * @param said what they said of it since, empty for nothing
 */
record Task(Deadline deadline, String said) {

    /** A name is cut there: ten of them stand in one message. */
    private static final int LONGEST_NAME = 40;

    /** As somebody reads it who lives there; whose it is, unless they are erased. */
    String line(ZoneId zone, String language) {
        String name = Objects.requireNonNullElse(deadline.leadName(), "");
        return Meeting.SPEECH.in(
                language,
                name.isEmpty() ? "task.nobody" : "task",
                "task",
                deadline.title(language),
                "by",
                deadline.by(zone, language),
                "name",
                name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - 1) + "…");
    }

    /** The same with how it stands, for a host. */
    String standing(ZoneId zone, String language) {
        String key =
                switch (said) {
                    case "done" -> "task.done";
                    case "cannot" -> "task.cannot";
                    default -> "";
                };
        return line(zone, language) + (key.isEmpty() ? "" : " " + Meeting.SPEECH.in(language, key));
    }

    boolean ledBy(long member) {
        Long lead = deadline.lead();
        return lead != null && lead == member;
    }
}
