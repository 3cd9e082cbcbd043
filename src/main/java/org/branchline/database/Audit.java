package org.branchline.database;

import io.smallrye.mutiny.Uni;
import java.util.List;

/** Who looked at, changed or exported what: rows that are added and never altered, and that hold no answer. */
public final class Audit {

    private static final String RECORD =
            "insert into audit (organisation, who, what, subjects) values ($1, $2, $3, $4)";

    private Audit() {}

    /**
     * Adds a row in the transaction of what it tells of; it stands only if that does.
     *
     * @param who the acting person or part of the service, for example {@code member 17}
     * @param what the deed, for example {@code exported answers}
     * @param subjects ids of what it was done to, for example {@code playbook skills-audit}; never what people said
     */
    public static Uni<Void> record(Tx tx, OrganisationId organisation, String who, String what, List<String> subjects) {
        return tx.query(RECORD, organisation.number(), who, what, subjects.toArray(String[]::new))
                .replaceWithVoid();
    }

    /** As {@link #record(Tx, OrganisationId, String, String, List)}, with the statements that leave with a turn. */
    public static void record(
            Writes writes, OrganisationId organisation, String who, String what, List<String> subjects) {
        writes.write(RECORD, organisation.number(), who, what, subjects.toArray(String[]::new));
    }
}
