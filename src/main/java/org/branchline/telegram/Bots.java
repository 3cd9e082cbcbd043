package org.branchline.telegram;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** The bots whose tokens this process was given. Nothing else in the process holds a token. */
public final class Bots {

    /** A bot's secrets. */
    public record Known(BotToken token, ButtonTokens buttons) {}

    private final Map<Long, Known> known = new ConcurrentHashMap<>();
    private final Function<String, Optional<String>> settings;

    public Bots(Function<String, Optional<String>> settings) {
        this.settings = settings;
    }

    /**
     * Makes the bot known whose token a variable of the environment holds, for example {@code TELEGRAM_BOT_TOKEN}.
     *
     * @return the bot's number, empty where the variable is not set
     * @throws org.branchline.database.StartProblem with one line for the operator where the value is no token
     */
    public Optional<Long> introduce(String variable) {
        return TelegramConfig.token(settings, variable)
                .map(token -> add(token).token().bot());
    }

    /** Makes a bot known. */
    public Known add(BotToken token) {
        return known.computeIfAbsent(token.bot(), bot -> new Known(token, new ButtonTokens(token)));
    }

    public Optional<Known> find(long bot) {
        return Optional.ofNullable(known.get(bot));
    }
}
