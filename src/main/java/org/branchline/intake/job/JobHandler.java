package org.branchline.intake.job;

import io.smallrye.mutiny.Uni;

/** Carries out one kind of job. */
public interface JobHandler {

    /** The kind, as it stands in {@code job.kind}. */
    String kind();

    /** Does it, possibly once more than needed; the job is tried again later where this fails. */
    Uni<Void> run(Job job);
}
