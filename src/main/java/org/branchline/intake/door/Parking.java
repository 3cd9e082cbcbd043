package org.branchline.intake.door;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.branchline.database.Leases;
import org.branchline.database.Outages;
import org.branchline.intake.Arrival;
import org.branchline.intake.ChatQueues;
import org.branchline.intake.Deciding;
import org.branchline.intake.Receipt;
import org.branchline.intake.Turns;
import org.branchline.roster.Bot;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Takes polled updates, whose offset must move on whatever becomes of one of them: one whose handling fails is parked and
 * tried again once a second when due, 5 times in all within 15 s, and later ones of its chat wait behind it, in order. All
 * of it is in Postgres before the offset moves; only the bot's lease holder works on it.
 */
@Singleton
public class Parking {

    private static final Logger LOG = Logger.getLogger(Parking.class);
    /** Before the second try; then twice as long each time. promises.md: later updates wait at most 60 s. */
    private static final long FIRST_PAUSE_MILLIS = 1_000;
    /** Chats that are worked on side by side; the other connections are the turns'. */
    private static final int AT_ONCE = 4;

    private record Known(long fence, Uni<ParkedChats> chats) {}

    private final Turns turns;
    private final Deciding deciding;
    private final ParkedRows rows;
    private final DeadLetters letters;
    private final Leases leases;
    /** Keeping an update behind others and taking the last of these follow one another, so that none is left behind. */
    private final ChatQueues gate = new ChatQueues();

    private final Map<Bot, Known> known = new ConcurrentHashMap<>();
    private final Map<Bot, Rereading> readers = new ConcurrentHashMap<>();

    Parking(Turns turns, Deciding deciding, ParkedRows rows, DeadLetters letters, Leases leases) {
        this.turns = turns;
        this.deciding = deciding;
        this.rows = rows;
        this.letters = letters;
        this.leases = leases;
    }

    void rereads(Bot bot, Rereading rereading) {
        readers.put(bot, rereading);
    }

    /** As {@link Door#takePolled}. */
    Uni<Receipt> take(Arrival arrival) {
        return chats(arrival.bot())
                .flatMap(chats -> chats.waits(arrival.chat()) ? takeBehind(arrival, chats) : handle(arrival));
    }

    private Uni<Receipt> takeBehind(Arrival arrival, ParkedChats chats) {
        return gate.inOrder(
                arrival.bot(),
                arrival.chat(),
                () -> chats.waits(arrival.chat()) ? kept(arrival, rows.behind(arrival), 0) : handle(arrival));
    }

    private Uni<Receipt> handle(Arrival arrival) {
        return turn(arrival).onFailure().recoverWithUni(cause -> {
            if (Outages.outage(cause)) {
                return Uni.createFrom().failure(cause);
            }
            Failures.tell(arrival, cause, 1);
            return kept(arrival, rows.park(arrival, cause, FIRST_PAUSE_MILLIS), FIRST_PAUSE_MILLIS);
        });
    }

    private Uni<Receipt> turn(Arrival arrival) {
        return turns.of(arrival, exchange -> deciding.decide(exchange, arrival));
    }

    // What is known is asked for once more: where the lease was lost and won meanwhile, it was loaded without this one.
    private Uni<Receipt> kept(Arrival arrival, Uni<Void> keeping, long waitMillis) {
        return keeping.chain(() -> chats(arrival.bot()))
                .invoke(chats -> chats.add(arrival.chat(), in(waitMillis)))
                .replaceWith(Receipt.SILENT);
    }

    /** Fails while the lease is not ours; under each fence Postgres is asked once. */
    private Uni<ParkedChats> chats(Bot bot) {
        long fence = fence(bot);
        if (fence == 0) {
            return Uni.createFrom()
                    .failure(new IllegalStateException("the lease of bot " + bot.id() + " is not held here"));
        }
        @Nullable Known before = known.get(bot);
        if (before != null && before.fence() == fence) {
            return before.chats();
        }
        return known.compute(bot, (key, now) -> now != null && now.fence() == fence ? now : load(bot, fence))
                .chats();
    }

