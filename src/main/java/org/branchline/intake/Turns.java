package org.branchline.intake;

import io.smallrye.mutiny.Uni;
import java.util.function.Function;
import org.branchline.roster.Bot;

/** Turns: one transaction each, those of a chat one after the other, whichever replica takes them. */
public interface Turns {

    /**
     * A turn that somebody's update began. It happens once for each update, however often that is delivered.
     *
     * @return the toast for a press; fails where nothing was committed
     */
    Uni<Receipt> of(Arrival arrival, Function<Exchange, Uni<Void>> work);

    /** A turn that the service itself begins; nothing happens where the chat is gone. */
    Uni<Receipt> of(Bot bot, long chat, Function<Exchange, Uni<Void>> work);

    /**
     * The same where no other replica has a turn in the chat, without waiting for its end.
     *
     * @return whether the turn took place; false too where the chat is gone
     */
    Uni<Boolean> ofFree(Bot bot, long chat, Function<Exchange, Uni<Void>> work);
}
