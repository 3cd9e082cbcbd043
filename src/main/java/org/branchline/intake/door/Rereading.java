package org.branchline.intake.door;

import java.util.Optional;
import org.branchline.intake.Arrival;

/** Reads an update again that was kept as it came. */
@FunctionalInterface
public interface Rereading {

    /**
     * Reads it.
     *
     * @return empty where it cannot be read any more, for example after an upgrade
     */
    Optional<Arrival> read(byte[] raw);
}
