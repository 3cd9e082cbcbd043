package org.branchline.telegram;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.branchline.intake.StartAddress;
import org.branchline.roster.Bot;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Addresses that open a chat: {@code t.me} on Telegram, reached through its own or the operator's Bot API server, and the
 * sandbox's page where the Bot API is one. What they need is learned while a bot is opened, so that no turn waits for it.
 */
@Singleton
public class StartAddresses implements StartAddress {

    private static final Logger LOG = Logger.getLogger(StartAddresses.class);

    private final BotApi api;
    private final String page;
    private final Map<Long, String> names = new ConcurrentHashMap<>();
    private final AtomicBoolean asking = new AtomicBoolean();
    private volatile @Nullable Boolean sandbox;

    public StartAddresses(BotApi api, TelegramConfig config) {
        this.api = api;
        this.page = config.api().toString().replaceAll("/+$", "") + "/";
    }

    /**
     * Takes note of a bot.
     *
     * @param userName without {@code @}; it does not change while the bot is in use
     * @return completes once addresses are known, or when the Bot API did not say what it is: then it is asked on
     */
    public Uni<Void> learn(Bot bot, String userName) {
        names.put(bot.id(), userName);
        return sandbox != null ? Uni.createFrom().voidItem() : ask(new Backoff());
    }

    @Override
    public Optional<String> of(Bot bot, String payload) {
        Boolean own = sandbox;
        String name = names.get(bot.id());
        if (own == null || name == null) {
            return Optional.empty();
        }
        return Optional.of((own ? page : "https://t.me/" + name) + "?start=" + payload);
    }

    private Uni<Void> ask(Backoff backoff) {
        return api.sandbox()
                .invoke(answer -> sandbox = answer)
                .replaceWithVoid()
                .onFailure()
                .recoverWithUni(failure -> {
                    LOG.debugf(
                            "the Bot API does not say what it is: %s",
                            failure.getClass().getName());
                    askOn(backoff);
                    return Uni.createFrom().voidItem();
                });
    }

    private void askOn(Backoff backoff) {
        Duration pause = backoff.next();
        // Several bots are opened at once; one of them asks on for all.
        if (asking.compareAndSet(false, true)) {
            Uni.createFrom()
                    .voidItem()
                    .onItem()
                    .delayIt()
                    .by(pause)
                    .invoke(() -> asking.set(false))
                    .chain(() -> ask(backoff))
                    .subscribe()
                    .with(done -> {});
        }
    }
}
