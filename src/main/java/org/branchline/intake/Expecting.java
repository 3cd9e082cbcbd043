package org.branchline.intake;

import io.smallrye.mutiny.Uni;

/** Hears what it asked for, whether or not a question of a playbook is open behind it; a reply is never meant for it. */
public interface Expecting extends Listening {

    /**
     * A text, which may be what it asked for.
     *
     * @return whether it was
     */
    Uni<Boolean> heard(Exchange exchange, String text);

    @Override
    default boolean asked() {
        return true;
    }

    @Override
    default Uni<Boolean> replied(Exchange exchange, What.Text text) {
        return Uni.createFrom().item(false);
    }

    @Override
    default Uni<Boolean> between(Exchange exchange, What.Text text) {
        return heard(exchange, text.text());
    }

    @Override
    default Uni<Boolean> unasked(Exchange exchange, What.Text text) {
        return heard(exchange, text.text());
    }
}
