package org.branchline.telegram.asking;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import org.branchline.telegram.BotApi;
import org.branchline.telegram.BotToken;
import org.branchline.telegram.Reply;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.WebhookInfo;

/**
 * Where Telegram delivers a bot's updates.
 *
 * @param url of the webhook, empty where there is none; another program's may hold a secret, so only {@link #host} is shown
 * @param waiting updates that were not delivered yet
 * @param trouble what last went wrong with delivering
 */
public record Registered(String url, int waiting, Optional<Trouble> trouble) {

    /**
     * A delivery that failed.
     *
     * @param at by Telegram's clock
     * @param said by Telegram, without the token
     */
    public record Trouble(Instant at, String said) {}

    /** Reads the answer to {@code getWebhookInfo}; empty where it is none. */
    static Optional<Registered> of(BotToken token, Reply reply) {
        if (!(reply instanceof Reply.Done done)) {
            return Optional.empty();
        }
        try {
            WebhookInfo info = BotApi.result(done, WebhookInfo.class);
            @Nullable String url = info.getUrl();
            @Nullable Integer waiting = info.getPendingUpdatesCount();
            @Nullable Integer failedAt = info.getLastErrorDate();
            @Nullable String said = info.getLastErrorMessage();
            return Optional.of(new Registered(
                    url == null ? "" : url,
                    waiting == null ? 0 : waiting,
                    Optional.ofNullable(failedAt)
                            .map(at -> new Trouble(Instant.ofEpochSecond(at), token.scrub(said == null ? "" : said)))));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** The part of the address that may be shown. */
    public String host() {
        try {
            return String.valueOf(URI.create(url).getHost());
        } catch (IllegalArgumentException e) {
            return "an address that cannot be read";
        }
    }
}
