package org.branchline.campaign.event.meeting;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.branchline.calendar.LadderBefore;
import org.branchline.campaign.audience.Audience;
import org.branchline.campaign.deadline.Deadline;
import org.branchline.campaign.deadline.Deadlines;
import org.branchline.campaign.deadline.TakingBack;
import org.branchline.campaign.deadline.Telling;
import org.branchline.campaign.deadline.TypedDue;
import org.branchline.campaign.event.Mine;
import org.branchline.campaign.event.Shift;
import org.branchline.campaign.event.Typing;
import org.branchline.conversation.Button;
import org.branchline.conversation.Keyboard;
import org.branchline.conversation.Moments;
import org.branchline.database.Audit;
import org.branchline.intake.Exchange;
import org.branchline.intake.InPlace;
import org.branchline.intake.Page;
import org.branchline.roster.Organisations;

/** A host notes what is to be done, by when and who leads it, one after another: each becomes a deadline of whoever leads it. */
@Singleton
class Tasks {

    /** Characters; it stands on one line, as the name of a deadline does. */
    private static final int LONGEST = 80;

    private static final String NOTE = "insert into meeting_task (organisation, shift, deadline) values ($1, $2, $3)";

    private static final String UNDO = """
            delete from meeting_task where organisation = $1 and shift = $2 and deadline = $3 returning deadline
            """;

    private final Organisations organisations;
    private final TakingBack takingBack;

    Tasks(Organisations organisations, TakingBack takingBack) {
        this.organisations = organisations;
        this.takingBack = takingBack;
    }

    /** Shows what is to be done and asks for more. */
    Uni<Void> ask(Exchange exchange, Shift shift) {
        return Notes.of(exchange, shift)
                .invoke(notes -> {
                    String language = exchange.person().language();
                    boolean full = await(exchange, shift, notes.tasks().size());
                    List<List<Button>> rows = new ArrayList<>();
                    notes.tasks()
                            .forEach(task -> rows.add(List.of(Meeting.labelled(
                                    "✗ " + task.deadline().title(language),
                                    shift,
                                    Meeting.UNTASK + task.deadline().id()))));
                    rows.add(List.of(Noting.done(exchange, shift)));
                    exchange.say(
                            Noting.above(notes.toDo(Mine.zone(exchange), language, true))
                                    + Meeting.about(
                                            exchange, full ? "full" : "task.ask", shift, "most", "" + Notes.MOST),
                            new Keyboard(rows));
                })
                .replaceWithVoid();
    }

    /** Completes with whether there is no room for more. */
    private static boolean await(Exchange exchange, Shift shift, int tasks) {
        boolean full = tasks >= Notes.MOST;
        if (full) {
            Typing.drop(exchange);
        } else {
            Typing.await(exchange, shift, Typing.Awaited.TASK);
        }
        return full;
    }

    /** Takes what is to be done, then by when. */
    Uni<Void> heard(Exchange exchange, Shift shift, Typing.Asked asked, String text) {
        return switch (asked.what()) {
            case TASK ->
                Meeting.line(exchange, text, LONGEST)
                        .map(said -> askWhen(exchange, shift, said, "ask.when"))
                        .orElseGet(() -> Uni.createFrom().voidItem());
            case DUE -> when(exchange, shift, asked.said(), text);
            default -> lead(exchange, shift, TaskSketch.of(asked), 0, false);
        };
    }

    private static Uni<Void> askWhen(Exchange exchange, Shift shift, String said, String key) {
        Typing.await(exchange, new Typing.Asked(shift.id(), Typing.Awaited.DUE, said, ""));
        exchange.say(Telling.SPEECH.say(exchange, key, "zone", Moments.place(Mine.zone(exchange))));
        return Uni.createFrom().voidItem();
    }

    private static Uni<Void> when(Exchange exchange, Shift shift, String said, String text) {
        ZoneId zone = Mine.zone(exchange);
        return TypedDue.read(text, zone, exchange.now())
                .map(due -> TypedDue.ahead(due, zone, exchange.now())
                        ? lead(exchange, shift, new TaskSketch(said, due), 0, false)
                        : askWhen(exchange, shift, said, "when.over"))
                .orElseGet(() -> askWhen(exchange, shift, said, "when.unclear"));
    }

    /** A further page of who can lead what was typed last. */
    Uni<Void> leads(Exchange exchange, Shift shift, long page) {
        return Typing.take(exchange, shift, Typing.Awaited.LEAD).chain(found -> found.map(TaskSketch::of)
                .map(sketch -> lead(exchange, shift, sketch, (int) Math.min(page, 999), true))
                .orElseGet(() -> ask(exchange, shift)));
    }

