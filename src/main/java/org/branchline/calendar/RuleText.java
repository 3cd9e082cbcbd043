package org.branchline.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A rule of RFC 5545 taken apart.
 *
 * @param parts each with its value, in the order of {@link RulePart}
 */
record RuleText(Map<RulePart, String> parts) {

    private static final int LONGEST = 500;
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss", Locale.ROOT);

    private static final Set<RulePart> WITH_HOURS = EnumSet.of(
            RulePart.FREQ,
            RulePart.INTERVAL,
            RulePart.COUNT,
            RulePart.UNTIL,
            RulePart.BYDAY,
            RulePart.BYHOUR,
            RulePart.BYMINUTE,
            RulePart.WKST);

    RuleText {
        parts = Collections.unmodifiableMap(new EnumMap<>(parts));
    }

    static Reading<RuleText> read(String written) {
        if (written.length() > LONGEST) {
            return new Reading.Refused<>(
                    List.of("The rule has more than " + LONGEST + " characters. Write a shorter one."));
        }
        Map<RulePart, String> parts = new EnumMap<>(RulePart.class);
        List<String> problems = new ArrayList<>();
        String rule = written.strip().toUpperCase(Locale.ROOT);
        for (String pair : (rule.startsWith("RRULE:") ? rule.substring("RRULE:".length()) : rule).split(";", -1)) {
            String[] halves = pair.split("=", 2);
            RulePart part = RulePart.named(halves[0]).orElse(null);
            if (part == null || halves.length == 1) {
                problems.add("\"" + pair + "\" is no part of a rule. A rule looks like FREQ=WEEKLY;BYDAY=SU.");
            } else if (parts.put(part, halves[1]) != null) {
                problems.add(part + " stands there twice. Write it once.");
            } else {
                part.problem(halves[1]).ifPresent(problems::add);
            }
        }
        RuleText text = new RuleText(parts);
        if (problems.isEmpty()) {
            problems.addAll(text.contradictions());
        }
        return problems.isEmpty() ? new Reading.Read<>(text) : new Reading.Refused<>(problems);
    }

    /** What does not go together. */
    private List<String> contradictions() {
        List<String> problems = new ArrayList<>();
        String frequency = parts.getOrDefault(RulePart.FREQ, "");
        boolean yearly = frequency.equals("YEARLY");
        boolean monthly = frequency.equals("MONTHLY");
        if (frequency.isEmpty()) {
            problems.add("FREQ is missing. Begin with FREQ=WEEKLY, for example.");
        }
        if (frequency.equals("HOURLY") && !WITH_HOURS.containsAll(parts.keySet())) {
            problems.add(
                    "FREQ=HOURLY goes with BYDAY and BYHOUR only. Write FREQ=DAILY and the hours, as in BYHOUR=9,12.");
        }
        if (has(RulePart.COUNT) && has(RulePart.UNTIL)) {
            problems.add("COUNT and UNTIL both say when it ends. Write one of them.");
        }
        if (has(RulePart.UNTIL) && until().isEmpty()) {
            problems.add("UNTIL=" + parts.get(RulePart.UNTIL) + " is no day of the calendar. Write one that exists.");
        }
        if (!yearly && (has(RulePart.BYWEEKNO) || has(RulePart.BYYEARDAY))) {
            problems.add("BYWEEKNO and BYYEARDAY go with FREQ=YEARLY only.");
        }
        if (frequency.equals("WEEKLY") && has(RulePart.BYMONTHDAY)) {
            problems.add(
                    "BYMONTHDAY does not go with FREQ=WEEKLY. Write FREQ=MONTHLY, or BYDAY for a day of the week.");
        }
        boolean numbered = parts.getOrDefault(RulePart.BYDAY, "").matches(".*\\d.*");
        if (numbered && (!(monthly || yearly) || has(RulePart.BYWEEKNO))) {
            problems.add(
                    "A numbered day as in BYDAY=1SU goes with FREQ=MONTHLY or YEARLY, without BYWEEKNO. Write BYDAY=SU.");
        }
        if (has(RulePart.BYSETPOS) && parts.keySet().stream().noneMatch(RuleText::chooses)) {
            problems.add(
                    "BYSETPOS picks among several. Write among which, for example BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1.");
        }
        return problems;
    }

    private static boolean chooses(RulePart part) {
        return part.name().startsWith("BY") && part != RulePart.BYSETPOS;
    }

    private boolean has(RulePart part) {
        return parts.containsKey(part);
    }

    /** The last local minute of it, where it has one. */
    Optional<LocalDateTime> until() {
        String until = parts.getOrDefault(RulePart.UNTIL, "");
        try {
            return switch (until.length()) {
                case 0 -> Optional.empty();
                case 8 ->
                    Optional.of(LocalDate.parse(until, DateTimeFormatter.BASIC_ISO_DATE)
                            .atTime(LocalTime.MAX));
                default -> Optional.of(LocalDateTime.parse(until, MINUTE));
            };
        } catch (DateTimeException impossible) {
            return Optional.empty();
        }
    }

    OptionalInt count() {
        return has(RulePart.COUNT) ? OptionalInt.of(Integer.parseInt(parts.get(RulePart.COUNT))) : OptionalInt.empty();
    }

    /** The rule as if it had no end. */
    String endless() {
        return parts.entrySet().stream()
                .filter(part -> part.getKey() != RulePart.COUNT && part.getKey() != RulePart.UNTIL)
                .map(part -> part.getKey() + "=" + part.getValue())
                .collect(Collectors.joining(";"));
    }

    /** As it is written, with its end. */
    @Override
    public String toString() {
        return parts.entrySet().stream()
                .map(part -> part.getKey() + "=" + part.getValue())
                .collect(Collectors.joining(";"));
    }
}
