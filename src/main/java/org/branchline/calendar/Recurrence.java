package org.branchline.calendar;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.dmfs.rfc5545.DateTime;
import org.dmfs.rfc5545.recur.InvalidRecurrenceRuleException;
import org.dmfs.rfc5545.recur.RecurrenceRule;
import org.dmfs.rfc5545.recur.RecurrenceRule.RfcMode;
import org.dmfs.rfc5545.recur.RecurrenceRuleIterator;

/**
 * Local date-times that come again by a rule of RFC 5545, to the minute, at most one an hour and none from 2100 on. The
 * start itself is one of them only where the rule says so; a rule that pauses for more than eleven years may end there.
 */
public final class Recurrence {

    /** From then on nothing occurs. */
    public static final LocalDateTime END = LocalDateTime.of(2100, 1, 1, 0, 0);

    private static final LocalDateTime EARLIEST = LocalDateTime.of(2000, 1, 1, 0, 0);
    private static final Duration LONGEST_WINDOW = Duration.ofDays(366);

    private final RuleText text;
    private final LocalDateTime start;
    private final LocalDateTime last;

    private Recurrence(RuleText text, LocalDateTime start, LocalDateTime last) {
        this.text = text;
        this.start = start;
        this.last = last;
    }

    /**
     * A rule as it is written, for example {@code FREQ=WEEKLY;BYDAY=SU}, with {@code COUNT} (at most 10,000) or a local
     * {@code UNTIL} where it ends.
     *
     * @param start the first local minute at which it may occur, from 2000 to 2099; hour and minute come from it where
     *     the rule names none
     */
    public static Reading<Recurrence> parse(String rule, LocalDateTime start) {
        return RuleText.read(rule).of(text -> begun(text, start), Reading.Refused::new);
    }

    /**
     * What occurs one time only.
     *
     * @param at a whole minute from 2000 to 2099
     */
    public static Recurrence once(LocalDateTime at) {
        return parse("FREQ=DAILY;COUNT=1", at).of(once -> once, problems -> {
            throw new IllegalArgumentException(String.join(" ", problems));
        });
    }

    private static Reading<Recurrence> begun(RuleText text, LocalDateTime start) {
        if (start.isBefore(EARLIEST) || !start.isBefore(END) || !start.equals(start.truncatedTo(ChronoUnit.MINUTES))) {
            return refused("The start " + start + " cannot be. Write a whole minute from the year 2000 to 2099.");
        }
        LocalDateTime until = text.until().orElse(END.minusMinutes(1));
        if (until.isBefore(start)) {
            return refused("It ends before it starts on " + start.toLocalDate() + ". Write a later UNTIL.");
        }
        Recurrence endless = new Recurrence(text, start, until.isBefore(END) ? until : END.minusMinutes(1));
        try {
            Optional<LocalDateTime> last = text.count().isEmpty()
                    ? endless.first()
                    : endless.counted(text.count().getAsInt());
            return last.isEmpty()
                    ? never()
                    : new Reading.Read<>(text.count().isEmpty() ? endless : new Recurrence(text, start, last.get()));
        } catch (IllegalArgumentException | IllegalStateException soughtInVain) {
            return never();
        }
    }

    private static Reading<Recurrence> never() {
        return refused("It never happens: no day fits all parts of the rule. Leave one of them out.");
    }

    private static Reading<Recurrence> refused(String problem) {
        return new Reading.Refused<>(List.of(problem));
    }

    /** The rule in capitals, its parts in a fixed order. */
    public String rule() {
        return text.toString();
    }

    public LocalDateTime start() {
        return start;
    }

    /** Nothing occurs after it. */
    public LocalDateTime last() {
        return last;
    }

    /** All occurrences after a local moment, in order, found one by one as they are asked for. */
    public Stream<LocalDateTime> after(LocalDateTime then) {
        return then.isBefore(last) ? from(then.truncatedTo(ChronoUnit.MINUTES).plusMinutes(1)) : Stream.empty();
    }

    /**
     * What falls due in a stretch of time in some zones, in order.
     *
     * @param from the first moment
     * @param until the last moment, at most 366 days later
     */
    public List<Due> occurrencesDueWithin(Instant from, Instant until, Collection<ZoneId> zones) {
        if (Duration.between(from, until).compareTo(LONGEST_WINDOW) > 0) {
            throw new IllegalArgumentException("Longer than " + LONGEST_WINDOW);
        }
        // Offsets that no country has are zones too, up to 18 hours.
        LocalDateTime first = LocalDateTime.ofInstant(from, ZoneOffset.MIN).truncatedTo(ChronoUnit.MINUTES);
        LocalDateTime latest = LocalDateTime.ofInstant(until, ZoneOffset.MAX);
        return from(first)
                .takeWhile(occurrence -> !occurrence.isAfter(latest))
                .flatMap(occurrence -> zones.stream().map(zone -> Due.of(occurrence, zone)))
                .filter(due -> !due.at().isBefore(from) && !due.at().isAfter(until))
                .sorted(Due.IN_ORDER)
                .toList();
    }

    private Stream<LocalDateTime> from(LocalDateTime earliest) {
        if (earliest.isAfter(last)) {
            return Stream.empty();
        }
        RecurrenceRuleIterator rule = rule(text).iterator(written(start));
        try {
            rule.fastForward(written(earliest.isBefore(start) ? start : earliest));
        } catch (IllegalArgumentException | IllegalStateException soughtInVain) {
            return Stream.empty();
        }
        return Stream.iterate(here(rule), Optional::isPresent, before -> next(rule))
                .map(Optional::orElseThrow);
    }

    private Optional<LocalDateTime> next(RecurrenceRuleIterator rule) {
        try {
            rule.nextMillis();
            return here(rule);
        } catch (IllegalArgumentException | IllegalStateException soughtInVain) {
            return Optional.empty();
        }
    }

    private Optional<LocalDateTime> here(RecurrenceRuleIterator rule) {
        DateTime next = rule.peekDateTime();
        return Optional.of(LocalDateTime.of(
                        next.getYear(),
                        next.getMonth() + 1,
                        next.getDayOfMonth(),
                        next.getHours(),
                        next.getMinutes(),
                        next.getSeconds()))
                .filter(occurrence -> !occurrence.isAfter(last));
    }

    private Optional<LocalDateTime> first() {
        return from(start).findFirst();
    }

    private Optional<LocalDateTime> counted(int count) {
        return from(start).limit(count).reduce((before, next) -> next);
    }

    /** A new one each time, since walking it changes it. */
    private static RecurrenceRule rule(RuleText text) {
        try {
            return new RecurrenceRule(text.endless(), RfcMode.RFC5545_STRICT);
        } catch (InvalidRecurrenceRuleException wrong) {
            throw new IllegalArgumentException(wrong);
        }
    }

    private static DateTime written(LocalDateTime local) {
        return new DateTime(
                local.getYear(),
                local.getMonthValue() - 1,
                local.getDayOfMonth(),
                local.getHour(),
                local.getMinute(),
                0);
    }

    @Override
    public String toString() {
        return rule() + " from " + start;
    }
}
