package org.branchline.campaign.helpdesk;

import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.branchline.conversation.Keyboard;
import org.branchline.conversation.Outgoing;
import org.branchline.delivery.Doubt;
import org.branchline.delivery.Letter;
import org.branchline.delivery.Priority;
import org.branchline.intake.Exchange;
import org.branchline.intake.Speech;
import org.branchline.roster.Role;

/** Brings an answer to whoever asked, and tells the others that there is one. */
@Singleton
class Delivering {

    private static final Speech SPEECH = Names.SPEECH;

    private static final String ANSWERED =
            "update question set state = 'answered', answered_at = $3 where organisation = $1 and id = $2";

    private static final String BY = """
            insert into question_answer (organisation, question, member, answered_at) values ($1, $2, $3, $4)
            on conflict (organisation, question, member) do update set answered_at = excluded.answered_at
            """;

    /**
     * A question that is open there is named again before free text is taken. Another chat's row: skipped where a turn holds
     * it, so that nobody waits while holding their own.
     */
    private static final String INTERRUPT = """
            update chat set interrupted = true where organisation = $1 and bot = $2 and id in (
              select id from chat where organisation = $1 and bot = $2 and id = $3 and front is not null
              for no key update skip locked)
            """;

    private final Names names;

    Delivering(Names names) {
        this.names = names;
    }

    void answer(Exchange exchange, Question question, Role role, String text) {
        int organisation = exchange.organisation().number();
        OffsetDateTime now = exchange.now().atOffset(ZoneOffset.UTC);
        exchange.write(ANSWERED, organisation, question.id(), now);
        exchange.write(BY, organisation, question.id(), exchange.member().id(), now);
        exchange.write(INTERRUPT, organisation, exchange.scene().bot().id(), question.asker());
        exchange.send(new Letter(
                exchange.scene().bot(),
                question.asker(),
                null,
                Priority.REMINDER,
                Doubt.RESEND,
                true,
                new Outgoing.Say(SPEECH.in(
                        question.language(),
                        "answer",
                        "name",
                        exchange.person().name(),
                        "role",
                        names.role(exchange, question.language(), role),
                        "text",
                        text))));
    }

    /** Every message that shows the question says from now on who answered it. */
    void tellOthers(
            Exchange exchange, Question question, List<Questions.Answerer> before, List<Questions.Copy> copies) {
        List<String> all = new ArrayList<>();
        before.forEach(one -> all.add(one.name()));
        if (before.stream().noneMatch(one -> one.member() == exchange.member().id())) {
            all.add(exchange.person().name());
        }
        for (Questions.Copy copy : copies) {
            exchange.send(new Letter(
                    exchange.scene().bot(),
                    copy.chat(),
                    null,
                    Priority.REMINDER,
                    Doubt.RESEND,
                    true,
                    new Outgoing.Edit(
                            copy.message(), Showing.card(question, all, copy.language(), exchange), Keyboard.NONE),
                    question.id()));
        }
    }
}
