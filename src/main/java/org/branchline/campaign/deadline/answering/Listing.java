package org.branchline.campaign.deadline.answering;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.branchline.campaign.deadline.Telling;
import org.branchline.conversation.Action;
import org.branchline.conversation.Button;
import org.branchline.conversation.Keyboard;
import org.branchline.intake.Command;
import org.branchline.intake.Exchange;
import org.branchline.intake.InPlace;
import org.branchline.intake.Page;
import org.branchline.intake.Speech;

/** {@code /tasks}: what is open for the member, soonest first, by their own clock; a press shows one with its buttons. */
@Singleton
class Listing implements Command {

    private static final Speech SPEECH = Telling.SPEECH;
    private static final String NAME = "tasks";
    private static final int LONGEST_LABEL = 40;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Uni<Void> run(Exchange exchange, String argument) {
        int page = argument.matches("\\d{1,4}") ? Integer.parseInt(argument) : 0;
        return Mine.open(exchange).invoke(all -> say(exchange, all, page)).replaceWithVoid();
    }

    private static void say(Exchange exchange, List<Mine> all, int wanted) {
        if (all.isEmpty()) {
            InPlace.say(exchange, SPEECH.say(exchange, "tasks.none"), Keyboard.NONE);
            return;
        }
        if (all.size() == 1) {
            Mine only = all.get(0);
            InPlace.say(
                    exchange,
                    SPEECH.count(exchange, "tasks", 1) + "\n\n" + Showing.text(exchange, only),
                    Showing.keyboard(exchange, only));
            return;
        }
        Page<Mine> page = Page.of(all, wanted);
        StringBuilder text = new StringBuilder(SPEECH.count(exchange, "tasks", all.size()));
        List<List<Button>> rows = new ArrayList<>();
        int number = all.indexOf(page.shown().get(0));
        for (Mine mine : page.shown()) {
            number++;
            String key = mine.over(exchange) ? "tasks.line.over" : "tasks.line";
            text.append('\n')
                    .append(SPEECH.say(
                            exchange, key, "n", "" + number, "title", mine.title(exchange), "by", mine.by(exchange)));
            rows.add(List.of(new Button(
                    number + " · " + shortened(mine.title(exchange)),
                    new Action.Order(Telling.COMMAND, "0:" + mine.deadline().id() + ":" + Pressing.OPEN))));
        }
        rows.addAll(page.turning(at -> turn(exchange, "earlier", at), at -> turn(exchange, "more", at)));
        InPlace.say(exchange, text.toString(), new Keyboard(rows));
    }

    private static Button turn(Exchange exchange, String key, int page) {
        return SPEECH.button(exchange, key, NAME, "" + page);
    }

    private static String shortened(String title) {
        return title.length() <= LONGEST_LABEL ? title : title.substring(0, LONGEST_LABEL - 1) + "…";
    }
}
