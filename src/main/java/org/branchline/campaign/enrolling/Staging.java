package org.branchline.campaign.enrolling;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.branchline.database.Audit;
import org.branchline.database.OrganisationId;
import org.branchline.database.Transactions;
import org.branchline.roster.Bot;
import org.branchline.roster.ErasureProof;
import org.jspecify.annotations.Nullable;

/** Where a list waits until all of it is known to be good; each call is a short transaction. */
@Singleton
class Staging {

    private static final String BEGIN =
            "insert into member_import (organisation, bot, state) values ($1, $2, 'staging') returning id";

    private static final String ALIVE = """
            update member_import set touched_at = clock_timestamp() where organisation = $1 and id = $2 and state = 'staging'
            """;

    private static final String STAGE = """
            insert into member_import_row (organisation, import, line, chat, name, language, timezone, branch, version,
              source, consented_at, attributes, proof)
            select $1, $2, w.line, w.chat, w.name, w.language, w.timezone, w.branch, w.version, w.source, w.at,
              w.attributes::jsonb, w.proof
            from unnest($3::bigint[], $4::bigint[], $5::text[], $6::text[], $7::text[], $8::bigint[], $9::text[],
                $10::text[], $11::timestamptz[], $12::text[], $13::bytea[])
              as w(line, chat, name, language, timezone, branch, version, source, at, attributes, proof)
            order by w.line
            on conflict (organisation, import, chat) do nothing
            returning line
            """;

    private static final String FIRST = """
            select chat, line from member_import_row where organisation = $1 and import = $2 and chat = any($3::bigint[])
            """;

    /** Nobody becomes a member without a name. */
    private static final String NAMELESS = """
            select r.line from member_import_row r
            where r.organisation = $1 and r.import = $2 and r.name is null
              and not exists (select from member m where m.organisation = $1 and m.telegram_user = r.chat)
              and not exists (select from erasure e where e.organisation = $1 and e.proof = r.proof)
            order by r.line limit $3
            """;

    private static final String ACCEPT = """
            update member_import set state = 'accepted', touched_at = clock_timestamp()
            where organisation = $1 and id = $2 and state = 'staging'
            """;

    /** Carried out by whoever accepted it, and by the job only where that ended too early. */
    private static final String JOB = """
            insert into job (organisation, kind, key, argument, due_at)
            values ($1, $2, $3, $4, clock_timestamp() + interval '30 seconds') on conflict do nothing
            """;

    /** From here on it can no longer be accepted. */
    private static final String GIVE_UP = """
            update member_import set state = 'discarded', touched_at = clock_timestamp()
            where organisation = $1 and id = $2 and state = 'staging'
            returning id
            """;

    private static final String CLEAR = """
            delete from member_import_row r
            where r.organisation = $1 and r.import = $2 and r.line = any(array(
              select line from member_import_row where organisation = $1 and import = $2 order by line limit $3))
            """;

    private static final String END =
            "delete from member_import where organisation = $1 and id = $2 and state = 'discarded'";

    /** An accepted one that cannot be taken over is not kept for ever either. */
    private static final String LEFT_BEHIND = """
            update member_import set state = 'discarded', touched_at = clock_timestamp()
            where organisation = $1
              and (state in ('staging', 'discarded') and touched_at < clock_timestamp() - interval '5 minutes'
                or state = 'accepted' and touched_at < clock_timestamp() - interval '7 days')
            returning id
            """;

    private static final int STEP = 5_000;

    private final Transactions transactions;
    private final ErasureProof proof;

    Staging(Transactions transactions, ErasureProof proof) {
        this.transactions = transactions;
        this.proof = proof;
    }

    Uni<Long> begin(Bot bot) {
        return in(bot.organisation(), BEGIN, bot.organisation().number(), bot.id())
                .map(rows -> rows.iterator().next().getLong("id"));
    }

    /**
     * What became of a page.
     *
     * @param taken false where the list was given up meanwhile, since nothing of it came for long
     * @param twice the lines of people who stand in the list already, each with the line where they do
     */
    record Staged(boolean taken, Map<Long, Long> twice) {}

    Uni<Staged> stage(OrganisationId organisation, long id, List<Entry> page) {
        return transactions.inTransaction(
                organisation, tx -> tx.query(ALIVE, organisation.number(), id).flatMap(alive -> {
                    if (alive.rowCount() == 0) {
                        return Uni.createFrom().item(new Staged(false, Map.of()));
                    }
                    return tx.query(STAGE, columns(organisation, id, page)).flatMap(rows -> {
                        Map<Long, Long> twice = new TreeMap<>();
                        page.forEach(entry -> twice.put(entry.line(), entry.chat()));
                        rows.forEach(row -> twice.remove(row.getLong("line")));
                        return twice.isEmpty()
                                ? Uni.createFrom().item(new Staged(true, Map.of()))
                                : tx.query(
                                                FIRST,
                                                organisation.number(),
                                                id,
                                                twice.values().toArray(Long[]::new))
                                        .map(first -> new Staged(true, lines(twice, first)));
                    });
                }));
    }

