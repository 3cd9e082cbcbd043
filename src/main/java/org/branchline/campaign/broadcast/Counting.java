package org.branchline.campaign.broadcast;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.branchline.database.OrganisationId;
import org.branchline.database.Reads;
import org.branchline.delivery.Outcome;

/** Counts a broadcast's rows; once it is over, the counts stand in the broadcast itself, since finished rows are purged. */
final class Counting {

    /** Where nobody asks what still waits, since nothing does. */
    static final OffsetDateTime NO_TIME = OffsetDateTime.parse("9999-01-01T00:00:00Z");

    /** Before that the pace is not known well enough to say how long it takes. */
    private static final double SURE_AFTER_SECONDS = 4;

    /**
     * Organisation, content, now. One row for each state and reason, with when the held ones fall due, and how many were
     * done with in the last 20 s.
     */
    static final String ROWS = """
            select case when state = 'joined' then 'queued' else state end as state,
              case
                when state = 'failed' then reason
                when state <> 'held' or due_at <= $3 then null
                when reason in ('NIGHT', 'TODAY') then reason
                else 'HOUR'
              end as reason,
              count(*) as rows, min(due_at) as first_due, max(due_at) as last_due,
              count(*) filter (where done_at > clock_timestamp() - interval '20 seconds') as lately,
              extract(epoch from clock_timestamp() - min(done_at) filter (
                where done_at > clock_timestamp() - interval '20 seconds'))::float8 as for_seconds
            from outbox where organisation = $1 and content = $2 group by 1, 2
            """;

    private static final String FIND = """
            select b.id, b.content, b.state, b.kind, b.goes_at, b.last_at, b.finish_by, b.recipients, b.counts, b.actions, b.paid,
              b.trouble,
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
                    ? Uni.createFrom().item(Optional.of(counts(broadcast, kept, Waiting.NONE, now)))
                    : database.read(
                                    ROWS,
                                    organisation.number(),
                                    broadcast.getLong("content"),
                                    now.atOffset(ZoneOffset.UTC))
                            .map(rows -> Optional.of(counts(broadcast, kept(rows), waiting(rows), now)));
        });
    }

    private static Waiting waiting(Iterable<Row> rows) {
        Map<String, Long> why = new HashMap<>();
        Instant next = null;
        Instant last = null;
        long moving = 0;
        long lately = 0;
        double seconds = 0;
        for (Row row : rows) {
            String state = row.getString("state");
            if (state.equals("held") && row.getString("reason") != null) {
                why.put(row.getString("reason"), row.getLong("rows"));
                Instant first = row.getOffsetDateTime("first_due").toInstant();
                Instant end = row.getOffsetDateTime("last_due").toInstant();
                next = next == null || first.isBefore(next) ? first : next;
                last = last == null || end.isAfter(last) ? end : last;
            } else if (state.equals("held") || state.equals("queued") || state.equals("sending")) {
                moving += row.getLong("rows");
            }
            lately += row.getLong("lately");
            seconds = Math.max(seconds, Objects.requireNonNullElse(row.getDouble("for_seconds"), 0.0));
        }
        Duration left = moving == 0 || lately == 0 || seconds < SURE_AFTER_SECONDS
                ? null
                : Duration.ofSeconds((long) Math.ceil(moving * seconds / lately));
        return new Waiting(why, next, last, left);
    }

    /** As it is kept: {@code state:sent}, {@code reason:BLOCKED} … with their numbers. */
    static JsonObject kept(Iterable<Row> rows) {
        JsonObject kept = new JsonObject();
        for (Row row : rows) {
            add(kept, STATE + row.getString("state"), row.getLong("rows"));
            if (row.getString("state").equals("failed") && row.getString("reason") != null) {
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

    private static Counts counts(Row broadcast, JsonObject kept, Waiting waiting, Instant now) {
        Instant goesAt = broadcast.getOffsetDateTime("goes_at").toInstant();
        String state = broadcast.getString("state");
        JsonObject answers = broadcast.getJsonObject("answers");
        return new Counts(
                broadcast.getLong("id"),
                state.equals("going") && now.isBefore(goesAt) ? "held" : state,
                Kind.valueOf(broadcast.getString("kind").toUpperCase(Locale.ROOT)),
                times(broadcast, goesAt, waiting),
                broadcast.getInteger("recipients"),
                under(kept, STATE),
                under(kept, REASON),
                waiting,
                answers(broadcast.getJsonObject("actions"), answers == null ? new JsonObject() : answers),
                new Counts.Payment(
                        broadcast.getBoolean("paid"),
                        state.equals("paused") && Outcome.Unpaid.REASON.equals(broadcast.getString("trouble"))));
    }

    private static Counts.Times times(Row broadcast, Instant goesAt, Waiting waiting) {
        OffsetDateTime planned = broadcast.getOffsetDateTime("last_at");
        OffsetDateTime end = broadcast.getOffsetDateTime("finish_by");
        Instant last = planned == null ? goesAt : planned.toInstant();
        Instant put = waiting.last();
        return new Counts.Times(
                goesAt, put != null && put.isAfter(last) ? put : last, end == null ? null : end.toInstant());
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
