package org.branchline.campaign.helpdesk;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import org.branchline.conversation.Keyboard;
import org.branchline.conversation.Outgoing;
import org.branchline.delivery.Doubt;
import org.branchline.delivery.Letter;
import org.branchline.delivery.Priority;
import org.branchline.intake.Command;
import org.branchline.intake.Exchange;
import org.branchline.intake.InPlace;
import org.branchline.intake.Speech;
import org.branchline.roster.Member;
import org.jspecify.annotations.Nullable;

/** The member says whether what they wrote is passed on. */
@Singleton
class Passing implements Command {

    static final String YES = "y";
    static final String NO = "n";

    private static final Speech SPEECH = Names.SPEECH;

    private static final String PASSED = """
            select 1 from question where organisation = $1 and id = $2 and member = $3 and state in ('open', 'answered')
            """;

    private final Drafts drafts;
    private final Offering offering;
    private final Names names;

    Passing(Drafts drafts, Offering offering, Names names) {
        this.drafts = drafts;
        this.offering = offering;
        this.names = names;
    }

    @Override
    public String name() {
        return "pass";
    }

    @Override
    public Uni<Void> run(Exchange exchange, String argument) {
        if (argument.equals(NO)) {
            drafts.drop(exchange);
            return said(exchange, "pass.kept");
        }
        if (!argument.matches("[yn]\\d{1,18}")) {
            return said(exchange, "pass.nothing");
        }
        long id = Long.parseLong(argument.substring(1));
        boolean yes = argument.startsWith(YES);
        return drafts.find(exchange).flatMap(found -> {
            Drafts.Draft draft =
                    found.filter(one -> one.id() == id && !one.awaited()).orElse(null);
            if (draft == null) {
                return late(exchange, id);
            }
            if (yes) {
                return pass(exchange, draft);
            }
            drafts.drop(exchange);
            return said(exchange, "pass.kept");
        });
    }

    /** A second press says what became of the first. */
    private Uni<Void> late(Exchange exchange, long id) {
        return exchange.read(
                        PASSED,
                        exchange.organisation().number(),
                        id,
                        exchange.member().id())
                .flatMap(rows -> {
                    if (rows.size() == 0) {
                        return said(exchange, "pass.nothing");
                    }
                    exchange.say(new Outgoing.Acknowledge(SPEECH.say(exchange, "pass.already")));
                    return Uni.createFrom().voidItem();
                });
    }

    private Uni<Void> pass(Exchange exchange, Drafts.Draft draft) {
        Member member = exchange.member();
        return Offering.helpers(exchange)
                .invoke(helpers -> {
                    if (helpers.isEmpty()) {
                        offering.nobody(exchange, "person.nobody");
                        return;
                    }
                    bring(exchange, drafts, draft, helpers);
                    InPlace.say(
                            exchange,
                            SPEECH.say(exchange, "pass.done", "who", names.of(exchange, helpers, member.branch())),
                            Keyboard.NONE);
                })
                .replaceWithVoid();
    }

    /** From here on it is a question that these see. */
    static void bring(Exchange exchange, Drafts drafts, Drafts.Draft draft, List<Helper> helpers) {
        Long branch = exchange.member().branch();
        drafts.passOn(exchange, draft.id(), branch);
        Question question = question(exchange, draft, branch);
        for (Helper helper : helpers) {
            exchange.send(new Letter(
                    exchange.scene().bot(),
                    helper.chat(),
                    null,
                    Priority.REMINDER,
                    Doubt.RESEND,
                    true,
                    new Outgoing.Say(Showing.card(question, List.of(), helper.language(), exchange)),
                    question.id()));
        }
    }

    private static Question question(Exchange exchange, Drafts.Draft draft, @Nullable Long branch) {
        return new Question(
                draft.id(),
                exchange.scene().chat(),
                exchange.person().name(),
                exchange.person().language(),
                exchange.person().zone(),
                branch,
                false,
                true,
                exchange.now(),
                draft.text());
    }

    private static Uni<Void> said(Exchange exchange, String key) {
        InPlace.say(exchange, SPEECH.say(exchange, key), Keyboard.NONE);
        return Uni.createFrom().voidItem();
    }
}
