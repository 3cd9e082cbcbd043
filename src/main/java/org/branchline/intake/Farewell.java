package org.branchline.intake;

import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** What whoever wants to hear nothing any more reads of something that ends with that. */
public interface Farewell {

    /** A sentence in the member's language; empty where nothing of it ends for them. */
    Uni<Optional<String>> of(Exchange exchange);
}
