package org.branchline.intake.own;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.branchline.conversation.Keyboard;
import org.branchline.conversation.day.DaySpan;
import org.branchline.intake.Command;
import org.branchline.intake.Exchange;
import org.branchline.intake.Speech;
import org.jspecify.annotations.Nullable;

/** {@code /quiet}: nothing the service starts by itself until a day. */
@Singleton
class Quieting implements Command {

    static final String NAME = "quiet";
    static final String END = "end";

    /** "Until I come back" is a day nobody waits for. */
    private static final Instant UNTIL_BACK = Instant.parse("9999-01-01T00:00:00Z");

    private static final LocalDate LAST = LocalDate.of(9998, 12, 31);

    private static final String SET = "update member set quiet_until = $3 where organisation = $1 and id = $2";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Uni<Void> run(Exchange exchange, String argument) {
        decide(exchange, argument);
        return Uni.createFrom().voidItem();
    }

    private static void decide(Exchange exchange, String argument) {
        switch (argument) {
            case "" -> ask(exchange, "quiet.ask");
            case "week" -> until(exchange, exchange.now().plus(Duration.ofDays(7)));
            case "month" -> until(exchange, exchange.now().plus(Duration.ofDays(30)));
            case "back" -> until(exchange, UNTIL_BACK);
            case END -> {
                end(exchange);
                exchange.say(Card.SPEECH.say(exchange, "quiet.ended"));
            }
            default ->
                day(argument, zone(exchange), exchange.now())
                        .ifPresentOrElse(day -> until(exchange, day), () -> ask(exchange, "quiet.unclear"));
        }
    }

    static boolean untilBack(Instant quiet) {
        return !quiet.isBefore(UNTIL_BACK);
    }

    static void end(Exchange exchange) {
        set(exchange, null);
    }

    /** The start of a day that is still to come, as people write it; empty for anything else. */
    static Optional<Instant> day(String typed, ZoneId zone, Instant now) {
        LocalDate today = now.atZone(zone).toLocalDate();
        return new DaySpan(today.plusDays(1), LAST).read(typed, today).taken().map(day -> day.atStartOfDay(zone)
                .toInstant());
    }

    private static void ask(Exchange exchange, String key) {
        exchange.say(
                Card.SPEECH.say(exchange, key),
                new Keyboard(List.of(
                        List.of(
                                Card.SPEECH.button(exchange, "quiet.week", NAME, "week"),
                                Card.SPEECH.button(exchange, "quiet.month", NAME, "month")),
                        List.of(Card.SPEECH.button(exchange, "quiet.back", NAME, "back")))));
    }

    private static void until(Exchange exchange, Instant until) {
        set(exchange, until);
        exchange.say(
                untilBack(until)
                        ? Card.SPEECH.say(exchange, "quiet.until_back")
                        : Card.SPEECH.say(exchange, "quiet.until", "day", Speech.day(exchange, until)),
                Keyboard.row(Card.SPEECH.button(exchange, "quiet.end", NAME, END)));
    }

    private static void set(Exchange exchange, @Nullable Instant until) {
        exchange.write(
                SET,
                exchange.organisation().number(),
                exchange.member().id(),
                until == null ? null : until.atOffset(ZoneOffset.UTC));
    }

    /** Where the person is, as far as it is known. */
    static ZoneId zone(Exchange exchange) {
        ZoneId own = exchange.person().zone();
        return own == null ? ZoneOffset.UTC : own;
    }
}
