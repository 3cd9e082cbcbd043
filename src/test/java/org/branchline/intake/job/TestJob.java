package org.branchline.intake.job;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.function.Supplier;

/** Carries out jobs of its kind as a test says; no alternative, which would stand in for all other handlers. */
@Singleton
public class TestJob implements JobHandler {

    static final String KIND = "test";

    private volatile Supplier<Uni<Void>> work = () -> Uni.createFrom().voidItem();

    void does(Supplier<Uni<Void>> work) {
        this.work = work;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Uni<Void> run(Job job) {
        return work.get();
    }
}
