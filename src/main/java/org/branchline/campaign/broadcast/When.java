package org.branchline.campaign.broadcast;

import java.time.Instant;
import java.time.ZoneId;
import org.branchline.calendar.LocalHour;

/** When a broadcast shall go, quiet hours aside. */
public sealed interface When {

    /** One result for each. */
    interface Cases<T> {

        T now();

        T at(Instant moment);

        T ownHour(LocalHour hour);
    }

    /** What one of the cases makes of it. */
    <T> T of(Cases<T> cases);

    /**
     * When it falls due where somebody lives.
     *
     * @param notBefore the end of the time in which it can be called back
     */
    Instant in(ZoneId zone, Instant notBefore);

    /** As soon as it may. */
    record Now() implements When {
        @Override
        public <T> T of(Cases<T> cases) {
            return cases.now();
        }

        @Override
        public Instant in(ZoneId zone, Instant notBefore) {
            return notBefore;
        }
    }

    /** At the same moment for all. */
    record At(Instant moment) implements When {
        @Override
        public <T> T of(Cases<T> cases) {
            return cases.at(moment);
        }

        @Override
        public Instant in(ZoneId zone, Instant notBefore) {
            return moment.isBefore(notBefore) ? notBefore : moment;
        }
    }

    /** At an hour by everybody's own clock. */
    record OwnHour(LocalHour hour) implements When {
        @Override
        public <T> T of(Cases<T> cases) {
            return cases.ownHour(hour);
        }

        @Override
        public Instant in(ZoneId zone, Instant notBefore) {
            return hour.in(zone, notBefore);
        }
    }
}
