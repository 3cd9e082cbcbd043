package org.branchline.roster.city;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/** Countries and regions: what lies inside, and which clocks they have. */
final class Areas {

    private final Gazetteer gazetteer;
    private final Countries countries = new Countries();
    private final Set<String> regions = new HashSet<>();

    Areas(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
        gazetteer.areas().forEach(area -> {
            regions.add(area.regionKey());
            regions.add(area.regionCode());
        });
        regions.remove("");
    }

    boolean isCountry(String key) {
        return countries.named(key) != null;
    }

    /** Whether a key names a country or region, in full or by its code. */
    boolean isArea(String key) {
        return regions.contains(key) || countries.namedOrCode(key) != null;
    }

    IntPredicate inside(String key) {
        String country = countries.namedOrCode(key);
        return row -> {
            Gazetteer.Area area = gazetteer.area(row);
            return area.country().equals(country)
                    || area.regionKey().equals(key)
                    || area.regionCode().equals(key);
        };
    }

    /** The biggest city for each clock of the country and the regions of that name; the capital where one clock rules. */
    Shortlist alone(String key) {
        Shortlist found = new Shortlist(gazetteer);
        String country = countries.named(key);
        if (country != null) {
            List<Integer> clocks = perClock(gazetteer.inCountry(country));
            if (clocks.size() == 1) {
                clocks = List.of(gazetteer
                        .inCountry(country)
                        .filter(gazetteer::isCapital)
                        .findFirst()
                        .orElse(clocks.get(0)));
            }
            clocks.forEach(row -> found.add(row, weight(row)));
        }
        if (regions.contains(key)) {
            perClock(gazetteer.inRegion(key)).forEach(row -> found.add(row, weight(row)));
        }
        return found;
    }

    private List<Integer> perClock(IntStream biggestFirst) {
        List<Integer> clocks = new ArrayList<>();
        biggestFirst.forEach(row -> {
            Gazetteer.Area area = gazetteer.area(row);
            if (clocks.stream().map(gazetteer::area).noneMatch(other -> sameClock(area, other))) {
                clocks.add(row);
            }
        });
        return clocks;
    }

    private static boolean sameClock(Gazetteer.Area area, Gazetteer.Area other) {
        return area.country().equals(other.country()) && Zones.alike(area.zone(), other.zone());
    }

    /** All clocks of an area are worth asking about, the island's too. */
    private double weight(int row) {
        return 1 + Math.log10(1 + gazetteer.population(row));
    }
}
