package org.branchline.campaign.onetoone;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.branchline.conversation.Button;
import org.branchline.conversation.Keyboard;
import org.branchline.conversation.engine.Cleaning;
import org.branchline.intake.Exchange;

/** The week's count against the goal, and the latest one-to-ones, a page at a time; what is typed next is whom they met. */
@Singleton
class Listing {

    private static final int PAGE = 8;
    private static final int LONGEST_LABEL = 40;

    private final OneToOnes all;

    Listing(OneToOnes all) {
        this.all = all;
    }

    /** @param before the number of the one behind which they stand, 0 for the latest */
    Uni<Void> show(Exchange exchange, long before) {
        return Week.of(exchange).chain(week -> all.latest(exchange, before, PAGE + 1)
                // Deleted, or nobody's: then from the beginning.
                .chain(found ->
                        found.isEmpty() && before != 0 ? show(exchange, 0) : show(exchange, week, before, found)));
    }

    private static Uni<Void> show(Exchange exchange, Week week, long before, List<OneToOne> found) {
        Typing.await(exchange, Typing.Awaited.WHO, 0);
        List<OneToOne> shown = found.subList(0, Math.min(PAGE, found.size()));
        List<List<Button>> rows = new ArrayList<>();
        shown.forEach(one -> rows.add(List.of(Saying.labelled(label(exchange, one), one.id(), Meeting.OPEN))));
        List<Button> turning = new ArrayList<>();
        if (before != 0) {
            turning.add(Saying.button(exchange, "latest", 0, Meeting.LIST));
        }
        if (found.size() > PAGE) {
            turning.add(Saying.button(exchange, "more", shown.get(PAGE - 1).id(), Meeting.LIST));
        }
        if (!turning.isEmpty()) {
            rows.add(turning);
        }
        rows.add(List.of(Saying.button(exchange, week.goal() == 0 ? "set_goal" : "change_goal", 0, Meeting.GOALS)));
        String ask = shown.isEmpty() ? "who.first" : "who.ask";
        return Saying.said(
                exchange, week.line(exchange) + "\n\n" + Saying.SPEECH.say(exchange, ask), new Keyboard(rows));
    }

    private static String label(Exchange exchange, OneToOne one) {
        String day = Saying.day(exchange, Objects.requireNonNull(one.metOn()));
        return Cleaning.clip((one.backOn() == null ? "" : "↩ ") + one.who() + " · " + day, LONGEST_LABEL);
    }

    /** How many a week? */
    Uni<Void> goals(Exchange exchange) {
        List<Button> goals = Week.GOALS.stream()
                .map(goal -> Saying.labelled("" + goal, 0, Meeting.GOAL + goal))
                .toList();
        return Saying.said(
                exchange,
                Saying.SPEECH.say(exchange, "goal.ask"),
                new Keyboard(List.of(goals, List.of(Saying.button(exchange, "no_goal", 0, Meeting.GOAL + 0)))));
    }

    Uni<Void> goal(Exchange exchange, int goal) {
        return goal == 0 || Week.GOALS.contains(goal)
                ? Week.choose(exchange, goal).chain(() -> show(exchange, 0))
                : goals(exchange);
    }
}
