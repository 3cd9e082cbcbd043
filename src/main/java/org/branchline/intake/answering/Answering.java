package org.branchline.intake.answering;

import jakarta.inject.Singleton;
import org.branchline.conversation.Effect;
import org.branchline.database.Cipher;
import org.branchline.intake.EffectHandler;
import org.branchline.intake.Exchange;
import org.branchline.intake.SpecialAnswers;
import org.branchline.playbooks.AnswerJson;

/** Keeps an answer; a special one only as ciphertext. What it replaces, the database keeps as its history. */
@Singleton
class Answering implements EffectHandler<Effect.Answered> {

    private static final String KEEP = """
            insert into answer (organisation, run, question, answer, answer_text, value, language, message, special, settled,
              in_effect, answered_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, true, $11)
            on conflict (organisation, run, question) do update set answer = excluded.answer,
              answer_text = excluded.answer_text, value = excluded.value, language = excluded.language,
              message = excluded.message, settled = excluded.settled, in_effect = true, answered_at = excluded.answered_at
            """;

    private static final String KEEP_SPECIAL = """
            insert into special_answer (organisation, run, question, key_id, ciphertext) values ($1, $2, $3, $4, $5)
            on conflict (organisation, run, question)
              do update set key_id = excluded.key_id, ciphertext = excluded.ciphertext
            """;

    private final SpecialAnswers specials;

    Answering(SpecialAnswers specials) {
        this.specials = specials;
    }

    @Override
    public Class<Effect.Answered> effect() {
        return Effect.Answered.class;
    }

    @Override
    public void handle(Effect.Answered effect, Exchange exchange) {
        int organisation = exchange.organisation().number();
        long run = exchange.frontId();
        boolean special = effect.special();
        String value = AnswerJson.write(effect.given().answer());
        exchange.write(
                KEEP,
                organisation,
                run,
                effect.question(),
                special ? null : AnswerJson.export(effect.given().answer()),
                special ? null : effect.text(),
                special ? null : value,
                exchange.person().language(),
                effect.given().message(),
                special,
                effect.given().settled(),
                exchange.utc());
        if (special) {
            exchange.markSpecial();
            Cipher.Sealed sealed = specials.seal(exchange.organisation(), run, effect.question(), value);
            exchange.write(KEEP_SPECIAL, organisation, run, effect.question(), sealed.keyId(), sealed.ciphertext());
        }
    }
}
