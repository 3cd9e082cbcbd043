package org.branchline.campaign.event.hosting;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.branchline.calendar.QuietHours;
import org.branchline.campaign.broadcast.composing.TypedTime;
import org.branchline.campaign.event.Called;
import org.branchline.campaign.event.Changing;
import org.branchline.campaign.event.Mine;
import org.branchline.campaign.event.Shift;
import org.branchline.campaign.event.ShiftText;
import org.branchline.campaign.event.Typing;
import org.branchline.conversation.Keyboard;
import org.branchline.conversation.Moments;
import org.branchline.database.Audit;
import org.branchline.intake.Exchange;
import org.branchline.intake.Speech;
import org.branchline.roster.Organisations;

/** Moves a shift to another time: asks when, shows what that is, and then asks everybody whether they still come. */
@Singleton
class Moving {

    private static final Speech SPEECH = ShiftCard.SPEECH;
    private static final Duration FURTHEST = Duration.ofDays(366);

    private final Organisations organisations;

    Moving(Organisations organisations) {
        this.organisations = organisations;
    }

    Uni<Void> ask(Exchange exchange, Shift shift) {
        Optional<String> wrong = Hosting.begun(exchange, shift).or(() -> unknown(exchange, shift));
        if (wrong.isPresent()) {
            return Hosting.asked(exchange, wrong.get(), Keyboard.NONE);
        }
        Typing.await(exchange, shift, Typing.Awaited.TIME);
        return when(exchange, shift, "move.ask");
    }

    private static Uni<Void> when(Exchange exchange, Shift shift, String key) {
        String language = exchange.person().language();
        return Hosting.asked(
                exchange,
                SPEECH.say(
                        exchange,
                        key,
                        "title",
                        shift.event().title(language),
                        "place",
                        Moments.place(Mine.zone(exchange))),
                Keyboard.NONE);
    }

    /** Takes what was typed, by the clock of whoever typed it. */
    Uni<Void> heard(Exchange exchange, Shift shift, String typed) {
        Optional<Instant> read = TypedTime.moment(typed, exchange.now().atZone(Mine.zone(exchange)))
                .map(moment -> moment.truncatedTo(ChronoUnit.MINUTES));
        if (read.isEmpty()) {
            return when(exchange, shift, "move.unclear");
        }
        Optional<String> wrong = wrong(exchange, shift, read.get());
        if (wrong.isPresent()) {
            return Hosting.asked(exchange, wrong.get(), Keyboard.NONE);
        }
        Typing.drop(exchange);
        return sure(exchange, shift, shift.at(read.get()));
    }

    private Uni<Void> sure(Exchange exchange, Shift shift, Shift moved) {
        String language = exchange.person().language();
        QuietHours quiet = organisations.organisation(exchange.organisation()).quietHours();
        return Hosting.asked(
                exchange,
                Hosting.about(exchange, "move.sure", shift) + "\n"
                        + ShiftText.when(moved, Mine.zone(exchange), quiet, language),
                Keyboard.row(
                        ShiftCard.button(
                                language,
                                "move_yes",
                                shift,
                                Hosting.MOVE_TO + moved.startsAt().getEpochSecond() / 60),
                        ShiftCard.button(language, "keep", shift, Hosting.OPEN)));
    }

    /**
     * Moves it.
     *
     * @param minute since 1970
     */
    Uni<Void> move(Exchange exchange, Shift shift, long minute) {
        Instant to = Instant.ofEpochSecond(minute * 60);
        Optional<String> wrong = wrong(exchange, shift, to);
        if (wrong.isPresent()) {
            return Hosting.said(exchange, wrong.get(), Keyboard.NONE);
        }
        return Changing.move(exchange::read, exchange.organisation(), shift, to, exchange.now())
                .chain(done -> {
                    if (done.done()) {
                        Audit.record(
                                exchange,
                                exchange.organisation(),
                                "member " + exchange.member().id(),
                                "moved a shift",
                                List.of("shift " + shift.id()));
                    }
                    return moved(exchange, shift.at(to), done.members());
                });
    }

    private static Uni<Void> moved(Exchange exchange, Shift shift, int members) {
        return ByPhone.of(exchange, shift)
                .chain(guests -> Hosting.said(
                        exchange,
                        Hosting.about(exchange, "moved", shift)
                                + (members == 0 ? "" : " " + SPEECH.count(exchange, "asked", members))
                                + guests,
                        Keyboard.NONE));
    }

    /** Whom it calls is not known any more: then there is no hour to which it could be moved. */
    private Optional<String> unknown(Exchange exchange, Shift shift) {
        return called(exchange, shift).unknown() ? atOffHours(exchange, shift) : Optional.empty();
    }

    /** Why it cannot begin then, in words: also where people may not be called at that hour. */
    private Optional<String> wrong(Exchange exchange, Shift shift, Instant to) {
        return Hosting.begun(exchange, shift).or(() -> {
            if (to.equals(shift.startsAt())) {
                return Optional.of(Hosting.about(exchange, "move.same", shift));
            }
            boolean possible =
                    to.isAfter(exchange.now()) && to.isBefore(exchange.now().plus(FURTHEST));
            return possible ? atOffHours(exchange, shift.at(to)) : Optional.of(SPEECH.say(exchange, "move.over"));
        });
    }

    private Called called(Exchange exchange, Shift shift) {
        return Called.of(
                organisations.organisation(exchange.organisation()),
                shift.event().area());
    }

    private Optional<String> atOffHours(Exchange exchange, Shift moved) {
        return called(exchange, moved)
                .problem(
                        moved.startsAt(),
                        moved.endsAt(),
                        Mine.zone(exchange),
                        exchange.person().language());
    }
}
