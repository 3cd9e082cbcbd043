package org.branchline.campaign.deadline;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import org.branchline.calendar.Deadline.EndOf;
import org.branchline.calendar.Deadline.Moment;
import org.branchline.calendar.LadderBefore;
import org.branchline.campaign.audience.Audience;
import org.branchline.conversation.Moments;
import org.jspecify.annotations.Nullable;

/**
 * Something that people are asked to do by then.
 *
 * @param id its number, 0 before it is set
 * @param fallback the language for whoever reads none of the others
 * @param titles what it is called, by language, the fallback's at least
 * @param tasks what to do, by language, the fallback's at least
 * @param link where to do it, empty for none
 * @param whom the audience in its maker's words
 * @param lead whom to tell who cannot where there is no captain, null for nobody
 * @param leadName of that member, null for nobody
 * @param edition how often it was moved
 * @param told whether anybody was told of an earlier edition
 * @param madeAt this edition, as people see the time: no rung is earlier
 * @param branch the number of the branch to which it is handed, for a part that of its whole; null where it is for its audience
 * @param parent the number of the deadline of which it is a part, null for none
 */
public record Deadline(
        long id,
        String fallback,
        Map<String, String> titles,
        Map<String, String> tasks,
        String link,
        org.branchline.calendar.Deadline due,
        Audience audience,
        String whom,
        LadderBefore ladder,
        @Nullable Long lead,
        @Nullable String leadName,
        boolean open,
        int edition,
        boolean told,
        Instant madeAt,
        @Nullable Long branch,
        @Nullable Long parent) {

    public Deadline {
        titles = Map.copyOf(titles);
        tasks = Map.copyOf(tasks);
        if (!titles.containsKey(fallback) || !tasks.containsKey(fallback)) {
            throw new IllegalArgumentException("A deadline says what it is in " + fallback);
        }
    }

    /** Whether a branch is asked to take it on. */
    public boolean handed() {
        return branch != null && parent == null;
    }

    /** The same under a number. */
    public Deadline numbered(long number) {
        return new Deadline(
                number, fallback, titles, tasks, link, due, audience, whom, ladder, lead, leadName, open, edition, told,
                madeAt, branch, parent);
    }

    public String title(String language) {
        return Objects.requireNonNull(titles.getOrDefault(language, titles.get(fallback)));
    }

    /** What to do, and where. */
    public String task(String language) {
        String task = Objects.requireNonNull(tasks.getOrDefault(language, tasks.get(fallback)));
        return link.isEmpty() ? task : task + "\n" + link;
    }

    /** Whether it is too late where somebody lives. */
    public boolean over(ZoneId zone, Instant now) {
        return !due.in(zone).isAfter(now);
    }

    /** By when, as somebody reads it who lives there. */
    public String by(ZoneId zone, String language) {
        return by(due, zone, language);
    }

    /** A due time as somebody reads it who lives there. */
    public static String by(org.branchline.calendar.Deadline due, ZoneId zone, String language) {
        return due instanceof Moment moment
                ? Moments.named(moment.at(), zone, language)
                : Moments.day(((EndOf) due).day(), language);
    }

    /** By when, with a slot that each reader's own clock fills. */
    String byEverybodysClock(String language) {
        return due instanceof Moment moment ? "{at:" + moment.at() + "}" : Moments.day(((EndOf) due).day(), language);
    }
}
