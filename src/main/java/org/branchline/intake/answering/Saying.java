package org.branchline.intake.answering;

import jakarta.inject.Singleton;
import org.branchline.conversation.Effect;
import org.branchline.intake.EffectHandler;
import org.branchline.intake.Exchange;

/** Says in the chat what the engine says. */
@Singleton
class Saying implements EffectHandler<Effect.Said> {

    @Override
    public Class<Effect.Said> effect() {
        return Effect.Said.class;
    }

    @Override
    public void handle(Effect.Said effect, Exchange exchange) {
        exchange.say(effect.outgoing());
    }
}
