package org.branchline.campaign.broadcast.composing;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.branchline.campaign.broadcast.Draft;
import org.branchline.campaign.broadcast.Kind;
import org.branchline.campaign.broadcast.Wording;
import org.branchline.conversation.Button;
import org.branchline.conversation.Keyboard;
import org.branchline.intake.Exchange;
import org.branchline.intake.InPlace;
import org.branchline.intake.Speech;
import org.branchline.roster.Access;
import org.branchline.roster.Organisation;

/** Asks what has to be said next. */
@Singleton
class Asking {

    private static final Speech SPEECH = Reach.SPEECH;

    private final Reach reach;
    private final Choosing choosing;
    private final Previewing previewing;

    Asking(Reach reach, Choosing choosing, Previewing previewing) {
        this.reach = reach;
        this.choosing = choosing;
        this.previewing = previewing;
    }

    Uni<Void> next(Exchange exchange, Access access, Composition composition) {
        return switch (composition.step()) {
            case AUDIENCE -> choosing.offer(exchange, access, new Buttons(exchange, composition.id()), 0);
            case TEXT -> text(exchange, access, composition);
            case OTHER_TEXT -> otherText(exchange, composition);
            case KIND -> kind(exchange, composition);
            case ACTIONS -> actions(exchange, composition);
            case LABELS -> labels(exchange, composition);
            case TIME -> Timekeeping.ask(exchange, composition);
            case PREVIEW, CONFIRM -> previewing.show(exchange, access, composition);
        };
    }

    private Uni<Void> text(Exchange exchange, Access access, Composition composition) {
        return reach.count(exchange, access, composition.meant())
                .invoke(counted -> {
                    Buttons buttons = new Buttons(exchange, composition.id());
                    boolean offers = !composition.said().besides().playbook().isEmpty();
                    Keyboard keyboard = new Keyboard(List.of(
                            List.of(offers ? buttons.of("no_offer", "nq") : buttons.of("offer", "q")),
                            List.of(buttons.of("audience", "a", 0), buttons.of("stop", "x"))));
                    if (counted.total() == 0) {
                        InPlace.say(exchange, SPEECH.say(exchange, "nobody", "whom", composition.whom()), keyboard);
                        return;
                    }
                    InPlace.say(
                            exchange,
                            Reach.whom(exchange, composition.whom(), counted) + "\n\n"
                                    + ask(exchange, composition.said()),
                            keyboard);
                })
                .replaceWithVoid();
    }

    private String ask(Exchange exchange, Said said) {
        Besides.Piece piece = said.besides().piece();
        String key = piece == null ? "text.ask" : piece.attached().picture() ? "text.ask.picture" : "text.ask.document";
        return SPEECH.say(exchange, key, "most", "" + most(exchange, said));
    }

    private int most(Exchange exchange, Said said) {
        Kind kind = Objects.requireNonNullElse(said.kind(), Kind.APPEAL);
        return Wording.room(
                previewing.organisation(exchange), kind, said.besides().piece() != null, "");
    }

    private Uni<Void> otherText(Exchange exchange, Composition composition) {
        Buttons buttons = new Buttons(exchange, composition.id());
        String code = composition.said().besides().awaited().language();
        String language = Speech.language(code);
        int place = previewing.organisation(exchange).languages().indexOf(code);
        InPlace.say(
                exchange,
                SPEECH.say(
                        exchange, "other.ask", "language", language, "most", "" + most(exchange, composition.said())),
                Keyboard.row(
                        buttons.labelled(SPEECH.say(exchange, "button.without", "language", language), "d", place),
                        buttons.of("stop", "x")));
        return Uni.createFrom().voidItem();
    }

    private Uni<Void> kind(Exchange exchange, Composition composition) {
        Buttons buttons = new Buttons(exchange, composition.id());
        Organisation organisation = previewing.organisation(exchange);
        List<List<Button>> rows = new ArrayList<>();
        rows.add(List.of(buttons.of("appeal", "k", "appeal")));
        rows.add(List.of(buttons.of("service", "k", "service")));
        List<Button> tongues = Tongues.buttons(exchange, buttons, organisation, composition.said());
        if (!tongues.isEmpty()) {
            rows.add(tongues);
        }
        rows.add(List.of(buttons.of("text", "t"), buttons.of("stop", "x")));
        InPlace.say(exchange, SPEECH.say(exchange, "kind.ask"), new Keyboard(rows));
        return Uni.createFrom().voidItem();
    }

    private static Uni<Void> actions(Exchange exchange, Composition composition) {
        Buttons buttons = new Buttons(exchange, composition.id());
        String labels = String.join(" · ", Previewing.labels(exchange.person().language()));
        InPlace.say(
                exchange,
                SPEECH.say(exchange, "actions.ask"),
                new Keyboard(List.of(
                        List.of(buttons.labelled(labels, "w", "1")),
                        List.of(buttons.of("own", "o")),
                        List.of(buttons.of("none", "w", "0")),
                        List.of(buttons.of("text", "t"), buttons.of("stop", "x")))));
        return Uni.createFrom().voidItem();
    }

    private Uni<Void> labels(Exchange exchange, Composition composition) {
        Buttons buttons = new Buttons(exchange, composition.id());
        List<String> languages = previewing.organisation(exchange).languages();
        String language = composition.said().besides().awaited().language();
        List<String> first = Labelling.first(composition.said(), languages);
        boolean other = !language.equals(languages.get(0));
        String most = "" + (other ? first.size() : Draft.MOST_ACTIONS);
        InPlace.say(
                exchange,
                other
                        ? SPEECH.say(exchange, "labels.other", "language", Speech.language(language), "count", most)
                        : SPEECH.say(exchange, "labels.ask", "most", most, "longest", "" + Draft.LONGEST_ACTION),
                Keyboard.row(
                        other
                                ? buttons.labelled(String.join(" · ", first), "same", languages.indexOf(language))
                                : buttons.of("none", "w", "0"),
                        buttons.of("stop", "x")));
        return Uni.createFrom().voidItem();
    }
}
