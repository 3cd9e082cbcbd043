package org.branchline.campaign.event.calling;

import io.smallrye.mutiny.Uni;
import java.util.Optional;
import org.branchline.campaign.event.Shift;
import org.branchline.intake.Exchange;

/** The playbook by which whoever came is asked afterwards. */
final class Debrief {

    private Debrief() {}

    /** Its key; empty where none was chosen, or it is there no more: then they are asked how it was. */
    static Uni<Optional<String>> of(Exchange exchange, Shift shift) {
        String key = shift.event().debrief();
        return key.isEmpty()
                ? Uni.createFrom().item(Optional.empty())
                : exchange.playbook(key)
                        .map(found -> Optional.of(key))
                        .onFailure(IllegalStateException.class)
                        .recoverWithItem(Optional.empty());
    }
}
