package org.branchline.campaign.deadline.setting;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.branchline.calendar.Deadline;
import org.branchline.calendar.LadderBefore;
import org.branchline.campaign.audience.Audience;
import org.jspecify.annotations.Nullable;

/**
 * A deadline while somebody writes it, or moves it.
 *
 * @param id its number, which its buttons carry
 * @param titles what it is called, by language
 * @param tasks what to do, by language
 * @param link where to do it, empty for none, null while that is not said
 * @param target whom it is for, null while that is not said
 * @param lead whom to tell who cannot where there is no captain, null for nobody
 * @param leadName theirs, empty for nobody
 * @param awaited what is asked for out of turn, null for nothing
 * @param language in which a title or task is awaited, empty for the organisation's first
 * @param edition how often any of this was changed
 * @param moves the number of the deadline that is moved, 0 for a new one
 */
record Sketch(
        long id,
        Map<String, String> titles,
        Map<String, String> tasks,
        @Nullable String link,
        @Nullable Deadline due,
        @Nullable Target target,
        LadderBefore ladder,
        @Nullable Long lead,
        String leadName,
        @Nullable Step awaited,
        String language,
        int edition,
        long moves) {

    Sketch {
        titles = Map.copyOf(titles);
        tasks = Map.copyOf(tasks);
    }

    /**
     * Whom it is for.
     *
     * @param name the audience in the writer's words
     * @param branch the number of the branch that is asked to take it on, 0 where everybody of the audience is asked
     */
    record Target(Audience audience, String name, long branch) {}

    /** What has to be said next. */
    enum Step {
        TITLE,
        TASK,
        LINK,
        WHEN,
        AUDIENCE,
        LADDER,
        LEAD,
        PREVIEW
    }

    static Sketch begun(long id) {
        return new Sketch(id, Map.of(), Map.of(), null, null, null, LadderBefore.USUAL, null, "", null, "", 0, 0);
    }

    /** One by which a deadline is moved. */
    static Sketch moving(long id, org.branchline.campaign.deadline.Deadline deadline) {
        return new Sketch(
                id,
                deadline.titles(),
                deadline.tasks(),
                deadline.link(),
                deadline.due(),
                new Target(
                        deadline.audience(),
                        deadline.whom(),
                        deadline.handed() ? Objects.requireNonNull(deadline.branch()) : 0),
                deadline.ladder(),
                deadline.lead(),
                Objects.requireNonNullElse(deadline.leadName(), ""),
                Step.WHEN,
                "",
                0,
                deadline.id());
    }

    Step step() {
        if (awaited != null) {
            return awaited;
        }
        if (titles.isEmpty()) {
            return Step.TITLE;
        }
        if (tasks.isEmpty()) {
            return Step.TASK;
        }
        if (link == null) {
            return Step.LINK;
        }
        if (due == null) {
            return Step.WHEN;
        }
        return target == null ? Step.AUDIENCE : Step.PREVIEW;
    }

    /** Whom it is for; only once that is said. */
    Target whom() {
        return Objects.requireNonNull(target);
    }

    /** Whether a branch is asked to take it on. */
    boolean handed() {
        return target != null && target.branch() > 0;
    }

    /** What is left to be set, as it is at a moment; only once nothing is asked for any more. */
    org.branchline.campaign.deadline.Deadline whole(String fallback, Audience reached, Instant now) {
        return new org.branchline.campaign.deadline.Deadline(
                moves,
                fallback,
                titles,
                tasks,
                Objects.requireNonNullElse(link, ""),
                Objects.requireNonNull(due),
                reached,
                whom().name(),
                ladder,
                lead,
                leadName.isEmpty() ? null : leadName,
                true,
                0,
                false,
                now,
                handed() ? whom().branch() : null,
                null);
    }

    Sketch titled(String in, String title) {
        // Whoever writes a title anew writes anew what to do.
        return new Sketch(
                id,
                with(titles, in, title),
                tasks,
                link,
                due,
                target,
                ladder,
                lead,
                leadName,
                Step.TASK,
                in,
                edition + 1,
                moves);
    }

    Sketch tasked(String in, String task) {
        return new Sketch(
                id,
                titles,
                with(tasks, in, task),
                link,
                due,
                target,
                ladder,
                lead,
                leadName,
                null,
                "",
                edition + 1,
                moves);
    }

    Sketch linked(String url) {
        return new Sketch(id, titles, tasks, url, due, target, ladder, lead, leadName, null, "", edition + 1, moves);
    }

    Sketch due(Deadline by) {
        return new Sketch(id, titles, tasks, link, by, target, ladder, lead, leadName, null, "", edition + 1, moves);
    }

    Sketch to(Target chosen) {
        return new Sketch(id, titles, tasks, link, due, chosen, ladder, lead, leadName, null, "", edition + 1, moves);
    }

    Sketch by(LadderBefore climbed) {
        return new Sketch(id, titles, tasks, link, due, target, climbed, lead, leadName, null, "", edition + 1, moves);
    }

    Sketch led(@Nullable Long member, String name) {
        return new Sketch(id, titles, tasks, link, due, target, ladder, member, name, null, "", edition + 1, moves);
    }

    Sketch awaiting(Step what, String in) {
        return new Sketch(id, titles, tasks, link, due, target, ladder, lead, leadName, what, in, edition + 1, moves);
    }

    private static Map<String, String> with(Map<String, String> some, String language, String text) {
        Map<String, String> all = new TreeMap<>(some);
        all.put(language, text);
        return all;
    }
}
