package org.branchline.journey;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** The service takes updates by webhook, so that a test can post whatever it likes. */
public final class WebhookResource implements QuarkusTestResourceLifecycleManager {

    static final String SECRET = "what-only-telegram-knows";

    private static final Map<String, String> SETTINGS =
            Map.of("TELEGRAM_UPDATES", "webhook", "TELEGRAM_WEBHOOK_SECRET", SECRET);

    @Override
    public Map<String, String> start() {
        // The service reads these as an operator sets them: before Quarkus's configuration is there.
        SETTINGS.forEach(System::setProperty);
        return Map.of();
    }

    @Override
    public void stop() {
        SETTINGS.keySet().forEach(System::clearProperty);
    }
}
