package org.branchline.delivery;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.branchline.conversation.Outgoing;
import org.branchline.database.Clock;
import org.branchline.database.Transactions;
import org.branchline.roster.Bot;
import org.jboss.logging.Logger;

/** The outbox in Postgres. All times are the server's own, but for those of held rows and of what people chose. */
@Singleton
class SqlRows implements Rows {

    private static final Logger LOG = Logger.getLogger(SqlRows.class);

    /** After this long a request is over, whoever made it: twice the HTTP time-out of 10 s would be too careful. */
    private static final Duration REQUEST_OVER = Duration.ofSeconds(11);

    /** Fences count from 1. */
    private static final long NO_FENCE = -1;

    private static final String UNREADABLE = """
            update outbox set state = 'failed', reason = 'UNREADABLE', done_at = clock_timestamp(), payload = null,
              key_id = null, ciphertext = null
            where organisation = $1 and id = any($2::bigint[]) and state = 'sending' and fence = $3
            """;

    private static final String UNSENT = """
            update outbox set state = 'queued', reason = 'LEASE', due_at = clock_timestamp()
            where organisation = $1 and id = any($2::bigint[]) and state = 'sending' and fence = $3
            """;

    /** By number: the index of what is being sent holds many entries of what was, until it is vacuumed. */
    private static final String MARK = """
            update outbox o set state = m.state, message = m.message, reason = m.reason,
              tries = least(o.tries + m.tried, 10000),
              payload = case when m.state in ('queued', 'held', 'uncertain') then o.payload end,
              key_id = case when m.state in ('queued', 'held', 'uncertain') then o.key_id end,
              ciphertext = case when m.state in ('queued', 'held', 'uncertain') then o.ciphertext end,
              due_at = clock_timestamp() + m.wait * interval '1 millisecond',
              done_at = case when m.state not in ('queued', 'held') then clock_timestamp() end
            from unnest($2::bigint[], $3::text[], $4::bigint[], $5::text[], $6::bigint[], $7::int[])
              as m(id, state, message, reason, wait, tried)
            where o.organisation = $1 and o.id = m.id and case o.state when 'sending' then true else false end
            """;

    private static final String UNREACHABLE =
            "update chat set reachable = false where organisation = $1 and bot = $2 and id = any($3::bigint[])";

    private static final String MOVED = """
            update chat c set moved_to = m.number from unnest($3::bigint[], $4::bigint[]) as m(id, number)
            where c.organisation = $1 and c.bot = $2 and c.id = m.id
            """;

    private static final String PAUSE = """
            update bot set paused_until = greatest(paused_until, clock_timestamp() + $3::bigint * interval '1 millisecond')
            where organisation = $1 and id = $2
            """;

    private static final String RECOVER = """
            update outbox set
              state = case when doubt = 'resend' or fence = $3 then 'queued' else 'uncertain' end,
              reason = 'PROCESS_ENDED',
              done_at = case when doubt = 'resend' or fence = $3 then null else clock_timestamp() end
            where organisation = $1 and bot = $2 and state = 'sending' and joined is null
              and claimed_at < clock_timestamp() - $4::bigint * interval '1 millisecond'
              and id <> all($5::bigint[])
            returning state
            """;

    private final Transactions transactions;
    private final Sealing sealing;
    private final InstantSource clock;
    private final SendWitness witness;

    @Inject
    SqlRows(Transactions transactions, Sealing sealing, Clock clock, SendWitness witness) {
        this(transactions, sealing, clock::now, witness);
    }

    /**
     * @param clock what people see as now
     */
    SqlRows(Transactions transactions, Sealing sealing, InstantSource clock, SendWitness witness) {
        this.transactions = transactions;
        this.clock = clock;
        this.sealing = sealing;
        this.witness = witness;
    }

    @Override
    public Uni<Claimed> claim(Bot bot, long fence, int most, boolean paid) {
        Priority from = paid ? Priority.PAID : Priority.REPLY;
        Priority to = paid ? Priority.PAID : Priority.BROADCAST;
        return transactions
                .inTransaction(
                        bot.organisation(),
                        tx -> tx.query(
                                ClaimSql.CLAIM,
                                bot.organisation().number(),
                                bot.id(),
                                fence,
                                most,
                                clock.instant().atOffset(ZoneOffset.UTC),
                                from.column(),
                                to.column()))
                .flatMap(rows -> {
                    List<Parcel> parcels = new ArrayList<>(rows.size());
                    List<Long> unreadable = new ArrayList<>(0);
                    for (Row row : rows) {
                        switch (row.getString("state")) {
                            case "sending" -> read(bot, row, parcels, unreadable);
                            case "failed" -> witness.noted(Verdict.State.FAILED, row.getString("reason"));
                            default -> {}
                        }
                    }
                    parcels.sort(null);
                    Claimed claimed = new Claimed(parcels, rows.size() == most);
                    return unreadable.isEmpty()
                            ? Uni.createFrom().item(claimed)
                            : byFence(UNREADABLE, bot, fence, unreadable)
                                    .onFailure()
                                    .recoverWithNull()
                                    .replaceWith(claimed);
                });
    }

    /** A row that cannot be read is given up, so that the others leave. */
    private void read(Bot bot, Row row, List<Parcel> parcels, List<Long> unreadable) {
        try {
            parcels.add(parcel(bot, row));
        } catch (RuntimeException bug) {
            LOG.errorf(
                    "bot=%d row=%d cannot be read and is given up: %s",
                    bot.id(), row.getLong("id"), bug.getClass().getName());
            unreadable.add(row.getLong("id"));
            witness.noted(Verdict.State.FAILED, "UNREADABLE");
        }
    }

