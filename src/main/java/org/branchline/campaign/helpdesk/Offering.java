package org.branchline.campaign.helpdesk;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.branchline.conversation.Action;
import org.branchline.conversation.Button;
import org.branchline.conversation.Keyboard;
import org.branchline.intake.Exchange;
import org.branchline.intake.Speech;
import org.branchline.roster.BranchBook;
import org.jspecify.annotations.Nullable;

/** Offers to pass on what a member wrote. Nothing is passed on that the member did not say yes to. */
@Singleton
class Offering {

    /** Several short messages within this time are one question. */
    private static final Duration TOGETHER = Duration.ofMinutes(10);

    /** Whoever said they want to ask somebody writes within this time, or means something else. */
    static final Duration PATIENCE = Duration.ofHours(1);

    private static final Speech SPEECH = Names.SPEECH;

    private final Drafts drafts;
    private final Names names;

    Offering(Drafts drafts, Names names) {
        this.drafts = drafts;
        this.names = names;
    }

    /** Those who would get a question of this chat's member now. */
    static Uni<List<Helper>> helpers(Exchange exchange) {
        BranchBook book = exchange.scene().branches();
        return Helpers.all(exchange::read, exchange.scene().bot())
                .map(all -> Helper.forQuestion(
                        all, exchange.member().branch(), exchange.scene().chat(), book, exchange.now()));
    }

    /** Offers a text, together with what was offered just before. */
    Uni<Void> offer(Exchange exchange, Drafts.@Nullable Draft before, String text) {
        return helpers(exchange).flatMap(helpers -> {
            boolean asked = before != null
                    && before.awaited()
                    && before.at().plus(PATIENCE).isAfter(exchange.now());
            if (helpers.isEmpty()) {
                nobody(exchange, asked ? "person.nobody" : "offer.nobody");
                return Uni.createFrom().voidItem();
            }
            boolean more = before != null
                    && !before.awaited()
                    && before.at().plus(TOGETHER).isAfter(exchange.now());
            String whole = before != null && more
                    ? before.text() + "\n" + text
                    : before != null && asked ? about(exchange, before.about()) + text : text;
            if (whole.length() > Question.LONGEST) {
                exchange.say(SPEECH.say(exchange, "too_long", "most", "" + Question.LONGEST));
                return Uni.createFrom().voidItem();
            }
            return drafts.offer(exchange, whole)
                    .invoke(id -> {
                        String who =
                                names.of(exchange, helpers, exchange.member().branch());
                        String key = more ? "offer.more" : asked ? "offer.asked" : "offer";
                        Button send = new Button(
                                SPEECH.say(exchange, "button.pass", "who", who),
                                new Action.Order("pass", Passing.YES + id));
                        Button other = more || asked
                                ? SPEECH.button(exchange, "keep", "pass", Passing.NO + id)
                                : SPEECH.button(exchange, "open", "start", "");
                        exchange.say(SPEECH.say(exchange, key), new Keyboard(List.of(List.of(send), List.of(other))));
                    })
                    .replaceWithVoid();
        });
    }

    private static String about(Exchange exchange, String about) {
        return about.isEmpty() ? "" : SPEECH.say(exchange, "about", "about", about) + " ";
    }

    /** Nobody is there to answer. */
    void nobody(Exchange exchange, String key) {
        String text = SPEECH.say(exchange, key);
        String imprint = names.organisation(exchange)
                .about()
                .text(exchange.person().language(), "imprint")
                .map(where -> "\n" + where)
                .orElse("");
        exchange.say(text + imprint, Keyboard.row(SPEECH.button(exchange, "open", "start", "")));
    }
}
