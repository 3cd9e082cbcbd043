package org.branchline.telegram.receiving;

import org.branchline.intake.Arrival;
import org.jspecify.annotations.Nullable;

/** What came of reading an update. */
sealed interface Read {

    /** It is understood, even where it means nothing to us. */
    record Understood(Arrival arrival) implements Read {}

    /**
     * It is no update.
     *
     * @param update its number, null where not even that can be read
     * @param cause without any of its content
     */
    record Unreadable(@Nullable Long update, String cause) implements Read {}
}
