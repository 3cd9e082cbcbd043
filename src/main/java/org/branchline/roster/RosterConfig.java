package org.branchline.roster;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Who may do what from the start, and how people come in. */
@ConfigMapping(prefix = "branchline.roster")
public interface RosterConfig {

    /** The platform's numbers of people who are coordinators as soon as they join. */
    @WithDefault("${COORDINATOR_TELEGRAM_IDS:}")
    Optional<List<Long>> coordinators();

    /** How long a join link works. */
    @WithDefault("90d")
    Duration joinLinkValidity();

    default boolean coordinator(long person) {
        return coordinators().map(all -> all.contains(person)).orElse(false);
    }
}
