package org.branchline.telegram.receiving;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.List;
import org.branchline.telegram.Backoff;
import org.branchline.telegram.BotApi;
import org.branchline.telegram.BotToken;
import org.branchline.telegram.Reply;
import org.jboss.logging.Logger;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.api.methods.botapimethods.PartialBotApiMethod;
import org.telegram.telegrambots.meta.api.methods.updates.DeleteWebhook;
import org.telegram.telegrambots.meta.api.methods.updates.SetWebhook;

/** What a bot and Telegram agree on before updates come. Insists until Telegram says yes or no. */
final class Registration {

    /** The kinds of updates we ask for. */
    static final List<String> KINDS = List.of("message", "edited_message", "callback_query", "my_chat_member");

    private static final Logger LOG = Logger.getLogger(Registration.class);
    private static final int MAX_CONNECTIONS = 40;

    private final BotApi api;
    private final BotToken token;

    Registration(BotApi api, BotToken token) {
        this.api = api;
        this.token = token;
    }

    Uni<Reply> whoAmI() {
        return insist(new GetMe());
    }

    Uni<Reply> poll() {
        return insist(DeleteWebhook.builder().dropPendingUpdates(false).build());
    }

    Uni<Reply> callAt(String address, String secret) {
        return insist(SetWebhook.builder()
                .url(address)
                .secretToken(secret)
                .maxConnections(MAX_CONNECTIONS)
                .allowedUpdates(KINDS)
                .build());
    }

    private Uni<Reply> insist(PartialBotApiMethod<?> method) {
        return tryOn(method, new Backoff());
    }

    private Uni<Reply> tryOn(PartialBotApiMethod<?> method, Backoff backoff) {
        return api.call(token, method).flatMap(reply -> {
            if (decided(reply)) {
                return Uni.createFrom().item(reply);
            }
            if (!backoff.failing()) {
                LOG.warnf("bot=%d Telegram does not answer (%s); trying on", token.bot(), reply.summary());
            }
            Duration pause = backoff.next();
            return Uni.createFrom().voidItem().onItem().delayIt().by(pause).flatMap(nothing -> tryOn(method, backoff));
        });
    }

    private static boolean decided(Reply reply) {
        return reply instanceof Reply.Done || (reply instanceof Reply.Denied denied && !denied.passes());
    }
}
