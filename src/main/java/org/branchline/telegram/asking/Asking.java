package org.branchline.telegram.asking;

import io.smallrye.mutiny.Uni;
import java.util.Optional;
import org.branchline.telegram.BotApi;
import org.branchline.telegram.BotToken;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.api.methods.updates.GetWebhookInfo;

/** Asks once; confirms no update and sets no webhook. */
public final class Asking {

    private final BotApi api;

    public Asking(BotApi api) {
        this.api = api;
    }

    /** Who a bot is; does not fail. */
    public Uni<Identity> whoIs(BotToken token) {
        return api.call(token, new GetMe()).map(reply -> Identity.of(token.bot(), reply));
    }

    /** Where its updates go, empty where the Bot API did not say; does not fail. */
    public Uni<Optional<Registered>> registered(BotToken token) {
        return api.call(token, new GetWebhookInfo()).map(reply -> Registered.of(token, reply));
    }
}
