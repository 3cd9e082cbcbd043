package org.branchline.intake.joining;

import jakarta.inject.Singleton;
import org.branchline.conversation.Effect;
import org.branchline.intake.EffectHandler;
import org.branchline.intake.Exchange;
import org.branchline.roster.joining.Joining;

/** The person said no: nothing of theirs stays. Somebody who agreed here before is left as they were. */
@Singleton
class Refusing implements EffectHandler<Effect.Refused> {

    private final Joining joining;

    Refusing(Joining joining) {
        this.joining = joining;
    }

    @Override
    public Class<Effect.Refused> effect() {
        return Effect.Refused.class;
    }

    @Override
    public void handle(Effect.Refused effect, Exchange exchange) {
        joining.refuse(exchange, exchange.scene().bot(), exchange.scene().chat(), exchange.now());
    }
}
