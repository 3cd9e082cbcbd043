package org.branchline.intake.joining;

import jakarta.inject.Singleton;
import org.branchline.conversation.Effect;
import org.branchline.intake.EffectHandler;
import org.branchline.intake.Exchange;
import org.branchline.roster.joining.Joining;

/** From here on it speaks that language. */
@Singleton
class LanguageChoosing implements EffectHandler<Effect.LanguageChosen> {

    private final Joining joining;

    LanguageChoosing(Joining joining) {
        this.joining = joining;
    }

    @Override
    public Class<Effect.LanguageChosen> effect() {
        return Effect.LanguageChosen.class;
    }

    @Override
    public void handle(Effect.LanguageChosen effect, Exchange exchange) {
        exchange.person(exchange.person().withLanguage(effect.language()));
        joining.language(exchange, exchange.scene().bot(), exchange.scene().chat(), effect.language());
    }
}
