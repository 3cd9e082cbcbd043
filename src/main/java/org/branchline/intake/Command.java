package org.branchline.intake;

import io.smallrye.mutiny.Uni;
import java.util.Set;

/** Something a person can ask of the service, typed as {@code /name} or pressed as a button. */
public interface Command {

    /** Without the slash, in lower case. */
    String name();

    /** Words that mean the same when they stand alone, in lower case and all languages, for example {@code stop}. */
    default Set<String> words() {
        return Set.of();
    }

    /** Who may ask it and sees it in the menu. */
    default Audience audience() {
        return Audience.MEMBER;
    }

    /**
     * Does it in the turn's own transaction.
     *
     * @param argument what stood behind the command, or the button's argument; possibly empty, possibly hostile
     * @return completes when everything is added to the exchange; fails only on a bug or an outage
     */
    Uni<Void> run(Exchange exchange, String argument);

    /** For whom a command is. */
    enum Audience {
        /** Also people who have not agreed to anything yet. */
        ANYONE,
        MEMBER,
        CAPTAIN,
        COORDINATOR
    }
}
