package org.branchline.conversation.playbook;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.branchline.conversation.day.DaySpan;
import org.jspecify.annotations.Nullable;

/** What kind of answer a question takes. Whatever differs by kind is a {@link Cases}, so a new kind is missed nowhere. */
public sealed interface Kind {

    /** The ids that stand for {@code true} in conditions. */
    Set<String> AFFIRMATIVE = Set.of("yes", "agree");

    <R> R of(Cases<R> cases);

    /** What can be pressed, as far as the playbook itself says it. */
    default List<Option> options() {
        return List.of();
    }

    /** Whether "Something else" lets people answer in their own words. */
    default boolean ownWords() {
        return false;
    }

    /** Whether it awaits an answer. */
    default boolean awaits() {
        return true;
    }

    /** Whether it belongs to joining: asked without a count and without a way back. */
    default boolean joining() {
        return false;
    }

    /** One answer for each kind. */
    interface Cases<R> {
        R note(Note kind);

        R yesNo(YesNo kind);

        R one(One kind);

        R several(Several kind);

        R figure(Figure kind);

        R date(Date kind);

        R shortText(ShortText kind);

        R longText(LongText kind);

        R availability(Availability kind);

        R language(Language kind);

        R name(Name kind);

        R consent(Consent kind);

        R branch(Branch kind);

        R timezone(Timezone kind);
    }

    /** Says something and asks nothing; its text joins the question after it. */
    record Note() implements Kind {
        @Override
        public <R> R of(Cases<R> cases) {
            return cases.note(this);
        }

        @Override
        public boolean awaits() {
            return false;
        }
    }

    /** Answered by {@code yes} or {@code no}. */
    record YesNo() implements Kind {
        @Override
        public <R> R of(Cases<R> cases) {
            return cases.yesNo(this);
        }
    }

    /** One of the options. */
    record One(List<Option> options, boolean ownWords) implements Kind {
        public One {
            options = List.copyOf(options);
        }

        @Override
        public <R> R of(Cases<R> cases) {
            return cases.one(this);
        }
    }

    /**
     * Several of the options.
     *
     * @param least how many at least, from 0
     * @param most how many at most; own words count as one
     */
    record Several(List<Option> options, int least, int most, boolean ownWords) implements Kind {
        public Several {
            options = List.copyOf(options);
        }

        @Override
        public <R> R of(Cases<R> cases) {
            return cases.several(this);
        }
    }

    /**
     * A number.
     *
     * @param unit for example "hours a month", null for none
     * @param decimals how many digits after the point are taken, 0 for whole numbers
     */
    record Figure(
            BigDecimal least,
            BigDecimal most,
            int decimals,
            @Nullable Texts unit) implements Kind {
        @Override
        public <R> R of(Cases<R> cases) {
            return cases.figure(this);
        }
    }

    /** A day, from a first to a last. */
    record Date(DayBound first, DayBound last) implements Kind {

        /** A day of this century, the one before, or the next. */
        public static final Date ANY =
                new Date(new DayBound.Fixed(LocalDate.of(1900, 1, 1)), new DayBound.Fixed(LocalDate.of(2199, 12, 31)));

        /** The days that are taken today. */
        public DaySpan span(LocalDate today) {
            return new DaySpan(first.on(today), last.on(today));
        }

        @Override
        public <R> R of(Cases<R> cases) {
            return cases.date(this);
        }
    }

    /** One message of text, at most 200 characters. */
    record ShortText() implements Kind {
        @Override
        public <R> R of(Cases<R> cases) {
            return cases.shortText(this);
        }
    }

    /** Messages of text until Done, at most 4,000 characters together. */
    record LongText() implements Kind {
        @Override
        public <R> R of(Cases<R> cases) {
            return cases.longText(this);
        }
    }

    /** Weekdays and weekends, daytime and evening; or {@code varies}. */
    record Availability() implements Kind {
        @Override
        public <R> R of(Cases<R> cases) {
            return cases.availability(this);
        }
    }

    /** Joining: in which of the organisation's languages to go on. */
    record Language() implements Kind {
        @Override
        public <R> R of(Cases<R> cases) {
            return cases.language(this);
        }

        @Override
        public boolean joining() {
            return true;
        }
    }

    /** Joining: what the person wants to be called. */
    record Name() implements Kind {
        @Override
        public <R> R of(Cases<R> cases) {
            return cases.name(this);
        }

        @Override
        public boolean joining() {
            return true;
        }
    }

    /**
     * Joining: whether the person agrees.
     *
     * @param purpose the organisation's name of what is agreed to
     * @param version of the wording
     * @param more what the More button says, null for no such button
     */
    record Consent(String purpose, String version, @Nullable Texts more) implements Kind {
        @Override
        public <R> R of(Cases<R> cases) {
            return cases.consent(this);
        }

        @Override
        public boolean joining() {
            return true;
        }
    }

    /** Joining: the person's branch; not asked when the link said it. */
    record Branch() implements Kind {
        @Override
        public <R> R of(Cases<R> cases) {
            return cases.branch(this);
        }

        @Override
        public boolean joining() {
            return true;
        }
    }

    /** Joining: where the person's clock is, confirmed or asked by city. */
    record Timezone() implements Kind {
        @Override
        public <R> R of(Cases<R> cases) {
            return cases.timezone(this);
        }

        @Override
        public boolean joining() {
            return true;
        }
    }
}
