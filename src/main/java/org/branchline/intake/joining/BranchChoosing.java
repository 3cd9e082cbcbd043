package org.branchline.intake.joining;

import jakarta.inject.Singleton;
import java.util.Optional;
import org.branchline.conversation.Effect;
import org.branchline.intake.EffectHandler;
import org.branchline.intake.Exchange;
import org.branchline.roster.Branch;
import org.branchline.roster.Member;
import org.branchline.roster.joining.Joining;

/** The person is in that branch from here on, and whoever looks after it hears of them once. */
@Singleton
class BranchChoosing implements EffectHandler<Effect.BranchChosen> {

    private final Joining joining;
    private final Announcing announcing;

    BranchChoosing(Joining joining, Announcing announcing) {
        this.joining = joining;
        this.announcing = announcing;
    }

    @Override
    public Class<Effect.BranchChosen> effect() {
        return Effect.BranchChosen.class;
    }

    @Override
    public void handle(Effect.BranchChosen effect, Exchange exchange) {
        Optional<Branch> found = exchange.scene().branches().branch(effect.branch());
        if (found.isEmpty()) {
            return;
        }
        Branch branch = found.get();
        Member member = exchange.scene().member();
        exchange.person(
                exchange.person().withBranch(branch.name(exchange.person().language()), branch.captain()));
        joining.branch(exchange, exchange.scene().bot(), exchange.scene().chat(), branch.id());
        if (member == null || !Long.valueOf(branch.id()).equals(member.branch())) {
            announcing.newcomer(exchange, branch.id());
        }
    }
}
