package org.branchline.telegram.receiving;

import io.smallrye.mutiny.Uni;
import org.branchline.intake.Arrival;
import org.branchline.intake.Receipt;
import org.branchline.intake.door.Door;
import org.branchline.intake.door.DoorWitness;
import org.branchline.roster.Bot;
import org.jboss.logging.Logger;

/** Where one bot's updates come in, however they came. */
final class Entry {

    private static final Logger LOG = Logger.getLogger(Entry.class);

    private final Bot bot;
    private final UpdateReader reader;
    private final Door door;
    private final DoorWitness witness;

    Entry(Bot bot, UpdateReader reader, Door door, DoorWitness witness) {
        this.bot = bot;
        this.reader = reader;
        this.door = door;
        this.witness = witness;
    }

    Bot bot() {
        return bot;
    }

    /** Reads an update; one that is none is told to the log, without what it holds. */
    Read read(byte[] raw) {
        Read read = reader.read(raw);
        if (read instanceof Read.Unreadable unreadable) {
            LOG.warnf(
                    "bot=%d update=%s of %d bytes cannot be read (%s) and is passed over",
                    bot.id(), unreadable.update(), raw.length, unreadable.cause());
            witness.answered(DoorWitness.Answer.UNREADABLE);
        }
        return read;
    }

    /** Says that a body was not read, since it is no update of Telegram's. */
    void tooLong(int longest) {
        LOG.warnf("bot=%d an update of more than %d bytes is passed over", bot.id(), longest);
        witness.answered(DoorWitness.Answer.UNREADABLE);
    }

    /** Takes an update to its end; fails where Telegram is to deliver it again. */
    Uni<Receipt> take(Arrival arrival) {
        return Uni.createFrom()
                .deferred(() -> door.take(arrival))
                .onFailure()
                // The message of an exception may quote what a person wrote.
                .invoke(failure -> LOG.warnf(
                        "bot=%d update=%d is not taken yet: %s",
                        bot.id(), arrival.update(), failure.getClass().getSimpleName()));
    }
}
