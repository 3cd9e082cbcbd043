package org.branchline.database.ground;

import java.util.Optional;
import org.branchline.database.DatabaseAddress;
import org.branchline.database.StartProblem;

/**
 * How far a database is with the migrations of this program.
 *
 * @param applied how many of the packaged ones it has, just as they are packaged
 * @param packaged how many there are
 * @param later how many it has that this program does not know, of a newer release
 * @param edited one that was applied with another text
 */
public record Schema(int applied, int packaged, int later, Optional<String> edited) {

    static Schema edited(int packaged, String script) {
        return new Schema(0, packaged, 0, Optional.of(script));
    }

    /** Whether the service can work on it; later migrations of a newer release do no harm. */
    public boolean current() {
        return edited.isEmpty() && applied == packaged;
    }

    /** Why a login that may not migrate cannot work on it. */
    static StartProblem refusal(DatabaseAddress address, String patience) {
        return new StartProblem("DATABASE_URL: the schema in " + address.place() + " is not the one this release needs"
                + patience + ", and " + address.user() + " may not change it: run `migrate` with the owner's"
                + " DATABASE_URL first.");
    }
}
