package org.branchline.delivery;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.branchline.calendar.Nights;
import org.branchline.database.Cipher;
import org.branchline.database.Reads;
import org.branchline.database.Tx;
import org.branchline.database.trace.Step;
import org.branchline.roster.Bot;
import org.jspecify.annotations.Nullable;

/** Where messages wait until they are sent. A message is put here in the transaction that caused it. */
@Singleton
public class Outbox {

    private static final String INTO = """
            insert into outbox (organisation, bot, chat, run, priority, doubt, state, due_at, payload, key_id, ciphertext,
              fence, claimed_at, question, shift)
            select $1, $2, $3, $4, $5, $6,
              case when $7::bigint = 0 or exists (
                select 1 from outbox q
                where q.organisation = $1 and q.bot = $2 and q.chat = $3 and q.state = 'queued' and q.priority <= $5)
                then 'queued' else 'sending' end,
              clock_timestamp(), m.payload, m.key_id, m.ciphertext, nullif($7::bigint, 0), clock_timestamp(), $11::bigint, $12::bigint
            """;

    private static final String PUT_ONE = INTO + """
            from (select $8::text, $9::text, $10::bytea) as m(payload, key_id, ciphertext)
            returning id, state
            """;

    private static final String PUT_ALL = INTO + """
            from unnest($8::text[], $9::text[], $10::bytea[]) with ordinality as m(payload, key_id, ciphertext, place)
            order by m.place
            returning id, state
            """;

    /** One that waits for the day, with where it is night until when: held where its reader sleeps. */
    private static final String PUT_BY_DAY = """
            insert into outbox (organisation, bot, chat, run, priority, doubt, state, due_at, payload, key_id, ciphertext,
              fence, claimed_at, question, daytime)
            select $1, $2, $3, $4, $5, $6,
              case when n.ends is not null then 'held' when $7::bigint = 0 or exists (
                select 1 from outbox q
                where q.organisation = $1 and q.bot = $2 and q.chat = $3 and q.state = 'queued' and q.priority <= $5)
                then 'queued' else 'sending' end,
              coalesce(n.ends, clock_timestamp()), $8::text, $9::text, $10::bytea, nullif($7::bigint, 0), clock_timestamp(),
              $11::bigint, true
            from (select $3::bigint as id) l
            left join chat c on c.organisation = $1 and c.bot = $2 and c.id = l.id
            left join member m on m.organisation = $1 and m.id = c.member
            left join branch h on h.organisation = $1 and h.id = m.branch
            left join unnest($12::text[], $13::timestamptz[]) as n(zone, ends)
              on n.zone = coalesce(m.timezone, h.timezone, 'UTC')
            returning id, state
            """;

    private static final String LEFT = """
            select count(*) as letters from outbox where organisation = $1 and bot = $2 and state in ('queued', 'sending')
            """;

    private final Senders senders;
    private final Sealing sealing;
    private final Mornings mornings;
    private final Journeys journeys;

    Outbox(Senders senders, Sealing sealing, Mornings mornings, Journeys journeys) {
        this.senders = senders;
        this.sealing = sealing;
        this.mornings = mornings;
        this.journeys = journeys;
    }

    /**
     * Prepares messages of one chat to be put with a transaction's last flight.
     *
     * @param letters of one bot and one chat, at least one, in the order in which they are to arrive; one that waits for the
     *     day is alone
     */
    public Posting post(Tx tx, List<Letter> letters) {
        return post(tx, letters, Step.NONE);
    }

    /** The same, traced as put by {@code turn}. */
    public Posting post(Tx tx, List<Letter> letters, Step turn) {
        Letter first = letters.get(0);
        Bot bot = first.bot();
        int size = letters.size();
        @Nullable String[] payloads = new @Nullable String[size];
        @Nullable String[] keys = new @Nullable String[size];
        @Nullable Buffer[] ciphertexts = new @Nullable Buffer[size];
        for (int i = 0; i < size; i++) {
            Letter letter = letters.get(i);
            String payload = OutgoingJson.write(letter.outgoing());
            if (letter.special()) {
                Cipher.Sealed sealed = sealing.seal(bot, letter.chat(), payload);
                keys[i] = sealed.keyId();
                ciphertexts[i] = sealed.ciphertext();
            } else {
                payloads[i] = payload;
            }
        }
        Sender sender = senders.of(bot);
        long fence = sender.reserve(size);
        boolean one = size == 1;
        List<@Nullable Object> arguments = new ArrayList<>();
        Collections.addAll(
                arguments,
                bot.organisation().number(),
                bot.id(),
                first.chat(),
                first.run(),
                first.priority().column(),
                first.doubt().column(),
                fence,
                one ? payloads[0] : payloads,
                one ? keys[0] : keys,
                one ? ciphertexts[0] : ciphertexts,
                first.question());
        if (first.daytime()) {
            Nights nights = mornings.nights(bot);
            Collections.addAll(arguments, nights.zones(), nights.moments());
        } else {
            arguments.add(first.shift());
        }
        String put = one ? PUT_ONE : PUT_ALL;
        Uni<?> statement = tx.query(first.daytime() ? PUT_BY_DAY : put, arguments.toArray())
                .invoke(rows -> tx.afterCommit(() -> posted(sender, letters, rows, fence, turn)));
        return new Posting(statement, () -> {
            if (fence != 0) {
                sender.release(size);
            }
        });
    }

    /** Rows were put into the outbox in SQL and committed: whoever sends for the bot looks at once. */
    public void ring(Bot bot) {
        senders.queued(bot);
    }

    /** How many of a bot's messages have not left, or may not have; those that are held aside. */
    public Uni<Long> left(Reads reads, Bot bot) {
        return reads.read(LEFT, bot.organisation().number(), bot.id())
                .map(rows -> rows.iterator().next().getLong("letters"));
    }

    private void posted(Sender sender, List<Letter> letters, RowSet<Row> rows, long fence, Step turn) {
        List<Parcel> sending = new ArrayList<>(letters.size());
        int i = 0;
        for (Row row : rows) {
            boolean memory = row.getString("state").equals("sending");
            if (memory) {
                sending.add(new Parcel(row.getLong("id"), letters.get(i), 0));
            }
            journeys.posted(turn, row.getLong("id"), letters.get(i), memory);
            i++;
        }
        int queued = letters.size() - sending.size();
        if (queued > 0) {
            if (fence != 0) {
                sender.release(queued);
            }
            senders.queued(letters.get(0).bot());
        }
        if (!sending.isEmpty()) {
            sender.accept(sending, fence);
        }
    }
}
