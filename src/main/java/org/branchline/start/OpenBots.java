package org.branchline.start;

import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Ready once every bot was open: until then its webhook refuses what it is sent. */
@Readiness
@Singleton
class OpenBots implements HealthCheck {

    private enum State {
        WAITED_FOR("is not open yet"),
        FAILED("receives nothing, the log says why"),
        OPEN("is open");

        private final String said;

        State(String said) {
            this.said = said;
        }
    }

    private final Map<Long, State> bots = new ConcurrentSkipListMap<>();

    /** Waits for a bot; called for all of them before anybody can ask. */
    void await(long bot) {
        bots.put(bot, State.WAITED_FOR);
    }

    /** Its updates are let in; what happens to it later is not a matter of being ready. */
    void opened(long bot) {
        bots.put(bot, State.OPEN);
    }

    /** It will not open before the next start. A bot that Telegram refuses ends the process instead. */
    void failed(long bot) {
        bots.replace(bot, State.WAITED_FOR, State.FAILED);
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response = HealthCheckResponse.named("Bots are open");
        bots.forEach((bot, state) -> response.withData("bot " + bot, state.said));
        return response.status(bots.values().stream().allMatch(State.OPEN::equals))
                .build();
    }
}
