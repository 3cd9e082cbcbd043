package org.branchline.intake;

import org.branchline.conversation.Effect;

/**
 * Carries out one kind of the engine's effects in the turn's own transaction.
 *
 * @param <E> the kind
 */
public interface EffectHandler<E extends Effect> {

    /** The kind it handles; each kind has exactly one handler. */
    Class<E> effect();

    /** Adds what is to be written or said; nothing is waited for, since the engine already decided. */
    void handle(E effect, Exchange exchange);
}
