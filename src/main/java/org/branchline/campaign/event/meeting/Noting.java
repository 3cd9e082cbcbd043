package org.branchline.campaign.event.meeting;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.branchline.campaign.event.Mine;
import org.branchline.campaign.event.Shift;
import org.branchline.campaign.event.Typing;
import org.branchline.conversation.Button;
import org.branchline.conversation.Keyboard;
import org.branchline.conversation.Moments;
import org.branchline.intake.Exchange;
import org.branchline.intake.InPlace;

/** A host notes what was decided, one message each; nothing can be noted before it begins, nor after the minutes went out. */
final class Noting {

    private static final String NOTE = """
            insert into meeting_decision (organisation, shift, said, noted_at) values ($1, $2, $3, $4)
            """;

    private static final String UNDO =
            "delete from meeting_decision where organisation = $1 and shift = $2 and id = $3";

    private Noting() {}

    /** Goes on where something can be noted; says why not where it cannot. */
    static Uni<Void> open(Exchange exchange, Shift shift, Supplier<Uni<Void>> then) {
        Optional<String> wrong = wrong(exchange, shift);
        if (wrong.isPresent()) {
            return shut(exchange, Meeting.about(exchange, wrong.get(), shift));
        }
        return Notes.open(exchange, shift)
                .chain(open -> open
                        ? then.get()
                        : Notes.of(exchange, shift).chain(notes -> shut(exchange, out(exchange, shift, notes))));
    }

    /** Why nothing of it can be noted, as a key. */
    private static Optional<String> wrong(Exchange exchange, Shift shift) {
        return !shift.open()
                ? Optional.of("off")
                : shift.begun(exchange.now()) ? Optional.empty() : Optional.of("early");
    }

    private static Uni<Void> shut(Exchange exchange, String why) {
        Typing.drop(exchange);
        exchange.say(why);
        return Uni.createFrom().voidItem();
    }

    /** That its minutes went out, or that it was called off meanwhile. */
    static String out(Exchange exchange, Shift shift, Notes notes) {
        Instant out = notes.out() == null ? null : notes.out().toInstant();
        return out == null
                ? Meeting.about(exchange, "off", shift)
                : Meeting.SPEECH.say(
                        exchange,
                        "minutes.out",
                        "title",
                        shift.event().title(exchange.person().language()),
                        "then",
                        Moments.named(
                                out, Mine.zone(exchange), exchange.person().language()));
    }

    /** Shows what is decided and asks for more. */
    static Uni<Void> ask(Exchange exchange, Shift shift) {
        return Notes.of(exchange, shift)
                .invoke(notes -> {
                    String language = exchange.person().language();
                    boolean full = notes.decisions().size() >= Notes.MOST;
                    if (full) {
                        Typing.drop(exchange);
                    } else {
                        Typing.await(exchange, shift, Typing.Awaited.DECISION);
                    }
                    List<List<Button>> rows = new ArrayList<>();
                    notes.decisions()
                            .forEach(one -> rows.add(
                                    List.of(Meeting.labelled("✗ " + one.said(), shift, Meeting.UNDECIDE + one.id()))));
                    rows.add(List.of(done(exchange, shift)));
                    exchange.say(
                            above(notes.decided(language))
                                    + Meeting.about(
                                            exchange, full ? "full" : "decision.ask", shift, "most", "" + Notes.MOST),
                            new Keyboard(rows));
                })
                .replaceWithVoid();
    }

    static String above(String text) {
        return text.isEmpty() ? "" : text + "\n\n";
    }

    static Button done(Exchange exchange, Shift shift) {
        return Meeting.button(exchange.person().language(), "done", shift, Meeting.DONE);
    }

    /** Takes a decision as it was typed. */
    static Uni<Void> heard(Exchange exchange, Shift shift, String typed) {
        return Meeting.line(exchange, typed, Notes.LONGEST)
                .map(said -> note(exchange, shift, said))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private static Uni<Void> note(Exchange exchange, Shift shift, String said) {
        return Notes.of(exchange, shift)
                .chain(notes -> notes.decisions().size() >= Notes.MOST
                        ? ask(exchange, shift)
                        : exchange.read(NOTE, exchange.organisation().number(), shift.id(), said, exchange.utc())
                                .invoke(() ->
                                        noted(exchange, shift, notes.decisions().size() + 1, said))
                                .replaceWithVoid());
    }

    private static void noted(Exchange exchange, Shift shift, int n, String said) {
        Typing.await(exchange, shift, Typing.Awaited.DECISION);
        exchange.say(
                Meeting.SPEECH.say(exchange, "decision.noted", "n", "" + n, "said", said),
                Keyboard.row(done(exchange, shift)));
    }

    /** Takes one back and shows what is left. */
    static Uni<Void> undo(Exchange exchange, Shift shift, long decision) {
        return exchange.read(UNDO, exchange.organisation().number(), shift.id(), decision)
                .chain(() -> ask(exchange, shift));
    }

    /** What is noted by now, and where to go on. */
    static Uni<Void> overview(Exchange exchange, Shift shift) {
        Typing.drop(exchange);
        return Notes.of(exchange, shift)
                .invoke(notes -> {
                    String language = exchange.person().language();
                    String all = Stream.of(notes.decided(language), notes.toDo(Mine.zone(exchange), language, true))
                            .filter(part -> !part.isEmpty())
                            .collect(Collectors.joining("\n\n"));
                    InPlace.say(
                            exchange,
                            Meeting.about(exchange, notes.none() ? "nothing" : "noted", shift)
                                    + (all.isEmpty() ? "" : "\n\n" + all),
                            new Keyboard(Meeting.notes(shift, language)));
                })
                .replaceWithVoid();
    }
}
