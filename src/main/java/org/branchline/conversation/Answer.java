package org.branchline.conversation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a person answered. Whatever differs by its form is a {@link Cases}. */
public sealed interface Answer {

    <R> R of(Cases<R> cases);

    /** One result for each form of answer. */
    interface Cases<R> {
        R chosen(Chosen answer);

        R figure(Figure answer);

        R date(Date answer);

        R words(Words answer);

        R skipped(Skipped answer);
    }

    /**
     * One or more options.
     *
     * @param options ids in the order of the question
     * @param ownWords what was written under "Something else", null for nothing
     */
    record Chosen(List<String> options, @Nullable String ownWords) implements Answer {
        public Chosen {
            options = List.copyOf(options);
        }

        @Override
        public <R> R of(Cases<R> cases) {
            return cases.chosen(this);
        }
    }

    /** A number. */
    record Figure(BigDecimal value) implements Answer {
        @Override
        public <R> R of(Cases<R> cases) {
            return cases.figure(this);
        }
    }

    /**
     * A day.
     *
     * @param told the day on which it was answered, where the person was: what {@code today} is in conditions about it, so
     *     that an answer does not come to mean something else as time passes
     */
    record Date(LocalDate day, LocalDate told) implements Answer {
        @Override
        public <R> R of(Cases<R> cases) {
            return cases.date(this);
        }
    }

    /** Text, in the messages it came in, so that an edited message corrects its own piece. */
    record Words(List<Piece> pieces) implements Answer {

        public Words {
            pieces = List.copyOf(pieces);
        }

        /** All pieces, joined by a blank. */
        public String text() {
            return String.join(" ", pieces.stream().map(Piece::text).toList());
        }

        @Override
        public <R> R of(Cases<R> cases) {
            return cases.words(this);
        }
    }

    /** One message of a text. */
    record Piece(long message, String text) {}

    /** The person chose not to answer. */
    record Skipped() implements Answer {
        @Override
        public <R> R of(Cases<R> cases) {
            return cases.skipped(this);
        }
    }
}
