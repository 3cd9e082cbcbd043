package org.branchline.intake;

import jakarta.inject.Singleton;
import org.branchline.conversation.Effect;

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
