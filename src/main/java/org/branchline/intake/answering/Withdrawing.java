package org.branchline.intake.answering;

import jakarta.inject.Singleton;
import org.branchline.conversation.Effect;
import org.branchline.intake.EffectHandler;
import org.branchline.intake.Exchange;

/** Takes an answer out of effect; its history keeps it. */
@Singleton
class Withdrawing implements EffectHandler<Effect.Withdrawn> {

    private static final String WITHDRAW =
            "update answer set in_effect = false, answered_at = $4 where organisation = $1 and run = $2 and question = $3";

    @Override
    public Class<Effect.Withdrawn> effect() {
        return Effect.Withdrawn.class;
    }

    @Override
    public void handle(Effect.Withdrawn effect, Exchange exchange) {
        exchange.write(
                WITHDRAW, exchange.organisation().number(), exchange.frontId(), effect.question(), exchange.utc());
    }
}
