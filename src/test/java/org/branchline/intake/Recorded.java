package org.branchline.intake;

import io.quarkus.test.junit.QuarkusTestProfile;
import java.util.Map;
import java.util.Set;

/** The service with a gateway that remembers instead of sending, at any pace. */
public class Recorded implements QuarkusTestProfile {

    @Override
    public Set<Class<?>> getEnabledAlternatives() {
        return Set.of(RecordingGateway.class, ExampleAddress.class, TestCampaign.class);
    }

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("SEND_RATE", "0", "CHAT_RATE", "0");
    }
}