    private Known load(Bot bot, long fence) {
        return new Known(
                fence,
                rows.chats(bot)
                        .map(waits -> {
                            ParkedChats chats = new ParkedChats(fence);
                            waits.forEach((chat, waitMillis) -> chats.add(chat, in(waitMillis)));
                            return chats;
                        })
                        .onFailure()
                        .invoke(() -> known.computeIfPresent(bot, (key, now) -> now.fence() == fence ? null : now))
                        .memoize()
                        .indefinitely());
    }

    /** Tries again what is due of a bot, and then takes what waited behind it. Costs nothing while nothing is parked. */
    public Uni<Void> work(Bot bot) {
        @Nullable Rereading reader = readers.get(bot);
        if (reader == null || fence(bot) == 0) {
            return Uni.createFrom().voidItem();
        }
        return chats(bot).flatMap(chats -> Multi.createFrom()
                .iterable(chats.due(System.nanoTime()))
                .onItem()
                .transformToUni(chat -> drain(bot, chat, chats, reader))
                .merge(AT_ONCE)
                .collect()
                .last()
                .replaceWithVoid());
    }

    private Uni<Void> drain(Bot bot, long chat, ParkedChats chats, Rereading reader) {
        return gate.inOrder(bot, chat, () -> step(bot, chat, chats, reader))
                .flatMap(more -> more
                        ? drain(bot, chat, chats, reader)
                        : Uni.createFrom().voidItem())
                .onFailure()
                .invoke(outage -> LOG.debugf(
                        "bot=%d parked updates stay: %s",
                        bot.id(), outage.getClass().getName()))
                .onFailure()
                .recoverWithNull();
    }

    /** Takes the chat's first one; whether the next may be taken at once. */
    private Uni<Boolean> step(Bot bot, long chat, ParkedChats chats, Rereading reader) {
        if (fence(bot) != chats.fence()) {
            return Uni.createFrom().item(false);
        }
        return rows.first(bot, chat).flatMap(first -> {
            if (first.isEmpty()) {
                chats.remove(chat);
                return Uni.createFrom().item(false);
            }
            ParkedRows.Parked parked = first.get();
            if (parked.waitMillis() > 0) {
                chats.putOff(chat, in(parked.waitMillis()));
                return Uni.createFrom().item(false);
            }
            return reader.read(parked.raw())
                    .map(arrival -> attempt(parked, arrival, chats))
                    .orElseGet(() -> rows.unreadable(parked).replaceWith(true));
        });
    }

    private Uni<Boolean> attempt(ParkedRows.Parked parked, Arrival arrival, ParkedChats chats) {
        return turn(arrival)
                .map(receipt -> true)
                .onFailure(cause -> !Outages.outage(cause))
                .recoverWithUni(cause -> failed(parked, arrival, cause, chats))
                .call(ended -> ended ? rows.done(parked) : Uni.createFrom().voidItem());
    }

    /** Whether that was its end. */
    private Uni<Boolean> failed(ParkedRows.Parked parked, Arrival arrival, Throwable cause, ParkedChats chats) {
        int tries = parked.tries() + 1;
        Failures.tell(arrival, cause, tries);
        if (tries >= DeadLetters.MOST_TRIES) {
            return letters.bury(arrival, cause, tries).replaceWith(true);
        }
        long waitMillis = FIRST_PAUSE_MILLIS << (tries - 1);
        return rows.failed(parked, cause, waitMillis).map(counted -> {
            chats.putOff(arrival.chat(), in(waitMillis));
            return false;
        });
    }

    private long fence(Bot bot) {
        return leases.of(bot.organisation(), bot.id()).fence();
    }

    private static long in(long millis) {
        return System.nanoTime() + Duration.ofMillis(millis).toNanos();
    }
}
