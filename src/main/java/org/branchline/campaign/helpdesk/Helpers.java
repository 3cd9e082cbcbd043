package org.branchline.campaign.helpdesk;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.branchline.database.Reads;
import org.branchline.roster.Bot;
import org.branchline.roster.Grant;
import org.branchline.roster.Role;
import org.jspecify.annotations.Nullable;

/** Reads who answers members, as of now: a question must not reach somebody who was captain a minute ago. */
public final class Helpers {

    private static final String ALL = """
            select m.id, m.telegram_user, m.name, m.language, coalesce(m.timezone, b.timezone) as timezone, m.quiet_until,
              r.role, nullif(r.branch, 0) as branch
            from member_role r
            join member m on m.organisation = r.organisation and m.id = r.member
            join chat c on c.organisation = r.organisation and c.bot = $2 and c.id = m.telegram_user
            left join branch b on b.organisation = m.organisation and b.id = m.branch
            where r.organisation = $1 and r.role in ('captain', 'coordinator') and m.stopped_at is null and c.reachable
            order by r.granted_at, m.id
            """;

    private Helpers() {}

    /** All of an organisation who can be written to by a bot; who held a role first comes first. */
    public static Uni<List<Helper>> all(Reads reads, Bot bot) {
        return reads.read(ALL, bot.organisation().number(), bot.id()).map(Helpers::helpers);
    }

    private static List<Helper> helpers(RowSet<Row> rows) {
        Map<Long, Helper> byMember = new LinkedHashMap<>();
        for (Row row : rows) {
            Grant grant = new Grant(Role.of(row.getString("role")), row.getLong("branch"));
            byMember.merge(row.getLong("id"), helper(row, grant), (known, same) -> with(known, grant));
        }
        return List.copyOf(byMember.values());
    }

    private static Helper helper(Row row, Grant grant) {
        OffsetDateTime quiet = row.getOffsetDateTime("quiet_until");
        return new Helper(
                row.getLong("id"),
                row.getLong("telegram_user"),
                row.getString("name"),
                row.getString("language"),
                zone(row.getString("timezone")),
                quiet == null ? null : quiet.toInstant(),
                List.of(grant));
    }

    private static Helper with(Helper known, Grant grant) {
        List<Grant> grants = new ArrayList<>(known.grants());
        grants.add(grant);
        return new Helper(
                known.member(), known.chat(), known.name(), known.language(), known.zone(), known.quietUntil(), grants);
    }

    /** The zone of a column; null without one, or where this Java does not know it. */
    static @Nullable ZoneId zone(@Nullable String id) {
        try {
            return id == null ? null : ZoneId.of(id);
        } catch (DateTimeException unknownHere) {
            return null;
        }
    }
}
