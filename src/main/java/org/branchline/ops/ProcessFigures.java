package org.branchline.ops;

import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.function.BooleanSupplier;
import org.branchline.database.PoolUse;
import org.branchline.ops.health.OpenBots;
import org.branchline.ops.health.PostgresAnswers;
import org.eclipse.microprofile.health.Readiness;

/** What is told of the process as a whole. */
@Singleton
class ProcessFigures {

    private final Figures figures;
    private final PoolUse pool;
    private final OpenBots bots;
    private final PostgresAnswers postgres;

    ProcessFigures(Figures figures, PoolUse pool, @Readiness OpenBots bots, @Readiness PostgresAnswers postgres) {
        this.figures = figures;
        this.pool = pool;
        this.bots = bots;
        this.postgres = postgres;
    }

    void begin(@Observes StartupEvent started) {
        figures.state(Figure.CONNECTIONS, pool::inUse, "in_use");
        figures.state(Figure.CONNECTIONS, pool::free, "free");
        figures.state(Figure.DATABASE_WAITING, pool::waiting);
        ready("bots", bots::open);
        ready("postgres", postgres::answered);
        Build build = Build.packaged();
        figures.state(Figure.BUILD, () -> 1, build.version(), build.revision());
    }

    private void ready(String part, BooleanSupplier is) {
        figures.state(Figure.READY, () -> is.getAsBoolean() ? 1 : 0, part);
    }
}
