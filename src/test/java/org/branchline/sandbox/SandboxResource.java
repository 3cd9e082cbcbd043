package org.branchline.sandbox;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The suite's Bot API: a sandbox in memory on a free port. */
public final class SandboxResource implements QuarkusTestResourceLifecycleManager {

    private @Nullable Sandbox sandbox;

    @Override
    public Map<String, String> start() {
        Sandbox started = Sandbox.start(SandboxOptions.inMemory());
        sandbox = started;
        Map<String, String> settings =
                Map.of("TELEGRAM_API_URL", started.url(), "TELEGRAM_BOT_TOKEN", Sandbox.DEFAULT_TOKEN);
        // The service reads these before there is a configuration of Quarkus's.
        settings.forEach(System::setProperty);
        return settings;
    }

    @Override
    public void stop() {
        if (sandbox != null) {
            sandbox.close();
            System.clearProperty("TELEGRAM_API_URL");
            System.clearProperty("TELEGRAM_BOT_TOKEN");
        }
    }
}