    private static Uni<Void> lead(Exchange exchange, Shift shift, TaskSketch sketch, int number, boolean inPlace) {
        sketch.await(exchange, shift);
        return Leads.of(exchange, shift)
                .invoke(leads -> {
                    String text =
                            Meeting.SPEECH.say(exchange, "lead.ask", "task", sketch.said(), "by", sketch.by(exchange));
                    Keyboard keyboard = keyboard(exchange, shift, Page.of(leads.all(), number));
                    if (inPlace) {
                        InPlace.say(exchange, text, keyboard);
                    } else {
                        exchange.say(text, keyboard);
                    }
                })
                .replaceWithVoid();
    }

    private static Keyboard keyboard(Exchange exchange, Shift shift, Page<Leads.Lead> page) {
        String language = exchange.person().language();
        List<List<Button>> rows = new ArrayList<>();
        rows.add(List.of(Meeting.button(
                language, "me", shift, Meeting.LEAD + exchange.member().id())));
        page.shown()
                .forEach(one -> rows.add(List.of(Meeting.labelled(one.name(), shift, Meeting.LEAD + one.member()))));
        rows.addAll(page.turning(
                to -> Meeting.button(language, "earlier", shift, Meeting.LEADS + to),
                to -> Meeting.button(language, "more", shift, Meeting.LEADS + to)));
        return new Keyboard(rows);
    }

    /** Whoever is pressed takes it on, once, however often that is pressed. */
    Uni<Void> put(Exchange exchange, Shift shift, long member) {
        return Leads.find(exchange, shift, member)
                .chain(lead -> lead.isEmpty()
                        ? leads(exchange, shift, 0)
                        : Typing.take(exchange, shift, Typing.Awaited.LEAD).chain(found -> found.map(
                                        asked -> put(exchange, shift, TaskSketch.of(asked), lead.get()))
                                .orElseGet(() -> ask(exchange, shift))));
    }

    private Uni<Void> put(Exchange exchange, Shift shift, TaskSketch sketch, Leads.Lead lead) {
        if (!TypedDue.ahead(sketch.due(), Mine.zone(exchange), exchange.now())) {
            return askWhen(exchange, shift, sketch.said(), "when.over");
        }
        return Notes.of(exchange, shift)
                .chain(notes -> notes.tasks().size() >= Notes.MOST
                        ? ask(exchange, shift)
                        : Deadlines.give(exchange, deadline(exchange, shift, sketch, lead), List.of(lead.member()))
                                .invoke(id -> noted(
                                        exchange,
                                        shift,
                                        id,
                                        sketch,
                                        lead,
                                        notes.tasks().size() + 1))
                                .replaceWithVoid());
    }

    private Deadline deadline(Exchange exchange, Shift shift, TaskSketch sketch, Leads.Lead lead) {
        List<String> languages =
                organisations.organisation(exchange.organisation()).languages();
        String fallback = languages.get(0);
        Map<String, String> tasks = new HashMap<>();
        languages.forEach(language -> tasks.put(
                language,
                Meeting.SPEECH.in(language, "task.from", "title", shift.event().title(language))));
        return new Deadline(
                0,
                fallback,
                Map.of(fallback, sketch.said()),
                tasks,
                "",
                sketch.due(),
                Audience.EVERYONE,
                shift.event().title(fallback),
                LadderBefore.USUAL,
                lead.member(),
                lead.name(),
                true,
                0,
                false,
                exchange.now(),
                null,
                null);
    }

    private static void noted(
            Exchange exchange, Shift shift, long deadline, TaskSketch sketch, Leads.Lead lead, int tasks) {
        exchange.write(NOTE, exchange.organisation().number(), shift.id(), deadline);
        audit(exchange, shift, "gave somebody a task", deadline);
        boolean full = await(exchange, shift, tasks);
        InPlace.say(
                exchange,
                Meeting.SPEECH.say(
                                exchange,
                                "task.noted",
                                "task",
                                sketch.said(),
                                "by",
                                sketch.by(exchange),
                                "name",
                                lead.name())
                        + "\n\n"
                        + Meeting.about(exchange, full ? "full" : "task.next", shift, "most", "" + Notes.MOST),
                Keyboard.row(Noting.done(exchange, shift)));
    }

    /** Takes one back, which nobody owes then, and shows what is left. */
    Uni<Void> undo(Exchange exchange, Shift shift, long deadline) {
        return exchange.read(UNDO, exchange.organisation().number(), shift.id(), deadline)
                .chain(gone -> gone.size() == 0
                        ? Uni.createFrom().voidItem()
                        : takingBack
                                .all(exchange, deadline)
                                .chain(() -> Deadlines.cancel(exchange, deadline))
                                .invoke(() -> audit(exchange, shift, "took a task back", deadline)))
                .chain(() -> ask(exchange, shift));
    }

    private static void audit(Exchange exchange, Shift shift, String what, long deadline) {
        Audit.record(
                exchange,
                exchange.organisation(),
                "member " + exchange.member().id(),
                what,
                List.of("shift " + shift.id(), "deadline " + deadline));
    }
}
