package org.branchline.start;

import java.util.Optional;
import org.branchline.database.Settings;
import org.branchline.sandbox.Sandbox;
import org.branchline.sandbox.SandboxOptions;
import org.branchline.start.settings.Played;

/** The sandbox beside a service that was given neither a token, nor a Bot API, nor a database: to try it out. */
final class SandboxBeside {

    /** The system property that holds the address of its page. */
    static final String PAGE = "branchline.sandbox.page";

    private SandboxBeside() {}

    /** Starts it where it is wanted, and points the service at it. */
    static Optional<Sandbox> start(Settings settings) {
        if (!Played.wanted(settings)) {
            return Optional.empty();
        }
        SandboxOptions options = SandboxOptions.inMemory().keepingIn(Played.folder(settings));
        Sandbox sandbox;
        try {
            sandbox = Sandbox.start(options.onPort(SandboxOptions.DEFAULT_PORT));
        } catch (IllegalStateException taken) {
            sandbox = Sandbox.start(options);
        }
        System.setProperty(PAGE, sandbox.url());
        System.setProperty("TELEGRAM_API_URL", sandbox.url());
        System.setProperty("TELEGRAM_BOT_TOKEN", Sandbox.DEFAULT_TOKEN);
        return Optional.of(sandbox);
    }
}
