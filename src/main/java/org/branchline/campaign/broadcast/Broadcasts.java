package org.branchline.campaign.broadcast;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.branchline.calendar.LocalHour;
import org.branchline.calendar.QuietHours;
import org.branchline.database.OrganisationId;
import org.branchline.database.Reads;
import org.branchline.delivery.Attachments;
import org.branchline.delivery.Contents;
import org.branchline.roster.Bot;
import org.branchline.roster.Organisation;
import org.jspecify.annotations.Nullable;

/** Begins broadcasts, stops them and tells how far they are; each call in the caller's transaction. */
@Singleton
public class Broadcasts {

    private static final String BY_KEY = "select id, request from broadcast where organisation = $1 and key = $2";

    private static final String NEW = """
            insert into broadcast (organisation, bot, content, key, request, kind, audience, actions, state, goes_at,
              created_by, playbook, last_at, local_at, local_on, quiet_from, quiet_until, finish_by, paid,
              held_until)
            values ($1, $2, $3, $4, $5, $6, $7::text::jsonb, $8, 'creating', $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)
            returning id
            """;

    private static final String JOB = """
            insert into job (organisation, kind, key, argument, due_at)
            values ($1, $2, $3, $4, clock_timestamp()) on conflict do nothing
            """;

    private static final String PAUSE = """
            with it as (
              update broadcast set state = 'paused'
              where organisation = $1 and id = $2 and (state = 'going' or state = 'done' and origin is not null)
              returning content)
            update outbox o set state = 'held', joined = null from it
            where o.organisation = $1 and o.content = it.content and o.state in ('queued', 'joined')
            """;

    /** What came back into the queue meanwhile is not paid for either. */
    private static final String GO_ON = """
            with it as (
              update broadcast set state = 'going', trouble = null, paid = paid and $3
              where organisation = $1 and id = $2 and state = 'paused'
              returning content, paid)
            update outbox o set priority = 2 from it
            where not it.paid and o.organisation = $1 and o.content = it.content and o.state = 'queued' and o.priority = 3
            """;

    /** What is let into the queue is little and goes at once; the rest is held, and goes step by step. */
    private static final String CANCEL = """
            with it as (
              update broadcast set state = 'cancelled'
              where organisation = $1 and id = $2
                and (state in ('creating', 'going', 'paused') or state = 'done' and origin is not null)
              returning content)
            update outbox o set state = 'failed', reason = 'CANCELLED', done_at = clock_timestamp()
            from it where o.organisation = $1 and o.content = it.content and o.state in ('queued', 'joined')
            """;

    private static final String REOPEN = """
            update broadcast b set state = case when state = 'done' then 'going' else state end, counts = null, done_at = null
            where organisation = $1 and id = $2 and state in ('going', 'paused', 'done')
              and (finish_by is null or finish_by > $3)
              and exists (select from outbox o where o.organisation = $1 and o.content = b.content and o.state = 'uncertain')
            """;

    private static final String RESEND = """
            update outbox o set state = 'held', reason = 'RESENT', done_at = null, due_at = $3, joined = null
            from broadcast b
            where b.organisation = $1 and b.id = $2 and b.state in ('going', 'paused')
              and (b.finish_by is null or b.finish_by > $3)
              and o.organisation = $1 and o.content = b.content and o.state = 'uncertain'
            """;

    private final Offering offering;

    Broadcasts(Offering offering) {
        this.offering = offering;
    }

    /**
     * Begins one; the same key again is the same broadcast.
     *
     * @param draft without {@link Draft#problems}
     * @param key at most 200 characters, the caller's own
     * @param by the member who asks, null for a machine
     * @param now what people see as now
     */
    public Uni<Started> begin(
            Reads database,
            Organisation organisation,
            Bot bot,
            Draft draft,
            String key,
            @Nullable Long by,
            Instant now) {
        return begun(database, organisation, draft, key).flatMap(before -> {
            if (before.isPresent()) {
                return Uni.createFrom().item(before.get());
            }
            List<String> late = draft.timing().problems(now, draft.hold());
            return late.isEmpty()
                    ? offering.whole(organisation, draft)
                            .flatMap(
                                    whole -> put(database, organisation, bot, whole, draft.fingerprint(), key, by, now))
                    : Uni.createFrom().item(new Started.TooLate(late));
        });
    }

