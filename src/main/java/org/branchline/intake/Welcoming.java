package org.branchline.intake;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.branchline.conversation.Stage;
import org.branchline.roster.Organisations;

/** Offers the organisation's first playbook to somebody who has just joined; ignored, it asks again tomorrow. */
@Singleton
class Welcoming implements AfterRun {

    private static final String JOINING = "joining";

    private final Organisations organisations;
    private final WaitingRuns waiting;
    private final Engines engines;

    Welcoming(Organisations organisations, WaitingRuns waiting, Engines engines) {
        this.organisations = organisations;
        this.waiting = waiting;
        this.engines = engines;
    }

    @Override
    public Uni<Void> after(Exchange exchange, OpenRun run, Stage stage) {
        boolean joined = run.playbook().equals(JOINING) && stage instanceof Stage.Finished;
        String first = organisations
                .organisation(exchange.organisation())
                .firstPlaybook()
                .orElse("");
        if (!joined || first.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return waiting.wait(exchange, first, Tomorrow.after(exchange))
                .invoke(offered -> exchange.say(engines.cards(exchange.scene())
                        .offer(offered.playbook(), offered.run(), exchange.person(), exchange.now())))
                .replaceWithVoid();
    }
}
