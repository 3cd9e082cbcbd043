package org.branchline.telegram;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.branchline.database.StartProblem;

/**
 * What the operator says about Telegram.
 *
 * @param api the Bot API's base: Telegram, an own Bot API server, a sandbox
 * @param updates how updates come
 * @param webhookSecret the webhook's secret token; empty: derived from the bot's token, so that replicas agree
 * @param publicUrl where Telegram reaches the service
 */
public record TelegramConfig(URI api, Updates updates, Optional<String> webhookSecret, URI publicUrl) {

    /** The variable that holds the token of an organisation that names none of its own. */
    public static final String USUAL_TOKEN = "TELEGRAM_BOT_TOKEN";

    /** Telegram: the ports a webhook may have; none stands for 443. */
    private static final Set<Integer> WEBHOOK_PORTS = Set.of(-1, 443, 80, 88, 8443);

    /** Telegram: 1-256 characters of A-Z, a-z, 0-9, _ and -. */
    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_-]{1,256}");

    /** How updates come. */
    public enum Updates {
        /** The service asks; nothing has to be reachable from outside. */
        POLLING,
        /** Telegram calls. */
        WEBHOOK
    }

    /**
     * Reads it.
     *
     * @param settings the operator's value of a name such as {@code PUBLIC_URL}, empty where unset
     *
     * @throws StartProblem with one line for the operator
     */
    public static TelegramConfig of(Function<String, Optional<String>> settings) {
        return new TelegramConfig(
                address(settings, "TELEGRAM_API_URL").orElse(BotApi.TELEGRAM),
                updates(settings.apply("TELEGRAM_UPDATES").orElse("polling")),
                settings.apply("TELEGRAM_WEBHOOK_SECRET").map(TelegramConfig::secret),
                address(settings, "PUBLIC_URL").orElse(URI.create("http://localhost:8080")));
    }

    /**
     * The token a variable holds, empty where it is not set.
     *
     * @throws StartProblem with one line for the operator, never with the value
     */
    public static Optional<BotToken> token(Function<String, Optional<String>> settings, String variable) {
        return settings.apply(variable).map(value -> BotToken.of(value)
                .orElseThrow(
                        () -> new StartProblem(variable + " is not a bot token. BotFather's look like 123456789:AAE… ;"
                                + " copy it whole, without quotes.")));
    }

    /**
     * Why an organisation has no bot.
     *
     * @param variable that is not set
     */
    public static StartProblem missing(String variable, String organisation) {
        return new StartProblem(variable + " is not set, so " + organisation + " has no bot: get a token from BotFather"
                + " and set it. Without DATABASE_URL and TELEGRAM_API_URL the service starts a sandbox instead.");
    }

    /** Why an organisation cannot have the bot whose token it was given. */
    public static StartProblem anothers(String variable) {
        return new StartProblem(
                "The bot of " + variable + " already belongs to another organisation: give each its own bot.");
    }

    /** Why Telegram will refuse the webhook before it tries it; an own Bot API server takes any address. */
    public Optional<StartProblem> contradiction() {
        boolean refused = updates == Updates.WEBHOOK
                && api.equals(BotApi.TELEGRAM)
                && !("https".equals(publicUrl.getScheme()) && WEBHOOK_PORTS.contains(publicUrl.getPort()));
        return refused
                ? Optional.of(new StartProblem("TELEGRAM_UPDATES is webhook, and Telegram cannot call " + publicUrl
                        + ": set PUBLIC_URL to an https address on port 443, 80, 88 or 8443 that can be reached from"
                        + " outside, or set TELEGRAM_UPDATES to polling."))
                : Optional.empty();
    }

    /** Where Telegram delivers a bot's updates. */
    public URI webhook(long bot) {
        return URI.create(publicUrl.toString().replaceAll("/+$", "") + "/telegram/" + bot);
    }

    private static Optional<URI> address(Function<String, Optional<String>> settings, String name) {
        return settings.apply(name).map(text -> {
            try {
                URI address = URI.create(text.strip());
                if (address.getHost() != null && address.getScheme().matches("https?")) {
                    return address;
                }
            } catch (IllegalArgumentException e) {
                // Said below, in the operator's words.
            }
            throw new StartProblem(name + " is not an http or https address: " + text);
        });
    }

    private static Updates updates(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "polling" -> Updates.POLLING;
            case "webhook" -> Updates.WEBHOOK;
            default -> throw new StartProblem("TELEGRAM_UPDATES is \"" + text + "\"; it takes polling or webhook.");
        };
    }

    private static String secret(String text) {
        if (!SECRET.matcher(text).matches()) {
            throw new StartProblem("TELEGRAM_WEBHOOK_SECRET takes 1 to 256 characters of A-Z, a-z, 0-9, _ and -.");
        }
        return text;
    }
}
