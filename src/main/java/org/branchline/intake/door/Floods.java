package org.branchline.intake.door;

import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.branchline.roster.Bot;

/** A bucket per chat, so that one person's flood leaves the others' turns alone. */
@Singleton
class Floods {

    /** More than anybody types or presses in a hurry. */
    private static final int BURST = 60;

    private static final long NANOS_PER_UPDATE = 250_000_000L;
    private static final int TIDY_ABOVE = 5_000;

    enum Judgement {
        FINE,
        /** The first one too many since the bucket was last in order. */
        TELL_ONCE,
        TOO_MUCH
    }

    private record Key(long bot, long chat) {}

    private static final class Bucket {
        private long full;
        private boolean told;
    }

    private final Map<Key, Bucket> buckets = new HashMap<>();
    private final LongSupplier nanos;

    Floods() {
        this(System::nanoTime);
    }

    Floods(LongSupplier nanos) {
        this.nanos = nanos;
    }

    synchronized Judgement judge(Bot bot, long chat) {
        long now = nanos.getAsLong();
        if (buckets.size() > TIDY_ABOVE) {
            buckets.values().removeIf(bucket -> bucket.full - now <= 0);
        }
        Bucket bucket = buckets.computeIfAbsent(new Key(bot.id(), chat), key -> {
            Bucket fresh = new Bucket();
            fresh.full = now;
            return fresh;
        });
        long full = Math.max(bucket.full - now, 0) + NANOS_PER_UPDATE;
        if (full > BURST * NANOS_PER_UPDATE) {
            Judgement judgement = bucket.told ? Judgement.TOO_MUCH : Judgement.TELL_ONCE;
            bucket.told = true;
            return judgement;
        }
        bucket.told = bucket.told && full > BURST * NANOS_PER_UPDATE / 2;
        bucket.full = now + full;
        return Judgement.FINE;
    }

    /** What was judged came to nothing and will come again: it is not to count twice. */
    synchronized void takeBack(Bot bot, long chat, Judgement judgement) {
        Bucket bucket = buckets.get(new Key(bot.id(), chat));
        if (bucket == null) {
            return;
        }
        switch (judgement) {
            case FINE -> bucket.full -= NANOS_PER_UPDATE;
            case TELL_ONCE -> bucket.told = false;
            case TOO_MUCH -> {}
        }
    }
}
