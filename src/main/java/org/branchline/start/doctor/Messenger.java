package org.branchline.start.doctor;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.branchline.telegram.Reply;
import org.branchline.telegram.TelegramConfig;
import org.branchline.telegram.asking.Identity;
import org.branchline.telegram.asking.Registered;

/** What Telegram says of a bot. */
final class Messenger {

    private static final String TOKEN = "token";
    private static final Duration JUST_NOW = Duration.ofMinutes(10);
    private static final Duration LATELY = Duration.ofHours(1);

    private Messenger() {}

    /**
     * Whether the token is a bot's.
     *
     * @param variable that holds it
     * @param api where it was asked
     */
    static Finding token(String variable, Identity identity, URI api) {
        return identity.told(
                known -> Finding.ok(TOKEN, variable + " is that of @" + known.userName()),
                refused -> Finding.fail(TOKEN, variable + ": " + refused.why().line()),
                silent -> Finding.fail(TOKEN, variable + ": " + silence(silent.reply(), api)));
    }

    private static String silence(Reply reply, URI api) {
        String where = api.getHost() + (api.getPort() < 0 ? "" : ":" + api.getPort());
        return reply instanceof Reply.NotSent
                ? where + " cannot be reached (" + reply.summary()
                        + "): check the network, the name, and that the way out" + " to it is open."
                : where + " does not answer as a Bot API does (" + reply.summary() + "): check TELEGRAM_API_URL and any"
                        + " proxy on the way, or wait.";
    }

    /**
     * Whether updates reach the service.
     *
     * @param bot its number
     * @param now by this machine
     * @param runs whether a service answers here
     */
    static List<Finding> updates(TelegramConfig config, long bot, Registered registered, Instant now, boolean runs) {
        return switch (config.updates()) {
            case POLLING -> List.of(polled(registered));
            case WEBHOOK -> List.of(called(config.webhook(bot), registered, now, runs));
        };
    }

    private static Finding polled(Registered registered) {
        return registered.url().isEmpty()
                ? Finding.ok("polling", "no webhook is in the way; " + waiting(registered))
                : Finding.fail(
                        "polling",
                        "Telegram delivers to a webhook at " + registered.host() + ", so polling gets"
                                + " nothing: the service's start removes it. Where it comes back, another program uses this"
                                + " token: stop that, or get another token with /revoke.");
    }

    private static Finding called(URI wanted, Registered registered, Instant now, boolean runs) {
        String about = "webhook";
        if (registered.url().isEmpty()) {
            String said = "none is set; the service sets it to " + wanted + " when it starts";
            return runs
                    ? Finding.fail(
                            about,
                            said + ", and one runs here: something removed it. Restart the service, and see"
                                    + " that no other program polls with this token.")
                    : Finding.warn(about, said + ".");
        }
        if (!registered.url().equals(wanted.toString())) {
            return Finding.fail(
                    about,
                    "Telegram delivers to another address, at " + registered.host() + ", not to " + wanted
                            + ": restart the service, which sets it. Where it changes back, another program uses this token.");
        }
        return registered
                .trouble()
                .map(trouble -> troubled(about, wanted, registered, trouble, Duration.between(trouble.at(), now)))
                .orElseGet(() -> Finding.ok(about, wanted + "; " + waiting(registered)));
    }

    private static Finding troubled(
            String about, URI wanted, Registered registered, Registered.Trouble trouble, Duration ago) {
        String said = wanted + "; " + waiting(registered) + "; last trouble " + ago.toMinutes() + " min ago: "
                + trouble.said();
        String mend = ". Telegram must reach that address: look at DNS, certificate, firewall and reverse proxy.";
        if (ago.compareTo(LATELY) > 0) {
            return Finding.ok(about, said);
        }
        return ago.compareTo(JUST_NOW) <= 0 && registered.waiting() > 0
                ? Finding.fail(about, said + mend)
                : Finding.warn(about, said + mend);
    }

    private static String waiting(Registered registered) {
        return registered.waiting() + " updates wait at Telegram";
    }
}
