package org.branchline.intake.joining;

import jakarta.inject.Singleton;
import org.branchline.conversation.Effect;
import org.branchline.conversation.Person;
import org.branchline.intake.EffectHandler;
import org.branchline.intake.Exchange;
import org.branchline.intake.Scene;
import org.branchline.roster.joining.Joining;

/** The person agreed and is a member from here on. */
@Singleton
class Consenting implements EffectHandler<Effect.Consented> {

    private final Joining joining;
    private final Announcing announcing;

    Consenting(Joining joining, Announcing announcing) {
        this.joining = joining;
        this.announcing = announcing;
    }

    @Override
    public Class<Effect.Consented> effect() {
        return Effect.Consented.class;
    }

    @Override
    public void handle(Effect.Consented effect, Exchange exchange) {
        Scene scene = exchange.scene();
        Person person = exchange.person();
        Scene.Link link = scene.member() == null ? scene.link() : null;
        joining.agree(
                exchange,
                scene.bot(),
                scene.chat(),
                new Joining.Newcomer(
                        shown(person.name()),
                        person.language(),
                        person.zone(),
                        link == null ? null : link.branch(),
                        link == null ? null : link.id()),
                new Joining.Consent(effect.purpose(), effect.version(), person.language()),
                exchange.now());
        if (link != null && link.branch() != null) {
            announcing.newcomer(exchange, link.branch());
        }
    }

    /** The platform's own first name may hold anything, up to any length. */
    private static String shown(String name) {
        String plain = name.replaceAll("[\\p{Cntrl}\\p{Cf}\\p{Cs}]", "").strip();
        int end = plain.offsetByCodePoints(0, Math.min(LONGEST_NAME, plain.codePointCount(0, plain.length())));
        return plain.substring(0, end);
    }

    private static final int LONGEST_NAME = 64;
}
