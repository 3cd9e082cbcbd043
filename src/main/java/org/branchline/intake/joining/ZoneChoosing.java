package org.branchline.intake.joining;

import jakarta.inject.Singleton;
import org.branchline.conversation.Effect;
import org.branchline.intake.EffectHandler;
import org.branchline.intake.Exchange;
import org.branchline.roster.joining.Joining;

/** From here on times are the person's own. */
@Singleton
class ZoneChoosing implements EffectHandler<Effect.ZoneChosen> {

    private final Joining joining;

    ZoneChoosing(Joining joining) {
        this.joining = joining;
    }

    @Override
    public Class<Effect.ZoneChosen> effect() {
        return Effect.ZoneChosen.class;
    }

    @Override
    public void handle(Effect.ZoneChosen effect, Exchange exchange) {
        exchange.person(exchange.person().withZone(effect.zone()));
        joining.zone(exchange, exchange.scene().bot(), exchange.scene().chat(), effect.zone());
    }
}
