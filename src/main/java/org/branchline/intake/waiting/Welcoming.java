package org.branchline.intake.waiting;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.branchline.conversation.Stage;
import org.branchline.intake.AfterRun;
import org.branchline.intake.Engines;
import org.branchline.intake.Exchange;
import org.branchline.intake.OpenRun;
import org.branchline.playbooks.OwnKeys;
import org.branchline.roster.Organisations;

/** Offers the organisation's first playbook to somebody who has just joined; ignored, it asks again tomorrow. */
@Singleton
class Welcoming implements AfterRun {

    /** Somebody who comes back has it under /start, begun or done; what /stop or /cancel ended is offered anew. */
    private static final String BEGUN_BEFORE =
            "select 1 from run where organisation = $1 and bot = $2 and chat = $3 and playbook = $4 and stage <> 'left' limit 1";

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
        boolean joined = run.playbook().equals(OwnKeys.PREFIX) && stage instanceof Stage.Finished;
        String first = organisations
                .organisation(exchange.organisation())
                .firstPlaybook()
                .orElse("");
        if (!joined || first.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return exchange.read(
                        BEGUN_BEFORE,
                        exchange.organisation().number(),
                        exchange.scene().bot().id(),
                        exchange.scene().chat(),
                        first)
                .flatMap(rows -> rows.size() == 0
                        ? offer(exchange, first)
                        : Uni.createFrom().voidItem());
    }

    private Uni<Void> offer(Exchange exchange, String first) {
        return waiting.wait(exchange, first, Tomorrow.after(exchange))
                .invoke(offered -> exchange.say(engines.cards(exchange.scene())
                        .offer(offered.playbook(), offered.run(), exchange.person(), exchange.now())))
                .replaceWithVoid();
    }
}
