package org.branchline.campaign.checkin;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.branchline.conversation.Action;
import org.branchline.conversation.Button;
import org.branchline.conversation.Keyboard;
import org.branchline.intake.Exchange;
import org.branchline.intake.InPlace;

/** A captain chooses to be asked every week, every second or every fourth. */
@Singleton
class Often {

    static final String EVERY = "every";

    private static final List<Integer> WEEKS = List.of(1, 2, 4);

    private static final String CHOOSE = """
            insert into check_in_choice (organisation, member, every, since) values ($1, $2, $3, $4)
            on conflict (organisation, member) do update set every = excluded.every, since = excluded.since,
              away_until = null
            """;

    static Button button(Exchange exchange) {
        return Branchwords.SPEECH.button(exchange, "often", CheckIn.NAME, EVERY);
    }

    Uni<Void> run(Exchange exchange, Week week, String argument) {
        WEEKS.stream()
                .filter(weeks -> argument.equals(EVERY + weeks))
                .findFirst()
                .ifPresentOrElse(weeks -> choose(exchange, week, weeks), () -> ask(exchange));
        return Uni.createFrom().voidItem();
    }

    private static void ask(Exchange exchange) {
        exchange.say(
                Branchwords.SPEECH.say(exchange, "often"),
                new Keyboard(List.of(WEEKS.stream()
                        .map(weeks -> new Button(
                                Branchwords.SPEECH.say(exchange, "button.every." + weeks),
                                new Action.Order(CheckIn.NAME, EVERY + weeks)))
                        .toList())));
    }

    private static void choose(Exchange exchange, Week week, int weeks) {
        LocalDateTime last = week.last();
        LocalDate since = last == null ? exchange.now().atZone(week.zone()).toLocalDate() : last.toLocalDate();
        exchange.write(
                CHOOSE, exchange.organisation().number(), exchange.member().id(), (short) weeks, since);
        InPlace.say(exchange, Branchwords.SPEECH.say(exchange, "often.chosen." + weeks), Keyboard.NONE);
    }
}
