package org.branchline.campaign.onetoone;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.branchline.conversation.Button;
import org.branchline.conversation.Keyboard;
import org.branchline.intake.Exchange;

/** One that is logged, as its author reads it. */
final class Card {

    private Card() {}

    static Uni<Void> show(Exchange exchange, OneToOne one) {
        return Saying.said(exchange, text(exchange, one), keyboard(exchange, one));
    }

    /** The same below what was just done. */
    static Uni<Void> show(Exchange exchange, String done, OneToOne one) {
        return Saying.said(exchange, done + "\n\n" + text(exchange, one), keyboard(exchange, one));
    }

    private static String text(Exchange exchange, OneToOne one) {
        List<String> lines = new ArrayList<>();
        lines.add(one.who());
        lines.add(Saying.SPEECH.say(
                exchange, "card.met", "day", Saying.day(exchange, Objects.requireNonNull(one.metOn()))));
        if (one.backOn() != null) {
            lines.add(Saying.SPEECH.say(exchange, "card.back", "day", Saying.day(exchange, one.backOn())));
        }
        if (!one.words().note().isEmpty()) {
            lines.add(
                    Saying.SPEECH.say(exchange, "card.note", "note", one.words().note()));
        }
        if (!one.readable()) {
            lines.add(Saying.SPEECH.say(exchange, "unreadable"));
        }
        return String.join("\n", lines);
    }

    private static Keyboard keyboard(Exchange exchange, OneToOne one) {
        List<List<Button>> rows = new ArrayList<>();
        if (one.backOn() != null) {
            rows.add(List.of(
                    Saying.button(exchange, "done", one.id(), Meeting.DONE),
                    Saying.button(exchange, "later", one.id(), Meeting.GET_BACK)));
        }
        rows.add(List.of(
                Saying.button(exchange, "again", one.id(), Meeting.AGAIN),
                Saying.button(exchange, "change", one.id(), Meeting.CHANGE)));
        rows.add(List.of(Saying.all(exchange)));
        return new Keyboard(rows);
    }

    /** What of it shall be changed? */
    static Uni<Void> change(Exchange exchange, OneToOne one) {
        String note = one.words().note().isEmpty() ? "add_note" : "change_note";
        return Saying.said(
                exchange,
                text(exchange, one),
                new Keyboard(List.of(
                        List.of(
                                Saying.button(exchange, "change_who", one.id(), Meeting.WHO),
                                Saying.button(exchange, "change_day", one.id(), Meeting.WHEN)),
                        List.of(
                                Saying.button(exchange, note, one.id(), Meeting.NOTE),
                                Saying.button(exchange, "get_back", one.id(), Meeting.GET_BACK)),
                        List.of(
                                Saying.button(exchange, "delete", one.id(), Meeting.DELETE),
                                Saying.button(exchange, "keep", one.id(), Meeting.OPEN)))));
    }

    /** Shall it be deleted? */
    static Uni<Void> sure(Exchange exchange, OneToOne one) {
        return Saying.said(
                exchange,
                Saying.about(exchange, "delete.sure", one),
                Keyboard.row(
                        Saying.button(exchange, "delete_yes", one.id(), Meeting.DELETED),
                        Saying.button(exchange, "keep", one.id(), Meeting.OPEN)));
    }
}
