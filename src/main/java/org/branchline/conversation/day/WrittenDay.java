package org.branchline.conversation.day;

import java.time.LocalDate;
import java.time.Month;
import java.time.Year;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A day as it stands in a text, not yet looked up in a calendar: it may not exist. */
public sealed interface WrittenDay {

    /** A leap day comes after eight years at most. */
    int YEARS_TO_A_LEAP_DAY = 8;

    /** The days it may mean in these years, in order; none where no calendar has it. */
    Stream<LocalDate> in(int firstYear, int lastYear, LocalDate today);

    /** Why no calendar has it, whatever the year left open. */
    Optional<TypedDay> impossible();

    /** The next such day; one that names its year, or is counted from today, may be over. */
    default Optional<LocalDate> next(LocalDate today) {
        return in(today.getYear(), today.getYear() + YEARS_TO_A_LEAP_DAY, today)
                .filter(day -> !day.isBefore(today))
                .min(Comparator.naturalOrder());
    }

    /** Such as 4 May 2027. */
    record Dated(int day, int month, int year) implements WrittenDay {
        @Override
        public Stream<LocalDate> in(int firstYear, int lastYear, LocalDate today) {
            return impossible().isPresent() ? Stream.of() : Stream.of(LocalDate.of(year, month, day));
        }

        @Override
        public Optional<TypedDay> impossible() {
            return month < 1 || month > 12
                    ? Optional.of(new TypedDay.NoSuchMonth())
                    : inMonth(day, Month.of(month).length(Year.isLeap(year)), new TypedDay.NoSuchDay(month, year));
        }

        @Override
        public Optional<LocalDate> next(LocalDate today) {
            return in(year, year, today).findFirst();
        }
    }

    /** Such as 4 May, in any year. */
    record Yearly(int day, int month) implements WrittenDay {
        @Override
        public Stream<LocalDate> in(int firstYear, int lastYear, LocalDate today) {
            return impossible().isPresent()
                    ? Stream.of()
                    : IntStream.rangeClosed(firstYear, lastYear)
                            .filter(year -> day <= Month.of(month).length(Year.isLeap(year)))
                            .mapToObj(year -> LocalDate.of(year, month, day));
        }

        @Override
        public Optional<TypedDay> impossible() {
            return month < 1 || month > 12
                    ? Optional.of(new TypedDay.NoSuchMonth())
                    : inMonth(day, Month.of(month).maxLength(), new TypedDay.NoSuchDay(month, 0));
        }
    }

    /** So many days from today, such as tomorrow. */
    record Away(int days) implements WrittenDay {
        @Override
        public Stream<LocalDate> in(int firstYear, int lastYear, LocalDate today) {
            return Stream.of(today.plusDays(days));
        }

        @Override
        public Optional<TypedDay> impossible() {
            return Optional.empty();
        }

        @Override
        public Optional<LocalDate> next(LocalDate today) {
            return Optional.of(today.plusDays(days));
        }
    }

    private static Optional<TypedDay> inMonth(int day, int length, TypedDay otherwise) {
        return day >= 1 && day <= length ? Optional.empty() : Optional.of(otherwise);
    }
}
