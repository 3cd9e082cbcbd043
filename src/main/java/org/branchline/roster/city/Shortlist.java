package org.branchline.roster.city;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntPredicate;

/** The cities a text may mean, each with a weight, and the decision whether to ask. */
final class Shortlist {

    /** A city this many times heavier than the others is meant without asking. */
    private static final double CLEARLY = 8;

    private final Gazetteer gazetteer;
    private final Map<Integer, Double> weights = new HashMap<>();

    Shortlist(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    void add(int row, double weight) {
        weights.merge(row, weight, Math::max);
    }

    boolean isEmpty() {
        return weights.isEmpty();
    }

    Shortlist only(IntPredicate kept) {
        Shortlist fewer = new Shortlist(gazetteer);
        weights.forEach((row, weight) -> {
            if (kept.test(row)) {
                fewer.add(row, weight);
            }
        });
        return fewer;
    }

    /**
     * One city if no other place rivals it, else those worth asking about.
     *
     * @param least how many times lighter than the first a city may be and still be asked about
     */
    CityAnswer answer(Locale language, double least) {
        List<Integer> rows = new ArrayList<>(weights.keySet());
        rows.sort(Comparator.comparingDouble((Integer row) -> -weight(row)).thenComparing(Comparator.naturalOrder()));
        if (rows.isEmpty()) {
            return new CityAnswer.Unknown();
        }
        int first = rows.get(0);
        boolean rivalled = rows.stream()
                .anyMatch(row -> weight(row) * CLEARLY > weight(first) && !sameClockAndCountry(row, first));
        List<Integer> asked = new ArrayList<>();
        for (int row : rows) {
            if (asked.size() < CityAnswer.Several.MOST
                    && weight(row) * least >= weight(first)
                    && asked.stream().noneMatch(listed -> sameRegion(row, listed))) {
                asked.add(row);
            }
        }
        return rivalled && asked.size() > 1
                ? new CityAnswer.Several(
                        asked.stream().map(row -> gazetteer.city(row, language)).toList())
                : new CityAnswer.Found(gazetteer.city(first, language));
    }

    private double weight(Integer row) {
        return weights.getOrDefault(row, 0.0);
    }

    private boolean sameClockAndCountry(int row, int other) {
        Gazetteer.Area one = gazetteer.area(row);
        Gazetteer.Area two = gazetteer.area(other);
        return one.country().equals(two.country()) && Zones.alike(one.zone(), two.zone());
    }

    private boolean sameRegion(int row, int other) {
        return gazetteer.area(row).region().equals(gazetteer.area(other).region()) && sameClockAndCountry(row, other);
    }
}
