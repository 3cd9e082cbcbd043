package org.branchline.campaign.enrolling;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A list that is read as it comes in, so that its length costs no memory. */
public interface Lines {

    /**
     * The next line; null at the end.
     *
     * @throws UnreadableException where what came is no list from here on
     * @throws IOException where the rest does not come
     */
    @Nullable
    Written next() throws IOException;

    /** The place of a line that was read, as people read it, for example {@code line 7}. */
    String place(long line);
}
