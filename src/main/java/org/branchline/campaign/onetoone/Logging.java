package org.branchline.campaign.onetoone;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import org.branchline.conversation.Keyboard;
import org.branchline.conversation.day.DaySpan;
import org.branchline.conversation.engine.Cleaning;
import org.branchline.intake.Exchange;

/** Whom did you meet, when, and what do you want to remember? It is logged once the day is known; the rest can follow. */
@Singleton
class Logging {

    /** Characters of whom they met. */
    static final int LONGEST_WHO = 100;

    private static final int LONGEST_NOTE = 1_000;

    private final OneToOnes all;
    private final GettingBack back;

    Logging(OneToOnes all, GettingBack back) {
        this.all = all;
        this.back = back;
    }

    /** Begins one with whom they met. */
    Uni<Void> who(Exchange exchange, String typed) {
        String who = line(typed);
        if (!fits(who, LONGEST_WHO)) {
            return refuse(exchange, Typing.Awaited.WHO, 0, "who.long", LONGEST_WHO);
        }
        return begin(exchange, who, 0);
    }

    /** Begins another with the same person. */
    Uni<Void> again(Exchange exchange, OneToOne one) {
        return begin(exchange, one.who(), one.id());
    }

    private Uni<Void> begin(Exchange exchange, String who, long goesOn) {
        return all.begin(exchange, new Notes.Words(who, ""), goesOn).chain(begun -> when(exchange, begun));
    }

    Uni<Void> askWho(Exchange exchange, OneToOne one) {
        Typing.await(exchange, Typing.Awaited.WHO, one.id());
        return Saying.said(exchange, Saying.about(exchange, "who.other", one), way(exchange, one));
    }

    /** It was somebody else. */
    Uni<Void> otherWho(Exchange exchange, OneToOne one, String typed) {
        String who = line(typed);
        if (!fits(who, LONGEST_WHO)) {
            return refuse(exchange, Typing.Awaited.WHO, one.id(), "who.long", LONGEST_WHO);
        }
        OneToOne changed = one.with(new Notes.Words(who, one.words().note()));
        all.say(exchange, changed);
        Typing.drop(exchange);
        return changed.metOn() == null ? when(exchange, changed) : Card.show(exchange, changed);
    }

    /** On which day? */
    Uni<Void> when(Exchange exchange, OneToOne one) {
        Typing.await(exchange, Typing.Awaited.DAY, one.id());
        LocalDate today = Saying.today(exchange);
        return Saying.said(
                exchange,
                Saying.about(exchange, "when", one),
                new Keyboard(List.of(
                        List.of(
                                Saying.button(exchange, "today", one, Meeting.MET_ON, today),
                                Saying.button(exchange, "yesterday", one, Meeting.MET_ON, today.minusDays(1))),
                        List.of(Saying.button(exchange, "other_day", one.id(), Meeting.OTHER_DAY)),
                        way(exchange, one).rows().get(0))));
    }

    Uni<Void> askDay(Exchange exchange, OneToOne one, String key) {
        Typing.await(exchange, Typing.Awaited.DAY, one.id());
        return Saying.said(exchange, Saying.about(exchange, key, one), way(exchange, one));
    }

    Uni<Void> heardDay(Exchange exchange, OneToOne one, String typed) {
        LocalDate today = Saying.today(exchange);
        return past(today)
                .read(typed, today)
                .taken()
                .map(day -> day(exchange, one, day))
                .orElseGet(() -> askDay(exchange, one, "day.unclear"));
    }

    /** Logs it, or corrects when it was. */
    Uni<Void> day(Exchange exchange, OneToOne one, LocalDate day) {
        if (!past(Saying.today(exchange)).has(day)) {
            return when(exchange, one);
        }
        OneToOne met = one.on(day);
        return all.met(exchange, one, day).chain(() -> {
            if (one.metOn() != null) {
                Typing.drop(exchange);
                return Card.show(exchange, met);
            }
            Typing.await(exchange, Typing.Awaited.NOTE, one.id());
            return Week.of(exchange).chain(week -> logged(exchange, met, day, week));
        });
    }

    /** For as long as they are kept. */
    private static DaySpan past(LocalDate today) {
        return new DaySpan(today.minusYears(1).plusDays(1), today);
    }

    private static Uni<Void> logged(Exchange exchange, OneToOne met, LocalDate day, Week week) {
        return Saying.said(
                exchange,
                Saying.SPEECH.say(exchange, "logged", "who", met.who(), "day", Saying.day(exchange, day)) + "\n"
                        + week.line(exchange) + "\n\n" + Saying.SPEECH.say(exchange, "note.first"),
                Keyboard.row(Saying.button(exchange, "no_note", met.id(), Meeting.NO_NOTE)));
    }

    Uni<Void> askNote(Exchange exchange, OneToOne one) {
        Typing.await(exchange, Typing.Awaited.OTHER_NOTE, one.id());
        return Saying.said(exchange, Saying.about(exchange, "note.ask", one), way(exchange, one));
    }

    Uni<Void> note(Exchange exchange, OneToOne one, String typed, Typing.Awaited asked) {
        String note = Cleaning.clean(typed);
        if (!fits(note, LONGEST_NOTE)) {
            return refuse(exchange, asked, one.id(), "note.long", LONGEST_NOTE);
        }
        OneToOne noted = one.with(new Notes.Words(one.who(), note));
        all.say(exchange, noted);
        Typing.drop(exchange);
        return asked == Typing.Awaited.NOTE ? back.ask(exchange, noted) : Card.show(exchange, noted);
    }

    /** What was only begun is not logged. */
    Uni<Void> leave(Exchange exchange, OneToOne one) {
        if (one.metOn() != null) {
            return Card.show(exchange, one);
        }
        all.drop(exchange, one);
        return Saying.said(exchange, Saying.SPEECH.say(exchange, "left"), Keyboard.row(Saying.all(exchange)));
    }

    /** Out of it again. */
    private static Keyboard way(Exchange exchange, OneToOne one) {
        return Keyboard.row(
                one.metOn() == null
                        ? Saying.button(exchange, "leave", one.id(), Meeting.LEAVE)
                        : Saying.button(exchange, "keep", one.id(), Meeting.OPEN));
    }

    private static String line(String typed) {
        return Cleaning.clean(typed).replaceAll("\\s+", " ");
    }

    private static boolean fits(String text, int most) {
        return !text.isEmpty() && Cleaning.length(text) <= most;
    }

    private static Uni<Void> refuse(Exchange exchange, Typing.Awaited asked, long about, String key, int most) {
        Typing.await(exchange, asked, about);
        return Saying.said(exchange, Saying.SPEECH.say(exchange, key, "most", "" + most), Keyboard.NONE);
    }
}