    /** What was begun with a key before, empty for nothing. */
    public Uni<Optional<Started>> begun(Reads database, Organisation organisation, Draft draft, String key) {
        return database.read(BY_KEY, organisation.id().number(), key)
                .map(found -> found.size() == 0
                        ? Optional.empty()
                        : Optional.of(again(found.iterator().next(), draft)));
    }

    private Uni<Started> put(
            Reads database,
            Organisation organisation,
            Bot bot,
            Draft draft,
            byte[] request,
            String key,
            @Nullable Long by,
            Instant now) {
        Timing timing = draft.timing();
        Schedule schedule = timing.schedule(organisation.quietHours(), now.plus(draft.hold()));
        LocalHour own = timing.ownHour().orElse(null);
        QuietHours quiet = schedule.quiet().none() ? null : schedule.quiet();
        Instant finishBy = timing.finishBy();
        return Contents.reserve(
                        database, organisation.id(), organisation.languages().get(0))
                .call(content -> attach(database, organisation.id(), content, draft.attachment()))
                .flatMap(content -> Contents.write(
                                database, organisation.id(), content, Wording.of(draft, organisation, content))
                        .chain(() -> finishBy == null
                                ? Uni.createFrom().voidItem()
                                : Contents.until(database, organisation.id(), content, finishBy))
                        .chain(() -> database.read(
                                NEW,
                                organisation.id().number(),
                                bot.id(),
                                content,
                                key,
                                Buffer.buffer(request),
                                draft.kind().word(),
                                draft.audience().json(),
                                draft.labels(),
                                utc(schedule.first()),
                                by,
                                draft.playbook(),
                                utc(schedule.last()),
                                own == null ? null : own.at(),
                                own == null ? null : own.on(),
                                quiet == null ? null : quiet.from(),
                                quiet == null ? null : quiet.until(),
                                finishBy == null ? null : utc(finishBy),
                                draft.paid(),
                                utc(now.plus(draft.hold())))))
                .flatMap(rows -> {
                    long id = rows.iterator().next().getLong("id");
                    return job(database, organisation.id(), Recruiting.KIND, id)
                            .replaceWith(new Started.Accepted(id, true));
                });
    }

    private static Uni<Void> attach(
            Reads database, OrganisationId organisation, long content, @Nullable Long attachment) {
        return attachment == null
                ? Uni.createFrom().voidItem()
                : Attachments.attach(database, organisation, content, attachment);
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static Started again(Row row, Draft draft) {
        return Arrays.equals(row.getBuffer("request").getBytes(), draft.fingerprint())
                ? new Started.Accepted(row.getLong("id"), false)
                : new Started.KeyTaken();
    }

    private static Uni<RowSet<Row>> job(Reads database, OrganisationId organisation, String kind, long id) {
        return database.read(
                JOB, organisation.number(), kind, Long.toString(id), new JsonObject().put("broadcast", id));
    }

    /** Lets nothing more leave until {@link #goOn}; what is under way arrives. */
    public Uni<Void> pause(Reads database, OrganisationId organisation, long id) {
        return database.read(PAUSE, organisation.number(), id).replaceWithVoid();
    }

    /** Goes on after a pause. */
    public Uni<Void> goOn(Reads database, OrganisationId organisation, long id) {
        return database.read(GO_ON, organisation.number(), id, true).replaceWithVoid();
    }

    /** Goes on after a pause; what is left is not paid for any more. */
    public Uni<Void> goOnForFree(Reads database, OrganisationId organisation, long id) {
        return database.read(GO_ON, organisation.number(), id, false).replaceWithVoid();
    }

    /** Ends it for good; what is under way arrives. */
    public Uni<Void> cancel(Reads database, OrganisationId organisation, long id) {
        return database.read(CANCEL, organisation.number(), id)
                .chain(() -> job(database, organisation, Withdrawing.KIND, id))
                .replaceWithVoid();
    }

    /** Sends once more what may or may not have arrived: only because a person decided so, and not after its end. */
    public Uni<Void> resendUncertain(Reads database, OrganisationId organisation, long id, Instant now) {
        return database.read(REOPEN, organisation.number(), id, utc(now))
                .chain(() -> database.read(RESEND, organisation.number(), id, utc(now)))
                .replaceWithVoid();
    }

    /** How far it is; empty where there is none of that number. */
    public Uni<Optional<Counts>> counts(Reads database, OrganisationId organisation, long id, Instant now) {
        return Counting.of(database, organisation, id, now);
    }
}
