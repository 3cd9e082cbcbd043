package org.branchline.intake.job;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.branchline.conversation.Incoming;
import org.branchline.intake.OpenRun;
import org.branchline.intake.Playing;
import org.branchline.intake.Turns;
import org.branchline.roster.Bot;

/** Asks a run's open question once more after an outage. */
@Singleton
class AskAgain implements JobHandler {

    private final Turns turns;
    private final Playing playing;

    AskAgain(Turns turns, Playing playing) {
        this.turns = turns;
        this.playing = playing;
    }

    @Override
    public String kind() {
        return "ask again";
    }

    @Override
    public Uni<Void> run(Job job) {
        Bot bot = new Bot(job.organisation(), job.argument().getLong("bot"));
        long run = job.argument().getLong("run");
        return turns.of(bot, job.argument().getLong("chat"), exchange -> job.finish(exchange)
                        .flatMap(first -> {
                            OpenRun front = exchange.front();
                            if (!first || front == null || front.id() != run) {
                                return Uni.createFrom().voidItem();
                            }
                            return playing.play(exchange, front, new Incoming.Reminded(Incoming.Reminded.Why.OUTAGE));
                        }))
                .replaceWithVoid();
    }
}
