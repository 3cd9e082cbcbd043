package org.branchline.roster.joining;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.branchline.database.OrganisationId;
import org.branchline.database.Reads;
import org.branchline.database.Writes;
import org.jspecify.annotations.Nullable;

/** The join links of an organisation. */
public final class JoinLinks {

    private static final String COLUMNS =
            "select id, code, purpose, created_by, branch, expires_at, max_uses, uses, revoked_at from join_link"
                    + " where organisation = $1 and ";

    private static final String BY_CODE = COLUMNS + "code = $2";

    private static final String BY_ID = COLUMNS + "id = $2";

    private static final String STANDING = COLUMNS + """
            created_by = $2 and branch is not distinct from $3 and purpose = 'join' and revoked_at is null and expires_at > $4
              and (max_uses is null or uses < max_uses)
            order by id desc limit 1
            """;

    private static final String MAKE = """
            insert into join_link (organisation, code, branch, created_by, created_at, expires_at, max_uses, purpose)
            values ($1, $2, $3, $4, $5, $6, $7, $8)
            returning id, code, purpose, created_by, branch, expires_at, max_uses, uses, revoked_at
            """;

    private static final String REVOKE = """
            update join_link set revoked_at = $3 where organisation = $1 and id = $2 and revoked_at is null
            """;

    private static final String COUNT = """
            update join_link set uses = uses + 1 where organisation = $1 and id = $2 and purpose <> 'shift'
            """;

    private JoinLinks() {}

    /** The link of a start payload, empty for one that is none of ours. */
    public static Uni<Optional<JoinLink>> byPayload(Reads reads, OrganisationId organisation, String payload) {
        return LinkCode.ofPayload(payload)
                .map(code -> first(reads, BY_CODE, organisation.number(), code.text()))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }

    public static Uni<Optional<JoinLink>> byId(Reads reads, OrganisationId organisation, long id) {
        return first(reads, BY_ID, organisation.number(), id);
    }

    /** The newest link that a member made for a branch and that still works. */
    public static Uni<Optional<JoinLink>> standing(
            Reads reads, OrganisationId organisation, long maker, @Nullable Long branch, Instant now) {
        return first(reads, STANDING, organisation.number(), maker, branch, utc(now));
    }

    /**
     * Makes a link.
     *
     * @param most how many people may join by it, null for any number
     */
    public static Uni<JoinLink> make(
            Reads reads,
            OrganisationId organisation,
            long maker,
            @Nullable Long branch,
            Instant now,
            Instant expiresAt,
            @Nullable Integer most,
            JoinLink.Purpose purpose) {
        return first(
                        reads,
                        MAKE,
                        organisation.number(),
                        LinkCode.random().text(),
                        branch,
                        maker,
                        utc(now),
                        utc(expiresAt),
                        most,
                        purpose.column())
                .map(Optional::orElseThrow);
    }

    /** From now on nobody joins by it. */
    public static void revoke(Writes writes, OrganisationId organisation, long id, Instant now) {
        writes.write(REVOKE, organisation.number(), id, utc(now));
    }

    /** One more joined by it; whoever is brought to a shift is counted as they land there. */
    public static void count(Writes writes, OrganisationId organisation, long id) {
        writes.write(COUNT, organisation.number(), id);
    }

    private static Uni<Optional<JoinLink>> first(Reads reads, String sql, @Nullable Object... arguments) {
        return reads.read(sql, arguments).map(rows -> {
            for (Row row : rows) {
                return Optional.of(link(row));
            }
            return Optional.empty();
        });
    }

    private static JoinLink link(Row row) {
        OffsetDateTime revoked = row.getOffsetDateTime("revoked_at");
        return new JoinLink(
                row.getLong("id"),
                new LinkCode(row.getString("code")),
                JoinLink.Purpose.valueOf(row.getString("purpose").toUpperCase(Locale.ROOT)),
                row.getLong("created_by"),
                row.getLong("branch"),
                row.getOffsetDateTime("expires_at").toInstant(),
                row.getInteger("max_uses"),
                row.getInteger("uses"),
                revoked == null ? null : revoked.toInstant());
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
