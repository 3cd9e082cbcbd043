package org.branchline.campaign.deadline.answering;

import java.util.ArrayList;
import java.util.List;
import org.branchline.campaign.deadline.Deadline;
import org.branchline.campaign.deadline.Telling;
import org.branchline.conversation.Button;
import org.branchline.conversation.Keyboard;
import org.branchline.conversation.Template;
import org.branchline.intake.Exchange;

/** One deadline with all that can be said to it. */
final class Showing {

    private Showing() {}

    /** How it reads. */
    static String text(Exchange exchange, Mine mine) {
        Deadline deadline = mine.deadline();
        String language = exchange.person().language();
        String by = Telling.SPEECH.say(exchange, mine.over(exchange) ? "was_by" : "by", "by", mine.by(exchange));
        return mine.title(exchange) + "\n" + by + "\n\n" + named(exchange, deadline.task(language))
                + Telling.theirLead(deadline, language) + mine.parts().line(exchange);
    }

    private static String named(Exchange exchange, String task) {
        return Template.of(task)
                .fill(slot -> slot.equals("name") ? exchange.person().name() : "{" + slot + "}");
    }

    /** What can be said to it, what was said marked. */
    static Keyboard keyboard(Exchange exchange, Mine mine) {
        Deadline deadline = mine.deadline();
        long id = deadline.id();
        String language = exchange.person().language();
        List<List<Button>> rows = new ArrayList<>(
                Telling.keyboard(deadline, 0, language, !mine.over(exchange)).rows());
        if (!mine.over(exchange)) {
            rows.add(List.of(Telling.button(id, 0, language, Pressing.FILE, "file")));
        }
        String chosen =
                switch (mine.said()) {
                    case Answers.DONE -> Telling.DONE;
                    case Answers.CANNOT -> Telling.CANNOT;
                    default -> "";
                };
        return new Keyboard(rows)
                .marking(order -> true, order -> order.argument().endsWith(":" + chosen));
    }
}
