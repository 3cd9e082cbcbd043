package org.branchline.intake.answering;

import jakarta.inject.Singleton;
import org.branchline.conversation.Effect;
import org.branchline.intake.EffectHandler;
import org.branchline.intake.Exchange;

/** Takes an attribute off the member, when the answer it came from is no longer in effect. */
@Singleton
class Dropping implements EffectHandler<Effect.Unsaved> {

    private static final String DROP = """
            delete from attribute a using member m
            where m.organisation = $1 and m.telegram_user = $2 and a.organisation = m.organisation and a.member = m.id
              and a.attribute = $3
            """;

    @Override
    public Class<Effect.Unsaved> effect() {
        return Effect.Unsaved.class;
    }

    @Override
    public void handle(Effect.Unsaved effect, Exchange exchange) {
        drop(exchange, effect.attribute());
    }

    static void drop(Exchange exchange, String attribute) {
        exchange.write(DROP, exchange.organisation().number(), exchange.scene().chat(), attribute);
    }
}
