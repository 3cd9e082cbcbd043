package org.branchline.ops.health;

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
public class OpenBots implements HealthCheck {

    private enum State {
        WAITED_FOR("is not open yet: Telegram has not said who it is. Can TELEGRAM_API_URL be reached from here?"),
        KNOWN("is not open yet: Telegram knows its token, but has not said yet where its updates go"),
        FAILED("receives nothing: the log says why; restart once that is mended"),
        OPEN("is open");

        private final String said;

        State(String said) {
            this.said = said;
        }
    }

    private final Map<Long, State> bots = new ConcurrentSkipListMap<>();

    /** Waits for a bot; called for all of them before anybody can ask. */
    public void await(long bot) {
        bots.put(bot, State.WAITED_FOR);
    }

    /** Telegram accepted its token; its webhook or polling comes next. */
    public void known(long bot) {
        bots.replace(bot, State.WAITED_FOR, State.KNOWN);
    }

    /** Its updates are let in; what happens to it later is not a matter of being ready. */
    public void opened(long bot) {
        bots.put(bot, State.OPEN);
    }

    /** It will not open before the next start. A bot that Telegram refuses ends the process instead. */
    public void failed(long bot) {
        bots.computeIfPresent(bot, (number, state) -> state == State.OPEN ? State.OPEN : State.FAILED);
    }

    /** Whether every bot is. */
    public boolean open() {
        return bots.values().stream().allMatch(State.OPEN::equals);
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response = HealthCheckResponse.named("Bots are open");
        bots.forEach((bot, state) -> response.withData("bot " + bot, state.said));
        return response.status(open()).build();
    }
}
