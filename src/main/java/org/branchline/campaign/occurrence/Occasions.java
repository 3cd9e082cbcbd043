package org.branchline.campaign.occurrence;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** All kinds of things that have a schedule, by their names. */
@Singleton
class Occasions {

    private final Map<String, Occasion> byKind = new HashMap<>();

    Occasions(Instance<Occasion> all) {
        for (Occasion occasion : all) {
            if (byKind.put(occasion.kind(), occasion) != null) {
                throw new IllegalStateException("Two occasions are called " + occasion.kind());
            }
        }
    }

    /** The kinds that this version of the service knows. */
    String[] kinds() {
        return byKind.keySet().toArray(String[]::new);
    }

    /** Empty where only a newer version of the service knows it. */
    Optional<Occasion> of(String kind) {
        return Optional.ofNullable(byKind.get(kind));
    }
}