    @Override
    public Uni<Void> unsent(Bot bot, long fence, List<Long> ids) {
        return byFence(UNSENT, bot, fence, ids);
    }

    private Uni<Void> byFence(String sql, Bot bot, long fence, List<Long> ids) {
        return transactions
                .inTransaction(
                        bot.organisation(),
                        tx -> tx.query(sql, bot.organisation().number(), ids.toArray(Long[]::new), fence))
                .replaceWithVoid();
    }

    private Parcel parcel(Bot bot, Row row) {
        Buffer ciphertext = row.getBuffer("ciphertext");
        Outgoing outgoing = OutgoingJson.read(
                ciphertext == null
                        ? row.getString("payload")
                        : sealing.open(bot, row.getLong("chat"), row.getString("key_id"), ciphertext));
        if (row.getLong("content") != null) {
            String name = row.getString("name");
            String zone = row.getString("zone");
            String language = row.getString("language");
            outgoing = Digest.of(
                    Personal.to(name, zone, language, Attachments.to(row, outgoing)),
                    row.getJsonArray("digest"),
                    other -> Personal.to(name, zone, language, other),
                    language);
        }
        Letter letter = new Letter(
                bot,
                row.getLong("chat"),
                row.getLong("run"),
                Priority.of(row.getInteger("priority")),
                Doubt.valueOf(row.getString("doubt").toUpperCase(Locale.ROOT)),
                ciphertext != null,
                outgoing);
        return new Parcel(row.getLong("id"), letter, row.getInteger("tries"));
    }

    @Override
    public Uni<Void> mark(Bot bot, List<Mark> marks) {
        int size = marks.size();
        Long[] ids = new Long[size];
        String[] states = new String[size];
        Long[] messages = new Long[size];
        String[] reasons = new String[size];
        Long[] waits = new Long[size];
        Integer[] tried = new Integer[size];
        List<Long> unreachable = new ArrayList<>(0);
        Map<Long, Long> moved = new HashMap<>(0);
        Uploads uploads = new Uploads();
        for (int i = 0; i < size; i++) {
            Mark mark = marks.get(i);
            ids[i] = mark.parcel().id();
            states[i] = mark.verdict().state().column();
            messages[i] = mark.verdict().message();
            reasons[i] = mark.verdict().reason();
            waits[i] = mark.waitMillis();
            tried[i] = mark.tried() ? 1 : 0;
            if (mark.verdict().movedTo() != null) {
                moved.put(mark.parcel().letter().chat(), mark.verdict().movedTo());
            }
            uploads.add(mark);
            if (mark.verdict().unreachable()) {
                unreachable.add(mark.parcel().letter().chat());
            }
        }
        int organisation = bot.organisation().number();
        Uni<Void> marked = transactions.inTransaction(bot.organisation(), tx -> {
            List<Uni<?>> last = new ArrayList<>(4);
            last.add(tx.query(MARK, organisation, ids, states, messages, reasons, waits, tried));
            uploads.statement(tx, organisation).ifPresent(last::add);
            if (!unreachable.isEmpty()) {
                last.add(tx.query(UNREACHABLE, organisation, bot.id(), unreachable.toArray(Long[]::new)));
            }
            if (!moved.isEmpty()) {
                last.add(tx.query(
                        MOVED,
                        organisation,
                        bot.id(),
                        moved.keySet().toArray(Long[]::new),
                        moved.values().toArray(Long[]::new)));
            }
            return tx.commitWith(last);
        });
        return marked.invoke(() -> {
            for (Mark mark : marks) {
                witness.noted(mark.verdict().state(), mark.verdict().reason());
            }
        });
    }

    @Override
    public Uni<Integer> recover(Bot bot, long fence, Collection<Long> known) {
        return recover(bot, fence, known, REQUEST_OVER);
    }

    /** Decides at once about all that a predecessor left as {@code sending} which is certainly dead. */
    Uni<Integer> inherit(Bot bot) {
        return recover(bot, NO_FENCE, List.of(), Duration.ZERO);
    }

    private Uni<Integer> recover(Bot bot, long fence, Collection<Long> known, Duration over) {
        Long[] ours = known.toArray(Long[]::new);
        return transactions
                .inTransaction(
                        bot.organisation(),
                        tx -> tx.query(RECOVER, bot.organisation().number(), bot.id(), fence, over.toMillis(), ours))
                .invoke(rows -> rows.forEach(row -> witness.noted(
                        Verdict.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)), "PROCESS_ENDED")))
                .map(rows -> rows.rowCount());
    }

    @Override
    public Uni<Void> pause(Bot bot, long millis) {
        return transactions
                .inTransaction(
                        bot.organisation(),
                        tx -> tx.query(PAUSE, bot.organisation().number(), bot.id(), millis))
                .replaceWithVoid();
    }

    @Override
    public Uni<Long> paused(Bot bot) {
        return transactions
                .inTransaction(
                        bot.organisation(),
                        tx -> tx.query(
                                "select greatest(0, extract(epoch from paused_until - clock_timestamp()) * 1000)::bigint"
                                        + " as rest from bot where organisation = $1 and id = $2 and isfinite(paused_until)",
                                bot.organisation().number(),
                                bot.id()))
                .map(rows -> rows.size() == 0 ? 0L : rows.iterator().next().getLong("rest"));
    }

    @Override
    public Uni<List<Left>> leftForGroups(Bot bot) {
        return LeftForGroups.of(transactions, bot);
    }
}
