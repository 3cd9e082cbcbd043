package org.branchline.intake.joining;

import jakarta.inject.Singleton;
import org.branchline.conversation.Effect;
import org.branchline.intake.EffectHandler;
import org.branchline.intake.Exchange;
import org.branchline.roster.joining.Joining;

/** From here on the person is called that. */
@Singleton
class Naming implements EffectHandler<Effect.Named> {

    private final Joining joining;

    Naming(Joining joining) {
        this.joining = joining;
    }

    @Override
    public Class<Effect.Named> effect() {
        return Effect.Named.class;
    }

    @Override
    public void handle(Effect.Named effect, Exchange exchange) {
        exchange.person(exchange.person().withName(effect.name()));
        joining.name(exchange, exchange.scene().bot(), exchange.scene().chat(), effect.name());
    }
}
