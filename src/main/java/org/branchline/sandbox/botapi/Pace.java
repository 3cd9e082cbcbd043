package org.branchline.sandbox.botapi;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** Holds one bot to the limits for new messages, and to windows after a 429. */
final class Pace {

    /** Instead of seconds to wait: the message is to be paid for and cannot be. */
    static final int NO_STARS = -1;

    private static final double CHAT_BURST = 3;
    /** Telegram: up to 1,000 paid messages a second. */
    private static final double PAID_PER_SECOND = 1_000;

    private static final int CHATS_REMEMBERED = 20_000;
    private static final long IDLE_MILLIS = 60_000;
    private static final long MINUTE_MILLIS = 60_000;

    private final Map<Long, Bucket> chats = new HashMap<>();
    /** When each group got what it got in the last minute. */
    private final Map<Long, Deque<Long>> groups = new HashMap<>();

    private final Purse purse;
    private Bucket bot = new Bucket(0, 0);
    /** What goes for free of the paid messages, and how many of them may go at all. */
    private Bucket gratis = new Bucket(0, 0);

    private Bucket paid = new Bucket(PAID_PER_SECOND, 0);
    private boolean fresh = true;
    private long closedUntil;

    Pace(Purse purse) {
        this.purse = purse;
    }

    /** Seconds the bot is told to wait before a new message to this chat, 0 when it may send; then it is counted. */
    int ask(Limits limits, long chat, boolean paying, long now) {
        long wait = 0;
        Bucket ofChat = null;
        if (limits.perChat() > 0) {
            forgetIdle(now);
            ofChat = chats.computeIfAbsent(chat, key -> new Bucket(CHAT_BURST, now));
            wait = ofChat.waitMillis(limits.perChat(), CHAT_BURST, now);
        }
        Deque<Long> minute = chat < 0 ? groups.computeIfAbsent(chat, key -> new ArrayDeque<>()) : null;
        if (minute != null) {
            wait = Math.max(wait, groupWait(minute, limits.perGroup(), now));
        }
        if (limits.perBot() > 0) {
            double capacity = Math.max(1, limits.perBot());
            if (fresh) {
                bot = new Bucket(capacity, now);
                gratis = new Bucket(capacity, now);
                fresh = false;
            }
            long botWait = paying
                    ? paid.waitMillis(PAID_PER_SECOND, PAID_PER_SECOND, now)
                    : bot.waitMillis(limits.perBot(), capacity, now);
            wait = Math.max(wait, botWait);
        }
        if (wait > 0) {
            return (int) Math.max(1, (wait + 999) / 1000);
        }
        if (limits.perBot() > 0 && paying && !pay(limits, now)) {
            return NO_STARS;
        }
        if (ofChat != null) {
            ofChat.take();
        }
        if (minute != null) {
            minute.add(now);
        }
        if (limits.perBot() > 0) {
            (paying ? paid : bot).take();
        }
        return 0;
    }

    /** What stays within the free limit costs nothing. */
    private boolean pay(Limits limits, long now) {
        if (gratis.waitMillis(limits.perBot(), Math.max(1, limits.perBot()), now) == 0) {
            gratis.take();
            return true;
        }
        return purse.pay();
    }

    /** As many as the limit says in any minute, not one more. */
    private static long groupWait(Deque<Long> minute, double most, long now) {
        while (!minute.isEmpty() && minute.element() <= now - MINUTE_MILLIS) {
            minute.remove();
        }
        int over = minute.size() - (int) most;
        return most == 0 || over < 0
                ? 0
                : minute.stream()
                        .skip(over)
                        .findFirst()
                        .map(at -> at + MINUTE_MILLIS - now)
                        .orElse(MINUTE_MILLIS);
    }

    /** Closes the bot for so many seconds. */
    void close(int seconds, long now) {
        closedUntil = Math.max(closedUntil, now + seconds * 1000L);
    }

    /** Seconds until the window ends, 0 when there is none. */
    int closedFor(long now) {
        return closedUntil <= now ? 0 : (int) ((closedUntil - now + 999) / 1000);
    }

    private void forgetIdle(long now) {
        if (chats.size() > CHATS_REMEMBERED) {
            chats.values().removeIf(bucket -> bucket.idleFor(now) > IDLE_MILLIS);
        }
    }
}
