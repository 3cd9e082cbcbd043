package org.branchline.journey;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.branchline.sandbox.Sandbox;
import org.branchline.sandbox.SandboxOptions;
import org.branchline.sandbox.botapi.Limits;

/** The suite's Bot API: every service under test opens against it, at any pace. */
public final class SandboxResource implements QuarkusTestResourceLifecycleManager {

    private static final String ADDRESS = "TELEGRAM_API_URL";
    private static final String TOKEN = "TELEGRAM_BOT_TOKEN";

    private Sandbox sandbox;

    /** Where the page and the controls are. */
    static String url() {
        return System.getProperty(ADDRESS);
    }

    @Override
    public Map<String, String> start() {
        sandbox = Sandbox.start(SandboxOptions.inMemory().within(new Limits(0, 0, 0)));
        // The service reads these as an operator sets them: before Quarkus's configuration is there.
        System.setProperty(ADDRESS, sandbox.url());
        System.setProperty(TOKEN, Sandbox.DEFAULT_TOKEN);
        return Map.of("SEND_RATE", "0", "CHAT_RATE", "0");
    }

    @Override
    public void stop() {
        sandbox.close();
        System.clearProperty(ADDRESS);
        System.clearProperty(TOKEN);
    }
}
