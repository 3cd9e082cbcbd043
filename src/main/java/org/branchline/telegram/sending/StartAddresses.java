package org.branchline.telegram.sending;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.branchline.intake.StartAddress;
import org.branchline.roster.Bot;
import org.branchline.telegram.BotApi;
import org.branchline.telegram.Bots;
import org.branchline.telegram.Reply;
import org.branchline.telegram.TelegramConfig;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.api.objects.User;

/**
 * Addresses that open a chat: {@code t.me} on Telegram, reached through its own or the operator's Bot API server, and the
 * sandbox's page where the Bot API is one.
 */
@Singleton
class StartAddresses implements StartAddress {

    private static final Logger LOG = Logger.getLogger(StartAddresses.class);

    private final Bots bots;
    private final BotApi api;
    private final TelegramConfig config;
    private volatile @Nullable Boolean sandbox;
    private final Map<Long, String> names = new ConcurrentHashMap<>();

    StartAddresses(Bots bots, BotApi api, TelegramConfig config) {
        this.bots = bots;
        this.api = api;
        this.config = config;
    }

    /** Asked once, before the first turn needs it; while nothing answers, the next who needs it asks again. */
    void begin(@Observes StartupEvent started) {
        sandbox()
                .subscribe()
                .with(
                        answer -> LOG.debugf("the Bot API is a sandbox: %s", answer),
                        failure -> LOG.debugf("the Bot API does not answer yet: %s", failure.getMessage()));
    }

    @Override
    public Uni<String> of(Bot bot, String payload) {
        return sandbox()
                .flatMap(page -> page
                        ? Uni.createFrom().item(config.api().toString().replaceAll("/+$", "") + "/?start=" + payload)
                        : name(bot).map(name -> "https://t.me/" + name + "?start=" + payload));
    }

    private Uni<Boolean> sandbox() {
        Boolean known = sandbox;
        return known != null ? Uni.createFrom().item(known) : api.sandbox().invoke(answer -> sandbox = answer);
    }

    /** A bot's name does not change while it is in use. */
    private Uni<String> name(Bot bot) {
        String known = names.get(bot.id());
        if (known != null) {
            return Uni.createFrom().item(known);
        }
        return api.call(bots.find(bot.id()).orElseThrow().token(), new GetMe())
                .map(StartAddresses::name)
                .invoke(name -> names.put(bot.id(), name));
    }

    private static String name(Reply reply) {
        try {
            if (reply instanceof Reply.Done done) {
                return BotApi.result(done, User.class).getUserName();
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("getMe answered something else than a bot", e);
        }
        throw new IllegalStateException("getMe was not answered");
    }
}
