package org.branchline.campaign.helpdesk;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.branchline.conversation.Action;
import org.branchline.conversation.Button;
import org.branchline.conversation.Keyboard;
import org.branchline.intake.Command;
import org.branchline.intake.Exchange;
import org.branchline.intake.Speech;
import org.branchline.roster.Access;
import org.branchline.roster.Deed;

/** {@code /questions}: what waits for an answer, the oldest first; a press shows one anew, so that it can be replied to. */
@Singleton
class Listing implements Command {

    static final String NAME = "questions";

    private static final Speech SPEECH = Names.SPEECH;
    private static final int PAGE = 8;
    private static final int IN_A_ROW = 4;

    private final OpenQuestions open;
    private final Reshowing reshowing;

    Listing(OpenQuestions open, Reshowing reshowing) {
        this.open = open;
        this.reshowing = reshowing;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Audience audience() {
        return Audience.CAPTAIN;
    }

    @Override
    public Uni<Void> run(Exchange exchange, String argument) {
        return exchange.access().flatMap(access -> {
            if (!access.mayAnywhere(Deed.ANSWER)) {
                exchange.say(SPEECH.say(exchange, "questions.not_yours"));
                return Uni.createFrom().voidItem();
            }
            if (argument.matches(Reshowing.ONE + "\\d{1,18}")) {
                return reshowing.show(exchange, access, Long.parseLong(argument.substring(1)));
            }
            return list(exchange, access, argument.matches("\\d{1,6}") ? Integer.parseInt(argument) : 0);
        });
    }

    private Uni<Void> list(Exchange exchange, Access access, int from) {
        return open.of(exchange, access, from, PAGE)
                .invoke(some -> say(exchange, some, from))
                .replaceWithVoid();
    }

    private static void say(Exchange exchange, OpenQuestions.Some some, int from) {
        if (some.questions().isEmpty()) {
            exchange.say(SPEECH.say(exchange, "questions.none"));
            return;
        }
        // What members wrote stands in it.
        exchange.markSpecial();
        List<String> lines = new ArrayList<>();
        List<List<Button>> keyboard = new ArrayList<>();
        int number = from;
        for (Question question : some.questions()) {
            number++;
            lines.add(line(exchange, question, number));
            if ((number - from - 1) % IN_A_ROW == 0) {
                keyboard.add(new ArrayList<>());
            }
            keyboard.get(keyboard.size() - 1)
                    .add(new Button(
                            SPEECH.say(exchange, "button.show", "n", "" + number),
                            new Action.Order(NAME, Reshowing.ONE + question.id())));
        }
        if (number < some.total()) {
            keyboard.add(List.of(SPEECH.button(exchange, "more", NAME, "" + number)));
        }
        lines.add(0, SPEECH.count(exchange, "questions", some.total()));
        exchange.say(String.join("\n", lines), new Keyboard(keyboard));
    }

    private static String line(Exchange exchange, Question question, int number) {
        String language = exchange.person().language();
        return SPEECH.say(
                exchange,
                "questions.line",
                "n",
                "" + number,
                "who",
                Showing.who(question, language, exchange),
                "day",
                Speech.day(exchange, question.askedAt()),
                "text",
                Showing.beginning(question.text()));
    }
}
