package org.branchline.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A hundred people at once, where the platform permits thirty new messages a second. */
@Tag("bench")
class RushBenchIT {

    private static final int PEOPLE = 100;
    private static final int PERMITTED = 30;

    @Test
    void a_rush_uses_what_is_permitted_and_no_more() {
        assumeTrue(BenchRun.wants("rush"));
        try (Stage stage = new Stage();
                Figures figures = new Figures("rush");
                ServiceProcess service = stage.service(Map.of("SEND_RATE", Integer.toString(PERMITTED)))) {
            // Given
            stage.botApi.permitted = PERMITTED;
            Crowd crowd = stage.crowd(service, Stage.CONNECTIONS);
            crowd.come(PEOPLE);
            crowd.count(5);
            // When
            Tally tally = crowd.count(2 * BenchRun.SECONDS);
            crowd.rest();
            // Then
            figures.print("messages_per_second", tally.messages / tally.seconds(), "permitted=" + PERMITTED);
            figures.print("used", tally.messages / tally.seconds() / PERMITTED, "goal>=0.98");
            figures.print("too_many_requests", tally.tooMany, "goal=0");
            assertThat(tally.messages).isPositive();
        }
    }
}
