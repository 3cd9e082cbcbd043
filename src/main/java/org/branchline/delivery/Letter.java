package org.branchline.delivery;

import org.branchline.conversation.Outgoing;
import org.branchline.roster.Bot;
import org.jspecify.annotations.Nullable;

/**
 * A message to be put into the outbox.
 *
 * @param run the run it belongs to, null for none
 * @param special whether it echoes a special answer, so that its payload is stored as ciphertext only
 * @param question the member's question to a person that it shows, null for none
 * @param daytime whether it waits where it is night for its reader
 * @param shift the shift of which it is a card, null for none
 */
public record Letter(
        Bot bot,
        long chat,
        @Nullable Long run,
        Priority priority,
        Doubt doubt,
        boolean special,
        Outgoing outgoing,
        @Nullable Long question,
        boolean daytime,
        @Nullable Long shift) {

    public Letter(
            Bot bot,
            long chat,
            @Nullable Long run,
            Priority priority,
            Doubt doubt,
            boolean special,
            Outgoing outgoing,
            @Nullable Long question) {
        this(bot, chat, run, priority, doubt, special, outgoing, question, false, null);
    }

    public Letter(
            Bot bot,
            long chat,
            @Nullable Long run,
            Priority priority,
            Doubt doubt,
            boolean special,
            Outgoing outgoing) {
        this(bot, chat, run, priority, doubt, special, outgoing, null);
    }

    /** The service's answer to what a person just did. */
    public static Letter reply(Bot bot, long chat, @Nullable Long run, boolean special, Outgoing outgoing) {
        return new Letter(bot, chat, run, Priority.REPLY, Doubt.RESEND, special, outgoing);
    }

    /** The same, but never in the quiet hours of its reader's night: it is held until they end. */
    public Letter byDay() {
        return new Letter(bot, chat, run, priority, doubt, special, outgoing, question, true, shift);
    }

    /** The same as the card of a shift, which is kept up to date from then on. */
    public Letter showing(long of) {
        return new Letter(bot, chat, run, priority, doubt, special, outgoing, question, daytime, of);
    }

    /** What the service says by itself in one chat, the first question of what fell due among it. */
    public static Letter unasked(Bot bot, long chat, @Nullable Long run, boolean special, Outgoing outgoing) {
        return new Letter(bot, chat, run, Priority.REMINDER, Doubt.REPORT, special, outgoing);
    }
}
