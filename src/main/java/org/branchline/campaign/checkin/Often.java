package org.branchline.campaign.checkin;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.branchline.campaign.prompt.Prompt;
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
    /** Occurrences that are looked through; nobody is away for longer than half a year. */
    private static final int MOST_AHEAD = 60;

    private static final String CHOOSE = """
            insert into check_in_choice (organisation, member, every, since) values ($1, $2, $3, $4)
            on conflict (organisation, member) do update set every = excluded.every, since = excluded.since,
              away_until = null
            """;

    private static final String CHOICE = """
            select every::int as every, since, coalesce(away_until, since) as away_until from check_in_choice
            where organisation = $1 and member = $2
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

    /** The day on which a captain is asked next, as {@link LeavingOut} goes by what they chose; empty after the last. */
    Uni<Optional<LocalDate>> next(Exchange exchange, Prompt prompt, Week week, long member) {
        return exchange.read(CHOICE, exchange.organisation().number(), member).map(rows -> prompt.ahead(exchange.now())
                .dropWhile(occurrence -> week.next() == null || occurrence.isBefore(week.next()))
                .map(LocalDateTime::toLocalDate)
                .limit(MOST_AHEAD)
                .filter(day -> rows.size() == 0 || asks(rows.iterator().next(), day))
                .findFirst());
    }

    private static boolean asks(Row choice, LocalDate day) {
        long days = ChronoUnit.DAYS.between(choice.getLocalDate("since"), day);
        return !choice.getLocalDate("away_until").isAfter(day) && days / 7 % choice.getInteger("every") == 0;
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
