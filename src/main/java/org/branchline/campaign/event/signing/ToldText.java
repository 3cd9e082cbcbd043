package org.branchline.campaign.event.signing;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.branchline.calendar.QuietHours;
import org.branchline.campaign.event.Mine;
import org.branchline.campaign.event.Shift;
import org.branchline.campaign.event.ShiftText;
import org.branchline.campaign.event.Standing;
import org.branchline.campaign.event.meeting.Agenda;
import org.branchline.campaign.event.meeting.Minutes;
import org.branchline.conversation.Keyboard;
import org.branchline.conversation.Moments;
import org.branchline.conversation.Outgoing;
import org.branchline.intake.Exchange;
import org.branchline.intake.Speech;
import org.jspecify.annotations.Nullable;

/**
 * What is said to somebody who has a place or waits for one, and the buttons below it.
 *
 * @param what of it, as {@code shift_place.tell} has it
 * @param from when the shift began before it was moved, null where it was not
 */
record ToldText(Exchange exchange, String what, @Nullable Instant from, Mine mine, QuietHours quiet) {

    private static final Speech SPEECH = ShiftText.SPEECH;
    private static final Set<String> CANCELLED = Set.of("cancelled", "all_off");

    /** Empty where it is not so any more. */
    Uni<Optional<Outgoing.Say>> say() {
        if (what.equals(Minutes.TELL)) {
            return mine.standing() == Standing.HELD
                    ? Minutes.of(exchange, mine.shift())
                    : Uni.createFrom().item(Optional.empty());
        }
        return whole()
                ? agenda().map(agenda -> Optional.of(said(shown() + agenda)))
                : Uni.createFrom().item(headAlone());
    }

    private Optional<Outgoing.Say> headAlone() {
        Shift shift = mine.shift();
        boolean off = CANCELLED.contains(what) && !shift.over(exchange.now());
        boolean lapsed = what.equals("lapsed") && shift.open() && !shift.begun(exchange.now());
        return off || lapsed ? Optional.of(said(head())) : Optional.empty();
    }

    /** Whether all of the shift is shown. */
    private boolean whole() {
        return switch (what) {
            case "day", "hour", "where" ->
                mine.standing() == Standing.HELD && !mine.shift().begun(exchange.now());
            case "offer" -> mine.standing() == Standing.OFFERED;
            case "moved" -> mine.standing().in();
            default -> false;
        };
    }

    private String shown() {
        return head() + "\n\n"
                + ShiftText.whole(
                        mine, Mine.zone(exchange), quiet, exchange.person().language());
    }

    /** What a meeting will talk about, for whoever reads that it begins soon. */
    private Uni<String> agenda() {
        return what.equals("hour") || soon()
                ? Agenda.of(exchange::read, exchange.organisation(), mine.shift())
                        .map(agenda -> agenda.brief(exchange.person().language()))
                        .map(brief -> brief.isEmpty() ? "" : "\n\n" + brief)
                : Uni.createFrom().item("");
    }

    private Outgoing.Say said(String text) {
        return new Outgoing.Say(text, keyboard());
    }

    private boolean soon() {
        return what.equals("day")
                && !mine.shift().startsAt().minus(Duration.ofHours(1)).isAfter(exchange.now());
    }

    private String head() {
        boolean waits = what.equals("moved") && mine.standing() != Standing.HELD;
        return SPEECH.say(
                exchange,
                waits ? "told.moved_waiting" : soon() ? "told.hour" : "told." + what,
                "name",
                exchange.person().name(),
                "title",
                mine.shift().event().title(exchange.person().language()),
                "at",
                named(mine.shift().startsAt()),
                "was",
                named(from),
                "until",
                named(mine.offeredUntil()));
    }

    private String named(@Nullable Instant moment) {
        return moment == null
                ? ""
                : Moments.named(moment, Mine.zone(exchange), exchange.person().language());
    }

    private Keyboard keyboard() {
        return switch (what) {
            case "lapsed" -> Keyboard.row(Pressing.button(exchange, "wait_again", mine.shift(), Pressing.SIGN_UP));
            case "cancelled", "all_off" -> Pressing.list(exchange);
            case "moved" ->
                mine.standing() == Standing.HELD
                        ? Pressing.stillComing(exchange, mine.shift())
                        : Pressing.keyboard(exchange, mine);
            default -> Pressing.keyboard(exchange, mine);
        };
    }
}
