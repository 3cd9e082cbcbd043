package org.branchline.conversation.day;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The days from a first to a last; none where the last comes before the first. */
public record DaySpan(LocalDate first, LocalDate last) {

    public boolean isEmpty() {
        return last.isBefore(first);
    }

    public boolean has(LocalDate day) {
        return !day.isBefore(first) && !day.isAfter(last);
    }

    /** The day of the span that is nearest; its first where it has none. */
    public LocalDate nearest(LocalDate day) {
        LocalDate notAfter = day.isAfter(last) ? last : day;
        return notAfter.isBefore(first) ? first : notAfter;
    }

    /**
     * Which day of the span a text means, read whole or not at all. A day without its year is the next such day of the
     * span, or the latest where all are over; a weekday is the next after today, or the last before.
     */
    public TypedDay read(String text, LocalDate today) {
        DayReader reader = DayReader.of(text);
        Optional<WrittenDay> written = reader.alone();
        Optional<DayOfWeek> weekday = reader.weekday();
        if (reader.says()) {
            return new TypedDay.Unread();
        }
        if (written.isEmpty()) {
            return weekday.map(day -> first(weekdays(day, today))).orElseGet(TypedDay.Unread::new);
        }
        Optional<TypedDay> impossible = written.get().impossible();
        if (impossible.isPresent()) {
            return impossible.get();
        }
        TypedDay typed = first(inOrder(written.get(), today));
        return typed.taken()
                .filter(day ->
                        weekday.filter(named -> named != day.getDayOfWeek()).isPresent())
                .<TypedDay>map(TypedDay.AnotherWeekday::new)
                .orElse(typed);
    }

    private TypedDay first(Stream<LocalDate> days) {
        return days.filter(this::has)
                .findFirst()
                .<TypedDay>map(TypedDay.On::new)
                .orElseGet(TypedDay.Outside::new);
    }

    /** From today on, then those that are over, the latest first. */
    private Stream<LocalDate> inOrder(WrittenDay written, LocalDate today) {
        List<LocalDate> days =
                written.in(first.getYear(), last.getYear(), today).toList();
        return Stream.concat(
                days.stream().filter(day -> !day.isBefore(today)),
                days.stream().filter(day -> day.isBefore(today)).sorted(java.util.Comparator.reverseOrder()));
    }

    private static Stream<LocalDate> weekdays(DayOfWeek weekday, LocalDate today) {
        return Stream.of(
                today.with(TemporalAdjusters.next(weekday)),
                today.with(TemporalAdjusters.previous(weekday)),
                today.with(TemporalAdjusters.nextOrSame(weekday)));
    }
}
