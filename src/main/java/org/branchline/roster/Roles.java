package org.branchline.roster;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import java.util.ArrayList;
import java.util.List;
import org.branchline.database.OrganisationId;
import org.branchline.database.Reads;
import org.branchline.database.Writes;

/** Who holds which role; what a role allows is {@link Access}. */
public final class Roles {

    private static final String HELD = """
            select role, nullif(branch, 0) as branch from member_role where organisation = $1 and member = $2
            """;

    private static final String GRANT = """
            insert into member_role (organisation, member, role, branch, granted_by)
            select m.organisation, m.id, $3, $4, $5 from member m where m.organisation = $1 and m.telegram_user = $2
            on conflict do nothing
            """;

    private static final String TAKE = """
            delete from member_role r using member m
            where m.organisation = $1 and m.telegram_user = $2 and r.organisation = m.organisation
              and r.member = m.id and r.role = $3 and r.branch = $4
            """;

    private Roles() {}

    /** What a member may do, as of now. */
    public static Uni<Access> access(Reads reads, OrganisationId organisation, long member, BranchBook branches) {
        return held(reads, organisation, member).map(grants -> Access.of(grants, branches));
    }

    /** The roles of a member, as of now. */
    public static Uni<List<Grant>> held(Reads reads, OrganisationId organisation, long member) {
        return reads.read(HELD, organisation.number(), member).map(rows -> {
            List<Grant> grants = new ArrayList<>();
            for (Row row : rows) {
                grants.add(new Grant(Role.of(row.getString("role")), row.getLong("branch")));
            }
            return grants;
        });
    }

    /**
     * Gives a role to the person of a private chat, if they are a member.
     *
     * @param by who or what gave it, for example {@code claim}
     */
    public static void grant(Writes writes, OrganisationId organisation, long person, Grant grant, String by) {
        writes.write(GRANT, organisation.number(), person, grant.role().column(), place(grant), by);
    }

    /** Takes a role away. */
    public static void take(Writes writes, OrganisationId organisation, long person, Grant grant) {
        writes.write(TAKE, organisation.number(), person, grant.role().column(), place(grant));
    }

    private static long place(Grant grant) {
        Long branch = grant.branch();
        return branch == null ? 0 : branch;
    }
}
