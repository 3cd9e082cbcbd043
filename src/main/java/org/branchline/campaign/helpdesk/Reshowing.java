package org.branchline.campaign.helpdesk;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import org.branchline.conversation.Outgoing;
import org.branchline.delivery.Doubt;
import org.branchline.delivery.Letter;
import org.branchline.delivery.Priority;
import org.branchline.intake.Exchange;
import org.branchline.intake.Speech;
import org.branchline.roster.Access;
import org.branchline.roster.Deed;
import org.jspecify.annotations.Nullable;

/** Shows a question once more, as a message that can be replied to. */
@Singleton
class Reshowing {

    /** How a button's argument names one question. */
    static final String ONE = "q";

    private static final Speech SPEECH = Names.SPEECH;

    private final Questions questions;

    Reshowing(Questions questions) {
        this.questions = questions;
    }

    Uni<Void> show(Exchange exchange, Access access, long id) {
        return Uni.combine()
                .all()
                .unis(questions.read(exchange, id), questions.answeredBy(exchange, id))
                .asTuple()
                .invoke(found -> show(exchange, access, found.getItem1().orElse(null), found.getItem2()))
                .replaceWithVoid();
    }

    private static void show(
            Exchange exchange, Access access, @Nullable Question question, List<Questions.Answerer> answeredBy) {
        if (question == null || !access.may(Deed.ANSWER, question.branch())) {
            exchange.say(SPEECH.say(exchange, "questions.gone"));
            return;
        }
        List<String> names = answeredBy.stream().map(Questions.Answerer::name).toList();
        exchange.send(new Letter(
                exchange.scene().bot(),
                exchange.scene().chat(),
                null,
                Priority.REPLY,
                Doubt.RESEND,
                true,
                new Outgoing.Say(Showing.card(question, names, exchange.person().language(), exchange)),
                question.id()));
    }
}
