package org.branchline.calendar;

import java.time.Instant;
import java.time.ZoneId;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The zones of the earth, and when their clocks jump. */
final class Zones {

    static final Instant FROM = Instant.parse("2020-01-01T00:00:00Z");
    static final Instant UNTIL = Instant.parse("2041-01-01T00:00:00Z");

    static final List<ZoneId> ALL =
            ZoneId.getAvailableZoneIds().stream().sorted().map(ZoneId::of).toList();

    /** One of each that always show the same. */
    static final List<ZoneId> DISTINCT = List.copyOf(ALL.stream()
            .collect(Collectors.toMap(ZoneId::getRules, Function.identity(), (one, other) -> one, LinkedHashMap::new))
            .values());

    private Zones() {}

    /** A tenth of all, by the year: from 2020 to 2040 each has its turn twice. */
    static List<ZoneId> turn(int year) {
        return IntStream.range(0, DISTINCT.size())
                .filter(zone -> zone % 10 == year % 10)
                .mapToObj(DISTINCT::get)
                .toList();
    }

    /** All jumps from 2020 to 2040. */
    static List<ZoneOffsetTransition> jumps(ZoneId zone) {
        List<ZoneOffsetTransition> jumps = new ArrayList<>();
        for (ZoneOffsetTransition jump = zone.getRules().nextTransition(FROM);
                jump != null && jump.getInstant().isBefore(UNTIL);
                jump = zone.getRules().nextTransition(jump.getInstant())) {
            jumps.add(jump);
        }
        return jumps;
    }
}