    private @Nullable Object[] columns(OrganisationId organisation, long id, List<Entry> page) {
        return new @Nullable Object[] {
            organisation.number(),
            id,
            page.stream().map(Entry::line).toArray(Long[]::new),
            page.stream().map(Entry::chat).toArray(Long[]::new),
            page.stream().map(Entry::name).toArray(String[]::new),
            page.stream().map(Entry::language).toArray(String[]::new),
            page.stream().map(Staging::zone).toArray(String[]::new),
            page.stream().map(Entry::branch).toArray(Long[]::new),
            page.stream().map(Entry::version).toArray(String[]::new),
            page.stream().map(Entry::source).toArray(String[]::new),
            page.stream()
                    .map(entry -> entry.agreedAt().atOffset(ZoneOffset.UTC))
                    .toArray(OffsetDateTime[]::new),
            page.stream()
                    .map(entry -> new JsonObject(new HashMap<String, Object>(entry.attributes())).encode())
                    .toArray(String[]::new),
            page.stream()
                    .map(entry -> Buffer.buffer(proof.of(organisation, entry.chat())))
                    .toArray(Buffer[]::new)
        };
    }

    private static @Nullable String zone(Entry entry) {
        ZoneId zone = entry.zone();
        return zone == null ? null : zone.getId();
    }

    private static Map<Long, Long> lines(Map<Long, Long> twice, RowSet<Row> first) {
        Map<Long, Long> lines = new HashMap<>();
        first.forEach(row -> lines.put(row.getLong("chat"), row.getLong("line")));
        Map<Long, Long> all = new TreeMap<>(twice);
        all.replaceAll((line, chat) -> lines.getOrDefault(chat, 0L));
        return all;
    }

    /** The lines, at most so many, of people who would become members without a name. */
    Uni<List<Long>> nameless(OrganisationId organisation, long id, int most) {
        return in(organisation, NAMELESS, organisation.number(), id, (long) most)
                .map(rows -> {
                    List<Long> lines = new ArrayList<>();
                    rows.forEach(row -> lines.add(row.getLong("line")));
                    return lines;
                });
    }

    /** From here on all of it comes true; false where it was given up meanwhile. */
    Uni<Boolean> accept(OrganisationId organisation, long id, long rows) {
        return transactions.inTransaction(
                organisation, tx -> tx.query(ACCEPT, organisation.number(), id).flatMap(accepted -> {
                    if (accepted.rowCount() == 0) {
                        return Uni.createFrom().item(false);
                    }
                    return tx.query(
                                    JOB,
                                    organisation.number(),
                                    TakingOver.KIND,
                                    Long.toString(id),
                                    new JsonObject().put("import", id))
                            .chain(() -> Audit.record(
                                    tx,
                                    organisation,
                                    "api",
                                    "imported members",
                                    List.of("import " + id, rows + " members")))
                            .replaceWith(true);
                }));
    }

    /** Nothing of it stays, unless it was accepted or given up already. */
    Uni<Void> discard(OrganisationId organisation, long id) {
        return in(organisation, GIVE_UP, organisation.number(), id)
                .chain(taken -> taken.size() == 0 ? Uni.createFrom().voidItem() : clear(organisation, id));
    }

    /** Of one that was given up. */
    Uni<Void> clear(OrganisationId organisation, long id) {
        return in(organisation, CLEAR, organisation.number(), id, (long) STEP)
                .chain(gone -> gone.rowCount() > 0
                        ? clear(organisation, id)
                        : in(organisation, END, organisation.number(), id).replaceWithVoid());
    }

    /** Gives up the lists whose process ended, or whose sender went away, before they were read to the end. */
    Uni<List<Long>> giveUpLeftBehind(OrganisationId organisation) {
        return in(organisation, LEFT_BEHIND, organisation.number()).map(rows -> {
            List<Long> ids = new ArrayList<>();
            rows.forEach(row -> ids.add(row.getLong("id")));
            return ids;
        });
    }

    private Uni<RowSet<Row>> in(OrganisationId organisation, String sql, Object... arguments) {
        return transactions.inTransaction(organisation, tx -> tx.query(sql, arguments));
    }
}
