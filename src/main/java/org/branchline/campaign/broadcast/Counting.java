package org.branchline.campaign.broadcast;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.branchline.database.OrganisationId;
import org.branchline.database.Reads;

/** Counts a broadcast's rows; once it is over, the counts stand in the broadcast itself, since finished rows are purged. */
final class Counting {

    /** Organisation, content. One row for each state and reason. */
    static final String ROWS = """
            select state, case when state = 'failed' then reason end as reason, count(*) as rows from outbox
            where organisation = $1 and content = $2 group by 1, 2
            """;

    private static final String FIND = """
            select b.id, b.content, b.state, b.kind, b.goes_at, b.recipients, b.counts, b.actions,
              (select jsonb_object_agg(a.action::text, a.n) from (
                 select action, count(*) as n from broadcast_answer
                 where organisation = $1 and broadcast = b.id group by action) a) as answers
            from broadcast b where b.organisation = $1 and b.id = $2
            """;

    private static final String STATE = "state:";
    private static final String REASON = "reason:";

    private Counting() {}

    static Uni<Optional<Counts>> of(Reads database, OrganisationId organisation, long id, Instant now) {
        return database.read(FIND, organisation.number(), id).flatMap(found -> {
            if (found.size() == 0) {
                return Uni.createFrom().item(Optional.empty());
            }
            Row broadcast = found.iterator().next();
            JsonObject kept = broadcast.getJsonObject("counts");
            return kept != null
                    ? Uni.createFrom().item(Optional.of(counts(broadcast, kept, now)))
                    : database.read(ROWS, organisation.number(), broadcast.getLong("content"))
                            .map(rows -> Optional.of(counts(broadcast, kept(rows), now)));
        });
    }

    /** As it is kept: {@code state:sent}, {@code reason:BLOCKED} … with their numbers. */
    static JsonObject kept(Iterable<Row> rows) {
        JsonObject kept = new JsonObject();
        for (Row row : rows) {
            add(kept, STATE + row.getString("state"), row.getLong("rows"));
            if (row.getString("reason") != null) {
                add(kept, REASON + row.getString("reason"), row.getLong("rows"));
            }
        }
        return kept;
    }

    /** How many rows that are. */
    static long rows(JsonObject kept) {
        return under(kept, STATE).values().stream().mapToLong(Long::longValue).sum();
    }

    private static void add(JsonObject kept, String key, long rows) {
        kept.put(key, kept.getLong(key, 0L) + rows);
    }

    private static Counts counts(Row broadcast, JsonObject kept, Instant now) {
        Instant goesAt = broadcast.getOffsetDateTime("goes_at").toInstant();
        String state = broadcast.getString("state");
        JsonObject answers = broadcast.getJsonObject("answers");
        return new Counts(
                broadcast.getLong("id"),
                state.equals("going") && now.isBefore(goesAt) ? "held" : state,
                Kind.valueOf(broadcast.getString("kind").toUpperCase(Locale.ROOT)),
                goesAt,
                broadcast.getInteger("recipients"),
                under(kept, STATE),
                under(kept, REASON),
                answers(broadcast.getJsonObject("actions"), answers == null ? new JsonObject() : answers));
    }

    private static Map<String, Long> under(JsonObject kept, String prefix) {
        Map<String, Long> found = new HashMap<>();
        for (String key : kept.fieldNames()) {
            if (key.startsWith(prefix)) {
                found.put(key.substring(prefix.length()), kept.getLong(key));
            }
        }
        return found;
    }

    private static List<Long> answers(JsonObject actions, JsonObject pressed) {
        List<Long> counts = new ArrayList<>();
        actions.stream().findFirst().ifPresent(labels -> {
            int size = ((io.vertx.core.json.JsonArray) labels.getValue()).size();
            for (int i = 0; i < size; i++) {
                counts.add(pressed.getLong(Integer.toString(i), 0L));
            }
        });
        return counts;
    }
}
