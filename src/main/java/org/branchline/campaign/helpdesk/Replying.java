package org.branchline.campaign.helpdesk;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import org.branchline.intake.Exchange;
import org.branchline.intake.Speech;
import org.branchline.roster.Grant;
import org.branchline.roster.Role;
import org.branchline.roster.Roles;
import org.jspecify.annotations.Nullable;

/** Somebody replies to a message that shows a question: what they wrote is the answer, if they still may give one. */
@Singleton
class Replying {

    private static final Speech SPEECH = Names.SPEECH;

    private final Questions questions;
    private final Delivering delivering;

    Replying(Questions questions, Delivering delivering) {
        this.questions = questions;
        this.delivering = delivering;
    }

    /** Takes the reply; false where the message shows no question. */
    Uni<Boolean> reply(Exchange exchange, long message, String text) {
        return questions.shown(exchange, message).flatMap(shown -> {
            if (shown.isEmpty()) {
                return Uni.createFrom().item(false);
            }
            long id = shown.get();
            return Uni.combine()
                    .all()
                    .unis(
                            Roles.held(
                                    exchange::read,
                                    exchange.organisation(),
                                    exchange.member().id()),
                            questions.locked(exchange, id),
                            questions.answeredBy(exchange, id),
                            questions.copies(exchange, id))
                    .asTuple()
                    .invoke(found -> answer(
                            exchange,
                            found.getItem1(),
                            found.getItem2().orElse(null),
                            found.getItem3(),
                            found.getItem4(),
                            text))
                    .replaceWith(true);
        });
    }

    private void answer(
            Exchange exchange,
            List<Grant> grants,
            @Nullable Question question,
            List<Questions.Answerer> before,
            List<Questions.Copy> copies,
            String text) {
        if (question == null) {
            exchange.say(SPEECH.say(exchange, "reply.gone"));
            return;
        }
        Role role = Helper.role(grants, question.branch(), exchange.scene().branches());
        if (role == null) {
            exchange.say(SPEECH.say(exchange, "reply.not_yours"));
        } else if (!question.reachable()) {
            exchange.say(SPEECH.say(exchange, "reply.unreachable", "name", question.name()));
        } else if (text.length() > Question.LONGEST) {
            exchange.say(SPEECH.say(exchange, "too_long", "most", "" + Question.LONGEST));
        } else {
            delivering.answer(exchange, question, role, text);
            delivering.tellOthers(exchange, question, before, copies);
            exchange.say(SPEECH.say(exchange, "reply.done", "name", question.name()));
        }
    }
}
