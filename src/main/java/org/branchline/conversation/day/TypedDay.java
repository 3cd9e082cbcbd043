package org.branchline.conversation.day;

import java.time.LocalDate;
import java.util.Optional;

/** Which day of a span somebody typed, or why none of it. */
public sealed interface TypedDay {

    <R> R of(Cases<R> cases);

    /** The day, where it can be taken. */
    default Optional<LocalDate> taken() {
        return Optional.empty();
    }

    /** One result for each outcome. */
    interface Cases<R> {
        R on(On typed);

        R noSuchDay(NoSuchDay typed);

        R noSuchMonth(NoSuchMonth typed);

        R anotherWeekday(AnotherWeekday typed);

        R outside(Outside typed);

        R unread(Unread typed);
    }

    /** A day of the span. */
    record On(LocalDate day) implements TypedDay {
        @Override
        public Optional<LocalDate> taken() {
            return Optional.of(day);
        }

        @Override
        public <R> R of(Cases<R> cases) {
            return cases.on(this);
        }
    }

    /**
     * The month is shorter.
     *
     * @param month from 1 to 12
     * @param year 0 where none was typed
     */
    record NoSuchDay(int month, int year) implements TypedDay {
        @Override
        public <R> R of(Cases<R> cases) {
            return cases.noSuchDay(this);
        }
    }

    /** Whoever types 5/13 puts the month first, which is not how it is read. */
    record NoSuchMonth() implements TypedDay {
        @Override
        public <R> R of(Cases<R> cases) {
            return cases.noSuchMonth(this);
        }
    }

    /** The day is not the weekday that was typed with it. */
    record AnotherWeekday(LocalDate day) implements TypedDay {
        @Override
        public <R> R of(Cases<R> cases) {
            return cases.anotherWeekday(this);
        }
    }

    /** A day, but none of the span. */
    record Outside() implements TypedDay {
        @Override
        public <R> R of(Cases<R> cases) {
            return cases.outside(this);
        }
    }

    /** No day, or more than a day. */
    record Unread() implements TypedDay {
        @Override
        public <R> R of(Cases<R> cases) {
            return cases.unread(this);
        }
    }
}
