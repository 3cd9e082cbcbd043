package org.branchline.roster;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.branchline.calendar.CallingHours;

/**
 * An area whose people are called, and when that is allowed.
 *
 * @param key for ever the same, for example {@code britain}
 * @param names by language, at least one
 */
public record CalledArea(String key, Map<String, String> names, CallingHours hours) {

    private static final String AREAS = "called_areas";

    public CalledArea {
        names = Map.copyOf(names);
    }

    /** Those the workspace names, as it was checked there, in the order of their keys. */
    public static List<CalledArea> all(Organisation organisation) {
        About about = organisation.about();
        return about.keys(AREAS).stream()
                .sorted()
                .map(key -> of(about, key, organisation.languages()))
                .toList();
    }

    /** The one of this key. */
    public static Optional<CalledArea> find(Organisation organisation, String key) {
        return all(organisation).stream().filter(area -> area.key().equals(key)).findFirst();
    }

    private static CalledArea of(About about, String key, List<String> languages) {
        Map<String, String> names = new java.util.HashMap<>();
        languages.forEach(
                language -> about.text(language, AREAS, key, "name").ifPresent(name -> names.put(language, name)));
        Map<DayOfWeek, CallingHours.Hours> days = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : DayOfWeek.values()) {
            about.text("", AREAS, key, written(day))
                    .flatMap(CallingHours.Hours::read)
                    .ifPresent(hours -> days.put(day, hours));
        }
        ZoneId zone = ZoneId.of(about.text("", AREAS, key, "timezone").orElse("UTC"));
        Set<LocalDate> closed =
                about.texts(AREAS, key, "closed").stream().map(LocalDate::parse).collect(Collectors.toSet());
        return new CalledArea(key, names, new CallingHours(zone, days, closed));
    }

    private static String written(DayOfWeek day) {
        return switch (day) {
            case SATURDAY -> "saturday";
            case SUNDAY -> "sunday";
            default -> "weekdays";
        };
    }

    /** What it is called; in any other language where it has no name in this one. */
    public String name(String language) {
        return names.getOrDefault(
                language, names.values().stream().sorted().findFirst().orElse(key));
    }
}
