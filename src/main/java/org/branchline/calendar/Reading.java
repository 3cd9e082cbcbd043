package org.branchline.calendar;

import java.util.List;
import java.util.function.Function;

/** What came of reading something that a person wrote. */
public sealed interface Reading<T> {

    <R> R of(Function<T, R> read, Function<List<String>, R> refused);

    /** It can be understood. */
    record Read<T>(T value) implements Reading<T> {
        @Override
        public <R> R of(Function<T, R> read, Function<List<String>, R> refused) {
            return read.apply(value);
        }
    }

    /**
     * It cannot.
     *
     * @param problems what is wrong and what would be right, a sentence or two each; at least one
     */
    record Refused<T>(List<String> problems) implements Reading<T> {
        public Refused {
            problems = List.copyOf(problems);
        }

        @Override
        public <R> R of(Function<T, R> read, Function<List<String>, R> refused) {
            return refused.apply(problems);
        }
    }
}
