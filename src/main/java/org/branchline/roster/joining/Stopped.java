package org.branchline.roster.joining;

import org.branchline.database.Writes;
import org.branchline.roster.Bot;

/** What else has to follow once somebody wants to hear nothing any more. */
public interface Stopped {

    /**
     * Adds what follows to the transaction in which they said so.
     *
     * @param person the number by which the platform knows them
     */
    void stopped(Writes writes, Bot bot, long person);
}
