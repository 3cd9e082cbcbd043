package org.branchline.campaign.event.meeting;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.branchline.campaign.event.Mine;
import org.branchline.campaign.event.Shift;
import org.branchline.campaign.event.Typing;
import org.branchline.conversation.Button;
import org.branchline.conversation.Keyboard;
import org.branchline.conversation.Outgoing;
import org.branchline.database.Audit;
import org.branchline.intake.Exchange;
import org.branchline.intake.InPlace;
import org.branchline.intake.Speech;

/** What came of a meeting: shown to its host, then sent once to all who had a place. */
public final class Minutes {

    /** As {@code shift_place.tell} has it. */
    public static final String TELL = "minutes";

    private static final Speech SPEECH = Meeting.SPEECH;

    private static final String READERS = """
            select count(*)::int as readers from shift_place p
            join member m on m.organisation = $1 and m.id = p.member and m.stopped_at is null
            where p.organisation = $1 and p.shift = $2 and p.state = 'held'
            """;

    /** Whoever sends them takes them; another press finds nothing. They are told as all else of a shift. */
    private static final String SEND = """
            with sent as (
              update shift set minutes_at = $3
              where organisation = $1 and id = $2 and state = 'open' and ends_at <= $3 and minutes_at is null
              returning id)
            update shift_place p set tell = 'minutes', tell_at = $3 from sent, member m
            where p.organisation = $1 and p.shift = sent.id and p.state = 'held'
              and m.organisation = $1 and m.id = p.member and m.stopped_at is null
            """;

    private Minutes() {}

    /** Shows what everybody will read, before anybody does. */
    static Uni<Void> preview(Exchange exchange, Shift shift) {
        Typing.drop(exchange);
        if (!shift.over(exchange.now())) {
            exchange.say(Meeting.about(exchange, "minutes.early", shift));
            return Uni.createFrom().voidItem();
        }
        return Uni.combine()
                .all()
                .unis(
                        Notes.of(exchange, shift),
                        exchange.read(READERS, exchange.organisation().number(), shift.id()))
                .asTuple()
                .invoke(found -> preview(
                        exchange,
                        shift,
                        found.getItem1(),
                        Objects.requireNonNull(
                                found.getItem2().iterator().next().getInteger("readers"))))
                .replaceWithVoid();
    }

    private static void preview(Exchange exchange, Shift shift, Notes notes, int readers) {
        String language = exchange.person().language();
        List<List<Button>> rows = new ArrayList<>();
        String text;
        if (notes.none()) {
            text = Meeting.about(exchange, "nothing", shift);
        } else {
            text = text(exchange, shift, notes) + "\n\n" + SPEECH.count(exchange, "minutes.sure", readers);
            if (readers > 0) {
                rows.add(List.of(Meeting.button(language, "send", shift, Meeting.SEND + notes.stamp())));
            }
        }
        rows.add(Meeting.notes(shift, language).get(0));
        exchange.say(text, new Keyboard(rows));
    }

    /** Sends what was looked at; where that changed meanwhile it is shown again. */
    static Uni<Void> send(Exchange exchange, Shift shift, long stamp) {
        return Notes.of(exchange, shift)
                .chain(notes -> notes.stamp() != stamp || !shift.over(exchange.now())
                        ? preview(exchange, shift)
                        : exchange.read(SEND, exchange.organisation().number(), shift.id(), exchange.utc())
                                .chain(sent -> sent.rowCount() > 0
                                        ? sent(exchange, shift, sent.rowCount())
                                        : Notes.of(exchange, shift)
                                                .invoke(now -> InPlace.say(
                                                        exchange, Noting.out(exchange, shift, now), Keyboard.NONE))
                                                .replaceWithVoid()));
    }

    private static Uni<Void> sent(Exchange exchange, Shift shift, int readers) {
        Audit.record(
                exchange,
                exchange.organisation(),
                "member " + exchange.member().id(),
                "sent the minutes of a meeting",
                List.of("shift " + shift.id(), "members " + readers));
        InPlace.say(exchange, SPEECH.count(exchange, "minutes.sent", readers), Keyboard.NONE);
        return Uni.createFrom().voidItem();
    }

    /** What whoever had a place reads; empty where there is nothing to read any more. */
    public static Uni<Optional<Outgoing.Say>> of(Exchange exchange, Shift shift) {
        return Notes.of(exchange, shift)
                .map(notes -> notes.none()
                        ? Optional.empty()
                        : Optional.of(new Outgoing.Say(text(exchange, shift, notes), keyboard(exchange, notes))));
    }

    private static Keyboard keyboard(Exchange exchange, Notes notes) {
        boolean leads = notes.tasks().stream()
                .anyMatch(task -> task.ledBy(exchange.member().id()));
        return leads ? Keyboard.row(SPEECH.button(exchange, "my_tasks", "tasks", "")) : Keyboard.NONE;
    }

    private static String text(Exchange exchange, Shift shift, Notes notes) {
        String language = exchange.person().language();
        return Stream.of(
                        Meeting.about(
                                exchange,
                                "minutes",
                                shift,
                                "name",
                                exchange.person().name()),
                        notes.decided(language),
                        notes.toDo(Mine.zone(exchange), language, false))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("\n\n"));
    }
}
