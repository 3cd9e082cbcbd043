package org.branchline.database.trace;

import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.branchline.database.Settings;

/** Wires what the rooms follow their steps with. */
@Singleton
class TraceBeans {

    @Produces
    @Singleton
    Traces traces() {
        return Exporting.of(Settings.ofProcess());
    }

    void close(@Disposes Traces traces) {
        traces.close();
    }
}
