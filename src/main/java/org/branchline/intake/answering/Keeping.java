package org.branchline.intake.answering;

import jakarta.inject.Singleton;
import org.branchline.conversation.Answer;
import org.branchline.conversation.Effect;
import org.branchline.intake.EffectHandler;
import org.branchline.intake.Exchange;
import org.branchline.playbooks.AnswerJson;

/** Leaves an answer on the member, so that people can be found by it. A skipped question leaves nothing. */
@Singleton
class Keeping implements EffectHandler<Effect.Saved> {

    private static final String KEEP = """
            insert into attribute (organisation, member, attribute, value, run, set_at)
            select organisation, id, $3, $4, $5, $6 from member where organisation = $1 and telegram_user = $2
            on conflict (organisation, member, attribute)
              do update set value = excluded.value, run = excluded.run, set_at = excluded.set_at
            """;

    @Override
    public Class<Effect.Saved> effect() {
        return Effect.Saved.class;
    }

    @Override
    public void handle(Effect.Saved effect, Exchange exchange) {
        if (effect.answer() instanceof Answer.Skipped) {
            Dropping.drop(exchange, effect.attribute());
            return;
        }
        exchange.write(
                KEEP,
                exchange.organisation().number(),
                exchange.scene().chat(),
                effect.attribute(),
                AnswerJson.export(effect.answer()),
                exchange.frontId(),
                exchange.utc());
    }
}
