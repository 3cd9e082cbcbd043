package org.branchline.telegram.receiving;

import java.time.Duration;
import org.branchline.telegram.Backoff;
import org.branchline.telegram.Reply;
import org.jboss.logging.Logger;

/**
 * What went wrong with asking for updates, and what to do.
 *
 * @param bot whose updates they are
 * @param line for the operator
 * @param end whether asking again is useless
 * @param retryAfter seconds Telegram asks for, 0 where it asks for none
 */
record PollingTrouble(long bot, String line, boolean end, int retryAfter) {

    private static final Logger LOG = Logger.getLogger(Polling.class);
    private static final String LINE = "bot=%d %s";
    private static final int LONGEST_WAIT_SECONDS = 3_600;

    static PollingTrouble of(long bot, Reply reply) {
        if (!(reply instanceof Reply.Denied denied)) {
            return new PollingTrouble(bot, "Telegram does not answer (" + reply.summary() + "); trying on", false, 0);
        }
        return switch (denied.code()) {
            case 401, 404 ->
                new PollingTrouble(
                        bot,
                        "is not known to Telegram any more (" + denied.summary()
                                + "): give it the token BotFather shows and restart",
                        true,
                        0);
            case 409 ->
                new PollingTrouble(
                        bot,
                        "somebody else receives its updates (" + denied.summary()
                                + "): stop the other program that uses this token, or its webhook; trying on",
                        false,
                        0);
            case 429 ->
                new PollingTrouble(
                        bot,
                        "Telegram asks to wait (" + denied.summary() + ")",
                        false,
                        denied.retryAfter() == null ? 1 : Math.min(denied.retryAfter(), LONGEST_WAIT_SECONDS));
            default ->
                new PollingTrouble(bot, "Telegram gives no updates (" + denied.summary() + "); trying on", false, 0);
        };
    }

    /** Says it aloud the first time, quietly while it lasts. */
    void tell(boolean first) {
        if (end) {
            LOG.errorf(LINE, bot, line);
        } else if (first) {
            LOG.warnf(LINE, bot, line);
        } else {
            LOG.debugf(LINE, bot, line);
        }
    }

    Duration pause(Backoff backoff) {
        Duration next = backoff.next();
        return retryAfter > next.toSeconds() ? Duration.ofSeconds(retryAfter) : next;
    }
}
