package org.branchline.campaign.broadcast.progress;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.branchline.campaign.broadcast.Broadcasts;
import org.branchline.campaign.broadcast.Counts;
import org.branchline.conversation.Outgoing;
import org.branchline.database.Clock;
import org.branchline.database.Transactions;
import org.branchline.database.Tx;
import org.branchline.delivery.Doubt;
import org.branchline.delivery.Letter;
import org.branchline.delivery.Outbox;
import org.branchline.delivery.Posting;
import org.branchline.delivery.Priority;
import org.branchline.intake.Exchange;
import org.branchline.intake.job.Round;
import org.branchline.roster.Bot;

/**
 * Keeps the messages that show how far broadcasts are: each changes at most every 5 s, and only where it says something
 * else. Any replica may do it; the row of a message is its lock.
 */
@Singleton
public class Progress implements Round {

    private static final Duration EVERY = Duration.ofSeconds(2);

    /** It may be paused or called back elsewhere while it waits. */
    private static final Duration WAITING = Duration.ofMinutes(1);

    private static final String NEW = """
            insert into broadcast_progress (organisation, broadcast, bot, chat, message, language, about, whom, expected, shown,
              timezone, look_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, clock_timestamp() + interval '5 seconds')
            on conflict do nothing
            """;

    private static final String DUE = """
            select p.broadcast, p.chat, p.message, p.language, p.about, p.whom, p.expected, p.shown, p.timezone, b.actions
            from broadcast_progress p join broadcast b on b.organisation = $1 and b.id = p.broadcast
            where p.organisation = $1 and p.bot = $2 and p.look_at <= clock_timestamp()
            order by p.look_at limit 1 for no key update of p skip locked
            """;

    static final String ONE = """
            select p.broadcast, p.chat, p.message, p.language, p.about, p.whom, p.expected, p.shown, p.timezone, b.actions
            from broadcast_progress p join broadcast b on b.organisation = $1 and b.id = p.broadcast
            where p.organisation = $1 and p.broadcast = $2
            """;

    /** While it goes every 5 s, or once more of it is due; then its answers still come in, for three days every half a minute. */
    static final String SHOWN = """
            update broadcast_progress p set shown = $3, look_at = case
              when b.done_at is null then clock_timestamp() + greatest(5000, $4::bigint) * interval '1 millisecond'
              when b.done_at > clock_timestamp() - interval '3 days' then clock_timestamp() + interval '30 seconds'
              else 'infinity' end
            from broadcast b
            where p.organisation = $1 and p.broadcast = $2 and b.organisation = $1 and b.id = $2
            """;

    private static final String ALL_NOW = """
            update broadcast_progress p set look_at = clock_timestamp()
            from broadcast b
            where p.organisation = $1 and p.bot = $2 and b.organisation = $1 and b.id = p.broadcast and b.done_at is null
            """;

    /** By bot, how far the clock was moved at its last round: what was to be looked at later is to be now. */
    private final Map<Long, Duration> offsets = new ConcurrentHashMap<>();

    private final Transactions transactions;
    private final Broadcasts broadcasts;
    private final Outbox outbox;
    private final Clock clock;

    Progress(Transactions transactions, Broadcasts broadcasts, Outbox outbox, Clock clock) {
        this.transactions = transactions;
        this.broadcasts = broadcasts;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Shows a new broadcast in the message from which it was sent, from now on.
     *
     * @param message the one to be changed, 0 where there is none: then it is told once
     */
    public Uni<Void> begin(Exchange exchange, long broadcast, long message, Watched watched) {
        return broadcasts
                .counts(exchange::read, exchange.organisation(), broadcast, exchange.now())
                .invoke(found -> found.ifPresent(counts -> {
                    ProgressText progress = new ProgressText(watched, counts, exchange.now());
                    if (message == 0) {
                        exchange.say(progress.text(), progress.keyboard());
                        return;
                    }
                    exchange.say(new Outgoing.Edit(message, progress.text(), progress.keyboard()));
                    exchange.write(
                            NEW,
                            exchange.organisation().number(),
                            broadcast,
                            exchange.scene().bot().id(),
                            exchange.scene().chat(),
                            message,
                            watched.language(),
                            watched.about(),
                            watched.whom(),
                            watched.expected(),
                            progress.text(),
                            watched.zone().getId());
                }))
                .replaceWithVoid();
    }

    @Override
    public String what() {
        return "progress of broadcasts";
    }

    @Override
    public Duration every() {
        return EVERY;
    }

    @Override
    public Uni<Void> work(Bot bot) {
        Duration offset = clock.offset();
        Duration before = offsets.put(bot.id(), offset);
        return before == null || before.equals(offset) ? all(bot) : hurry(bot).chain(() -> all(bot));
    }

    private Uni<Void> hurry(Bot bot) {
        return transactions
                .inTransaction(
                        bot.organisation(),
                        tx -> tx.query(ALL_NOW, bot.organisation().number(), bot.id()))
                .replaceWithVoid();
    }

    private Uni<Void> all(Bot bot) {
        return one(bot).chain(found -> found ? all(bot) : Uni.createFrom().voidItem());
    }

    /** Looks at the one that waits longest; false where none does. */
    private Uni<Boolean> one(Bot bot) {
        Runnable[] failed = {() -> {}};
        return transactions
                .inTransaction(bot.organisation(), tx -> tx.query(
                                DUE, bot.organisation().number(), bot.id())
                        .chain(rows -> rows.size() == 0
                                ? Uni.createFrom().item(false)
                                : look(tx, bot, rows.iterator().next(), failed).replaceWith(true)))
                .onFailure()
                .invoke(() -> failed[0].run());
    }

    private Uni<Void> look(Tx tx, Bot bot, Row row, Runnable[] failed) {
        long id = row.getLong("broadcast");
        return broadcasts.counts(tx::query, bot.organisation(), id, clock.now()).chain(found -> {
            Counts counts = found.orElseThrow();
            ProgressText progress = new ProgressText(watched(row), counts, clock.now());
            String text = progress.text();
            Uni<Void> noted = tx.query(
                            SHOWN,
                            bot.organisation().number(),
                            id,
                            text,
                            progress.unchanged(WAITING).toMillis())
                    .replaceWithVoid();
            if (text.equals(row.getString("shown"))) {
                return noted;
            }
            List<Letter> letters = new ArrayList<>();
            letters.add(letter(bot, row, new Outgoing.Edit(row.getLong("message"), text, progress.keyboard())));
            // A change of a message makes no sound.
            progress.alarm(row.getString("shown"))
                    .ifPresent(alarm -> letters.add(letter(bot, row, new Outgoing.Say(alarm))));
            Posting posting = outbox.post(tx, letters);
            failed[0] = posting.failed();
            return noted.chain(() -> posting.statement().replaceWithVoid());
        });
    }

    private static Letter letter(Bot bot, Row row, Outgoing outgoing) {
        return new Letter(bot, row.getLong("chat"), null, Priority.REMINDER, Doubt.RESEND, false, outgoing);
    }

    static Watched watched(Row row) {
        String language = row.getString("language");
        JsonObject actions = row.getJsonObject("actions");
        List<String> labels = actions.getJsonArray(language, new JsonArray()).stream()
                .map(Object::toString)
                .toList();
        return new Watched(
                row.getString("about"),
                row.getString("whom"),
                row.getInteger("expected"),
                labels,
                language,
                ZoneId.of(row.getString("timezone")));
    }
}
