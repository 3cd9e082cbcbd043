package org.branchline.intake;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.branchline.campaign.broadcast.Feeder;
import org.branchline.campaign.prompt.TestCalendar;

/** The service with a gateway that remembers instead of sending, at any pace, and an API that is open. */
public class Recorded implements QuarkusTestProfile {

    public static final String API_KEY = "test-key";

    @Override
    public Set<Class<?>> getEnabledAlternatives() {
        return Set.of(
                RecordingGateway.class, ExampleAddress.class, TestCampaign.class, TestCalendar.class, Feeder.class);
    }

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("SEND_RATE", sendRate(), "CHAT_RATE", "0", "branchline.delivery.mark-millis", "1");
    }

    /** New messages a second; 0 is as fast as can be. */
    protected String sendRate() {
        return "0";
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(Key.class));
    }

    /** Gives the key of the API as an operator does. */
    public static class Key implements QuarkusTestResourceLifecycleManager {
        @Override
        public Map<String, String> start() {
            System.setProperty("API_KEY", API_KEY);
            return Map.of();
        }

        @Override
        public void stop() {
            System.clearProperty("API_KEY");
        }
    }
}
