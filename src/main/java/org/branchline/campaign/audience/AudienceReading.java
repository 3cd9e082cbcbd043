package org.branchline.campaign.audience;

import java.util.List;
import java.util.function.Function;

/** What came of reading criteria. */
public sealed interface AudienceReading {

    <R> R of(Function<Audience, R> read, Function<List<AudienceProblem>, R> refused);

    /** They can be understood. */
    record Read(Audience audience) implements AudienceReading {
        @Override
        public <R> R of(Function<Audience, R> read, Function<List<AudienceProblem>, R> refused) {
            return read.apply(audience);
        }
    }

    /**
     * They cannot.
     *
     * @param problems at least one, in the order written
     */
    record Refused(List<AudienceProblem> problems) implements AudienceReading {
        public Refused {
            problems = List.copyOf(problems);
        }

        @Override
        public <R> R of(Function<Audience, R> read, Function<List<AudienceProblem>, R> refused) {
            return refused.apply(problems);
        }
    }
}
