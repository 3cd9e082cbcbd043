package org.branchline.intake;

import java.util.Optional;

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
