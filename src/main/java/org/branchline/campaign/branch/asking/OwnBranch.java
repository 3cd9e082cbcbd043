package org.branchline.campaign.branch.asking;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import org.branchline.campaign.branch.BranchAsk;
import org.branchline.campaign.branch.appointing.Duty;
import org.branchline.campaign.branch.appointing.Post;
import org.branchline.campaign.branch.appointing.Press;
import org.branchline.campaign.branch.appointing.Words;
import org.branchline.conversation.Action;
import org.branchline.conversation.Button;
import org.branchline.intake.Exchange;
import org.branchline.roster.Branch;

/** What a captain finds below the card of their own branch: the buddy, and handing it over. */
@Singleton
class OwnBranch implements BranchAsk {

    @Override
    public int place() {
        return 20;
    }

    @Override
    public Uni<List<Button>> buttons(Exchange exchange, Branch branch) {
        return Post.read(exchange, branch).map(post -> {
            if (!post.captain(exchange.member().id())) {
                return List.of();
            }
            Button buddy = post.buddies().isEmpty()
                    ? Words.SPEECH.button(exchange, "buddy", Duty.BUDDY.key(), Press.of(Requesting.CHOOSE, branch.id()))
                    : new Button(
                            Words.SPEECH.say(exchange, "button.buddy.now", "name", Buddying.names(post)),
                            new Action.Order(Duty.BUDDY.key(), Press.of(Buddying.SHOW, branch.id())));
            return List.of(
                    buddy,
                    Words.SPEECH.button(
                            exchange, "handover", Duty.HANDOVER.key(), Press.of(Requesting.CHOOSE, branch.id())));
        });
    }
}
