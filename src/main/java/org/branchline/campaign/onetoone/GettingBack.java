package org.branchline.campaign.onetoone;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.branchline.calendar.DecentHours;
import org.branchline.campaign.broadcast.composing.Reach;
import org.branchline.conversation.Keyboard;
import org.branchline.conversation.day.DaySpan;
import org.branchline.intake.Exchange;
import org.branchline.roster.Organisations;

/** On which day does a member want to get back to whom they met? They are reminded of it that morning, by their own clock. */
@Singleton
class GettingBack {

    private final OneToOnes all;
    private final Organisations organisations;

    GettingBack(OneToOnes all, Organisations organisations) {
        this.all = all;
        this.organisations = organisations;
    }

    Uni<Void> ask(Exchange exchange, OneToOne one) {
        LocalDate today = Saying.today(exchange);
        return Saying.said(
                exchange,
                Saying.about(exchange, "back.ask", one),
                new Keyboard(List.of(
                        List.of(
                                Saying.button(exchange, "in_a_week", one, Meeting.BACK_ON, today.plusWeeks(1)),
                                Saying.button(exchange, "in_two_weeks", one, Meeting.BACK_ON, today.plusWeeks(2))),
                        List.of(
                                Saying.button(exchange, "in_a_month", one, Meeting.BACK_ON, today.plusMonths(1)),
                                Saying.button(exchange, "other_day", one.id(), Meeting.OTHER_BACK)),
                        List.of(Saying.button(exchange, "not_back", one.id(), Meeting.NOT_BACK)))));
    }

    Uni<Void> askDay(Exchange exchange, OneToOne one, String key) {
        Typing.await(exchange, Typing.Awaited.BACK, one.id());
        return Saying.said(
                exchange,
                Saying.about(exchange, key, one),
                Keyboard.row(Saying.button(exchange, "not_back", one.id(), Meeting.NOT_BACK)));
    }

    Uni<Void> heardDay(Exchange exchange, OneToOne one, String typed) {
        LocalDate today = Saying.today(exchange);
        return future(today)
                .read(typed, today)
                .taken()
                .map(day -> on(exchange, one, day))
                .orElseGet(() -> askDay(exchange, one, "back.unclear"));
    }

    Uni<Void> on(Exchange exchange, OneToOne one, LocalDate day) {
        if (!future(Saying.today(exchange)).has(day)) {
            return ask(exchange, one);
        }
        all.back(exchange, one, day, morning(exchange, day));
        Typing.drop(exchange);
        return Card.show(exchange, Saying.SPEECH.say(exchange, "back.noted"), one.back(day));
    }

    private static DaySpan future(LocalDate today) {
        return new DaySpan(today.plusDays(1), today.plusYears(1));
    }

    /** When a member is reminded on a day, by their clock as of now. */
    Instant morning(Exchange exchange, LocalDate day) {
        return new DecentHours(
                        Reach.zone(exchange),
                        organisations.organisation(exchange.organisation()).quietHours())
                .first(day);
    }

    /** Not at all, or not any more. */
    Uni<Void> not(Exchange exchange, OneToOne one) {
        all.back(exchange, one, null, null);
        return Card.show(exchange, Saying.SPEECH.say(exchange, "back.not"), one.back(null));
    }

    Uni<Void> done(Exchange exchange, OneToOne one) {
        all.back(exchange, one, null, null);
        return Saying.said(
                exchange,
                Saying.about(exchange, "back.done", one),
                Keyboard.row(Saying.button(exchange, "again", one.id(), Meeting.AGAIN), Saying.all(exchange)));
    }
}
