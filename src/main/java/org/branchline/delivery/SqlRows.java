package org.branchline.delivery;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.branchline.conversation.Outgoing;
import org.branchline.database.Transactions;
import org.branchline.roster.Bot;

/** The outbox in Postgres. All times are the server's own. */
@Singleton
class SqlRows implements Rows {

    /** After this long a request is over, whoever made it: twice the HTTP time-out of 10 s would be too careful. */
    private static final Duration REQUEST_OVER = Duration.ofSeconds(11);

    /** Fences count from 1. */
    private static final long NO_FENCE = -1;

    private static final String CLAIM = """
            update outbox set state = 'sending', fence = $3, claimed_at = clock_timestamp(), tries = tries + 1
            where organisation = $1 and id in (
              select q.id from outbox q
              where q.organisation = $1 and q.bot = $2 and q.state = 'queued' and q.due_at <= clock_timestamp()
                and not exists (
                  select 1 from outbox e
                  where e.organisation = $1 and e.bot = $2 and e.chat = q.chat and e.id < q.id
                    and e.state = 'queued' and e.due_at > clock_timestamp())
                and not exists (
                  select 1 from outbox e
                  where e.organisation = $1 and e.bot = $2 and e.chat = q.chat and e.id < q.id
                    and e.state = 'sending' and e.fence <> $3)
              order by q.priority, q.id
              limit $4
              for update of q skip locked)
            returning id, chat, run, priority, doubt, payload, key_id, ciphertext, tries
            """;

    /** By number: the index of what is being sent holds many entries of what was, until it is vacuumed. */
    private static final String MARK = """
            update outbox o set state = m.state, message = m.message, reason = m.reason,
              payload = case when m.state = 'queued' then o.payload end,
              key_id = case when m.state = 'queued' then o.key_id end,
              ciphertext = case when m.state = 'queued' then o.ciphertext end,
              due_at = clock_timestamp() + m.wait * interval '1 millisecond',
              done_at = case when m.state <> 'queued' then clock_timestamp() end
            from unnest($2::bigint[], $3::text[], $4::bigint[], $5::text[], $6::bigint[])
              as m(id, state, message, reason, wait)
            where o.organisation = $1 and o.id = m.id and case o.state when 'sending' then true else false end
            """;

    private static final String UNREACHABLE =
            "update chat set reachable = false where organisation = $1 and bot = $2 and id = any($3::bigint[])";

    private static final String RECOVER = """
            update outbox set
              state = case when doubt = 'resend' or fence = $3 then 'queued' else 'uncertain' end,
              reason = 'PROCESS_ENDED',
              done_at = case when doubt = 'resend' or fence = $3 then null else clock_timestamp() end
            where organisation = $1 and bot = $2 and state = 'sending'
              and claimed_at < clock_timestamp() - $4::bigint * interval '1 millisecond'
              and id <> all($5::bigint[])
            """;

    private final Transactions transactions;
    private final Sealing sealing;

    SqlRows(Transactions transactions, Sealing sealing) {
        this.transactions = transactions;
        this.sealing = sealing;
    }

    @Override
    public Uni<List<Parcel>> claim(Bot bot, long fence, int most) {
        return transactions
                .inTransaction(
                        bot.organisation(),
                        tx -> tx.query(CLAIM, bot.organisation().number(), bot.id(), fence, most))
                .map(rows -> {
                    List<Parcel> parcels = new ArrayList<>(rows.size());
                    for (Row row : rows) {
                        parcels.add(parcel(bot, row));
                    }
                    parcels.sort(null);
                    return parcels;
                });
    }

    private Parcel parcel(Bot bot, Row row) {
        Buffer ciphertext = row.getBuffer("ciphertext");
        Outgoing outgoing = OutgoingJson.read(
                ciphertext == null
                        ? row.getString("payload")
                        : sealing.open(bot, row.getLong("chat"), row.getString("key_id"), ciphertext));
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
        List<Long> unreachable = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            Mark mark = marks.get(i);
            ids[i] = mark.parcel().id();
            states[i] = mark.verdict().state().column();
            messages[i] = mark.verdict().message();
            reasons[i] = mark.verdict().reason();
            waits[i] = mark.waitMillis();
            if (mark.verdict().unreachable()) {
                unreachable.add(mark.parcel().letter().chat());
            }
        }
        int organisation = bot.organisation().number();
        return transactions.inTransaction(bot.organisation(), tx -> {
            List<Uni<?>> last = new ArrayList<>(2);
            last.add(tx.query(MARK, organisation, ids, states, messages, reasons, waits));
            if (!unreachable.isEmpty()) {
                last.add(tx.query(UNREACHABLE, organisation, bot.id(), unreachable.toArray(Long[]::new)));
            }
            return tx.commitWith(last);
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
                .map(rows -> rows.rowCount());
    }

    @Override
    public Uni<Void> pause(Bot bot, long millis) {
        return transactions
                .inTransaction(
                        bot.organisation(),
                        tx -> tx.query(
                                "update bot set paused_until = clock_timestamp() + $3::bigint * interval '1 millisecond'"
                                        + " where organisation = $1 and id = $2",
                                bot.organisation().number(),
                                bot.id(),
                                millis))
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
}
