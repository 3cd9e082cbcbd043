package org.branchline.campaign.broadcast.composing;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import org.branchline.campaign.branch.BranchAsk;
import org.branchline.conversation.Action;
import org.branchline.conversation.Button;
import org.branchline.intake.Exchange;
import org.branchline.roster.Branch;

/** The button below a branch's card that begins a message to all of it. */
@Singleton
class WritingToBranch implements BranchAsk {

    @Override
    public int place() {
        return 10;
    }

    @Override
    public Uni<List<Button>> buttons(Exchange exchange, Branch branch) {
        return Uni.createFrom()
                .item(List.of(new Button(
                        Reach.SPEECH.say(
                                exchange,
                                "button.to_branch",
                                "branch",
                                branch.name(exchange.person().language())),
                        new Action.Order(Buttons.COMMAND, Composing.TO_BRANCH + branch.id()))));
    }
}
