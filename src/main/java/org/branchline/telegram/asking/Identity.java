package org.branchline.telegram.asking;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.function.Function;
import org.branchline.database.StartProblem;
import org.branchline.telegram.BotApi;
import org.branchline.telegram.Reply;
import org.telegram.telegrambots.meta.api.objects.User;

/** What came of asking who a bot is. */
public sealed interface Identity {

    /** What one of the three is to somebody; a further one does not compile until everybody handles it. */
    <T> T told(Function<Known, T> known, Function<Refused, T> refused, Function<Silent, T> silent);

    /**
     * It is a bot.
     *
     * @param userName without {@code @}, empty where the Bot API names none
     */
    record Known(String userName) implements Identity {
        @Override
        public <T> T told(Function<Known, T> known, Function<Refused, T> refused, Function<Silent, T> silent) {
            return known.apply(this);
        }
    }

    /** The Bot API does not know it, or is none. */
    record Refused(StartProblem why) implements Identity {
        @Override
        public <T> T told(Function<Known, T> known, Function<Refused, T> refused, Function<Silent, T> silent) {
            return refused.apply(this);
        }
    }

    /** Nobody answered as a Bot API does, which may pass. */
    record Silent(Reply reply) implements Identity {
        @Override
        public <T> T told(Function<Known, T> known, Function<Refused, T> refused, Function<Silent, T> silent) {
            return silent.apply(this);
        }
    }

    /** Reads the answer to {@code getMe}. */
    static Identity of(long bot, Reply reply) {
        if (reply instanceof Reply.Done done) {
            return known(bot, done);
        }
        return reply instanceof Reply.Denied denied && !denied.passes()
                ? new Refused(new StartProblem("Telegram does not know the token of bot " + bot + " ("
                        + denied.summary() + "): send /token to @BotFather, and put what it shows in its place."))
                : new Silent(reply);
    }

    private static Identity known(long bot, Reply.Done done) {
        try {
            String userName = BotApi.result(done, User.class).getUserName();
            return new Known(userName == null ? "" : userName);
        } catch (JsonProcessingException e) {
            return new Refused(new StartProblem(
                    "What answers at TELEGRAM_API_URL is no Bot API: it does not know who bot " + bot + " is."));
        }
    }
}
