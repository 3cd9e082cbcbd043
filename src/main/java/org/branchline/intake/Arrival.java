package org.branchline.intake;

import org.branchline.database.trace.Step;
import org.branchline.roster.Bot;
import org.jspecify.annotations.Nullable;

/**
 * One update of the platform in our words.
 *
 * @param update unique for the bot, possibly restarting lower
 * @param chat the chat's number; a private chat's is its person's
 * @param user the person, 0 where the platform names none
 * @param firstName as the platform shows it, possibly hostile, empty where there is none
 * @param languageCode the person's app's language, for example {@code da}, null where unknown
 * @param raw the update as it came, kept only (encrypted) where handling it fails for good
 * @param step in which it is traced
 */
@SuppressWarnings("ArrayRecordComponent") // carried to a dead letter, never compared
public record Arrival(
        Bot bot,
        long update,
        long chat,
        boolean privateChat,
        long user,
        String firstName,
        @Nullable String languageCode,
        What what,
        byte[] raw,
        Step step) {

    public Arrival(
            Bot bot,
            long update,
            long chat,
            boolean privateChat,
            long user,
            String firstName,
            @Nullable String languageCode,
            What what,
            byte[] raw) {
        this(bot, update, chat, privateChat, user, firstName, languageCode, what, raw, Step.NONE);
    }

    /** The same, traced in this step. */
    public Arrival in(Step traced) {
        return new Arrival(bot, update, chat, privateChat, user, firstName, languageCode, what, raw, traced);
    }

    /** As logs and dead letters name it. */
    public String kind() {
        return what.getClass().getSimpleName();
    }
}
