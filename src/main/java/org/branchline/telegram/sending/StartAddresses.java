package org.branchline.telegram.sending;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.branchline.intake.StartAddress;
import org.branchline.roster.Bot;
import org.branchline.telegram.BotApi;
import org.branchline.telegram.Bots;
import org.branchline.telegram.Reply;
import org.branchline.telegram.TelegramConfig;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.api.objects.User;

/** Addresses that open a chat: {@code t.me} on Telegram, the sandbox's own page where the Bot API is one. */
@Singleton
class StartAddresses implements StartAddress {

    private final Bots bots;
    private final BotApi api;
    private final TelegramConfig config;
    private final Map<Long, String> names = new ConcurrentHashMap<>();

    StartAddresses(Bots bots, BotApi api, TelegramConfig config) {
        this.bots = bots;
        this.api = api;
        this.config = config;
    }

    @Override
    public Uni<String> of(Bot bot, String payload) {
        if (!config.api().equals(BotApi.TELEGRAM)) {
            return Uni.createFrom().item(config.api().toString().replaceAll("/+$", "") + "/?start=" + payload);
        }
        return name(bot).map(name -> "https://t.me/" + name + "?start=" + payload);
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
