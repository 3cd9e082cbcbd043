package org.branchline.intake.door;

import io.smallrye.mutiny.Uni;
import org.branchline.intake.Arrival;
import org.branchline.intake.Receipt;
import org.branchline.roster.Bot;

/** Where updates enter. */
public interface Door {

    /**
     * Takes an update to its end: its turn is committed, or it was seen before, or it is put aside.
     *
     * @return what to tell the platform; fails where nothing was committed and the platform is to deliver again
     */
    Uni<Receipt> take(Arrival arrival);

    /**
     * Takes an update that was polled, so that it holds up those of other chats until it is taken. Where handling it fails it
     * is kept and tried again by ourselves, and later ones of its chat are kept behind it. Updates of one chat come one
     * after the other, and only while the bot's lease is ours.
     *
     * @return what to tell the platform; fails where nothing was committed and it is to be polled again
     */
    default Uni<Receipt> takePolled(Arrival arrival) {
        return take(arrival);
    }

    /** Says how updates of a bot are read that were kept; until then they stay. */
    default void rereads(Bot bot, Rereading rereading) {}
}
