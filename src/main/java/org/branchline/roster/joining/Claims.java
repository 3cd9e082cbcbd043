package org.branchline.roster.joining;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.branchline.database.OrganisationId;
import org.branchline.database.Reads;
import org.branchline.database.Transactions;
import org.branchline.database.Tx;
import org.branchline.database.Writes;
import org.branchline.roster.Branches;
import org.branchline.roster.Grant;
import org.branchline.roster.Role;
import org.branchline.roster.Roles;
import org.branchline.roster.RosterConfig;

/** How an organisation comes by its first coordinator. */
@Singleton
public class Claims {

    private static final int GUESSES = 5;
    private static final Duration PER = Duration.ofHours(1);

    private static final String ANY_COORDINATOR = """
            select 1 from member_role where organisation = $1 and role = 'coordinator' limit 1
            """;

    private static final String SETTLED = """
            insert into member_role (organisation, member, role, branch, granted_by)
            select organisation, id, 'coordinator', 0, 'settings' from member
            where organisation = $1 and telegram_user = any ($2) on conflict do nothing
            """;

    private static final String DROP_OLD = """
            delete from claim where organisation = $1 and used_at is null
              and created_at < clock_timestamp() - interval '1 day'
            """;

    private static final String KEEP = "insert into claim (organisation, code_hash) values ($1, $2)";

    private static final String USE = """
            update claim set used_at = $3 where organisation = $1 and code_hash = $2 and used_at is null
              and not exists (select 1 from member_role where organisation = $1 and role = 'coordinator')
            returning 1
            """;

    private static final String DROP_OTHERS = "delete from claim where organisation = $1 and used_at is null";

    /** What became of a claim. */
    public enum Claimed {
        COORDINATOR,
        WRONG,
        TOO_OFTEN
    }

    private final Transactions transactions;
    private final Branches branches;
    private final RosterConfig config;
    private final Guesses guesses = new Guesses(GUESSES, PER);

    Claims(Transactions transactions, Branches branches, RosterConfig config) {
        this.transactions = transactions;
        this.branches = branches;
        this.config = config;
    }

    /**
     * At the start: those whom the settings name get their role if they are members already. Where they name nobody and
     * there is no coordinator yet, a new one-time code; only its hash is kept, so it is to be logged now or never.
     */
    public Uni<Optional<ClaimCode>> prepare(OrganisationId organisation) {
        return transactions.inTransaction(organisation, tx -> prepare(tx, organisation));
    }

    private Uni<Optional<ClaimCode>> prepare(Tx tx, OrganisationId organisation) {
        int number = organisation.number();
        if (config.coordinators().isPresent()) {
            Long[] people = config.coordinators().get().toArray(Long[]::new);
            return tx.query(SETTLED, number, people).replaceWith(Optional.empty());
        }
        return tx.query(ANY_COORDINATOR, number).chain(rows -> {
            if (rows.rowCount() > 0) {
                return Uni.createFrom().item(Optional.empty());
            }
            ClaimCode code = ClaimCode.random();
            return tx.query(DROP_OLD, number)
                    .chain(() -> tx.query(KEEP, number, Buffer.buffer(code.hash())))
                    .replaceWith(Optional.of(code));
        });
    }

    /** A member sends a code. The first right one makes its sender coordinator, and no other works after it. */
    public Uni<Claimed> claim(
            Reads reads, Writes writes, OrganisationId organisation, long person, String typed, Instant now) {
        if (!guesses.take(person, now)) {
            return Uni.createFrom().item(Claimed.TOO_OFTEN);
        }
        return reads.read(
                        USE,
                        organisation.number(),
                        Buffer.buffer(new ClaimCode(typed).hash()),
                        now.atOffset(ZoneOffset.UTC))
                .map(rows -> {
                    if (rows.rowCount() == 0) {
                        return Claimed.WRONG;
                    }
                    Roles.grant(writes, organisation, person, new Grant(Role.COORDINATOR, null), "claim");
                    branches.forget(writes, organisation);
                    writes.write(DROP_OTHERS, organisation.number());
                    return Claimed.COORDINATOR;
                });
    }
}
