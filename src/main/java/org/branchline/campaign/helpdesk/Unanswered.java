package org.branchline.campaign.helpdesk;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import org.branchline.campaign.branch.CardNeed;
import org.branchline.conversation.Action;
import org.branchline.intake.Exchange;
import org.branchline.intake.Speech;
import org.branchline.roster.Access;
import org.branchline.roster.Deed;

/** Questions that wait, on the weekly card of whoever may answer them; what they say is read where they are answered. */
@Singleton
class Unanswered implements CardNeed {

    private static final int SHOWN = 3;

    private final OpenQuestions open;

    Unanswered(OpenQuestions open) {
        this.open = open;
    }

    @Override
    public int place() {
        return 1;
    }

    @Override
    public Uni<List<Need>> needs(Exchange exchange, Access access) {
        return access.mayAnywhere(Deed.ANSWER)
                ? open.of(exchange, access, 0, SHOWN).map(some -> some.questions().stream()
                        .map(question -> need(exchange, question))
                        .toList())
                : Uni.createFrom().item(List.of());
    }

    private static Need need(Exchange exchange, Question question) {
        return new Need(
                Names.SPEECH.say(
                        exchange,
                        "card.need",
                        "who",
                        Showing.who(question, exchange.person().language(), exchange),
                        "day",
                        Speech.day(exchange, question.askedAt())),
                Names.SPEECH.say(exchange, "button.answer"),
                new Action.Order(Listing.NAME, Reshowing.ONE + question.id()));
    }
}
