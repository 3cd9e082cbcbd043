package org.branchline.roster.city;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** All cities in a few arrays; a row number stands for a city, and row 0 is the biggest. */
final class Gazetteer {

    private final byte[] names;
    private final int[] starts;
    private final int[] populations;
    private final boolean[] capitals;
    private final short[] areas;
    private final List<Area> allAreas;
    private final NameIndex known;
    private final NameIndex others;

    /** A state of a country under one clock: its name, the key it is found by, and its short form or nothing. */
    record Area(String country, String region, String regionKey, String regionCode, ZoneId zone) {}

    Gazetteer(GazetteerFile file) {
        this.names = file.names().getBytes(UTF_8);
        this.starts = file.starts();
        this.populations = file.populations();
        this.capitals = file.capitals();
        this.areas = file.areas();
        this.allAreas = file.allAreas();
        this.known = file.known();
        this.others = file.others();
    }

    /** Names in English, Danish and the city's own language. */
    NameIndex known() {
        return known;
    }

    /** Names in other languages and of other times. */
    NameIndex others() {
        return others;
    }

    List<Area> areas() {
        return allAreas;
    }

    Area area(int row) {
        return allAreas.get(areas[row]);
    }

    int population(int row) {
        return populations[row];
    }

    boolean isCapital(int row) {
        return capitals[row];
    }

    /** Rows of a country, biggest first. */
    IntStream inCountry(String country) {
        return rows().filter(row -> area(row).country().equals(country));
    }

    /** Rows of every region of that name, biggest first. */
    IntStream inRegion(String regionKey) {
        return rows().filter(row -> area(row).regionKey().equals(regionKey));
    }

    IntStream inZone(ZoneId zone) {
        return rows().filter(row -> area(row).zone().equals(zone));
    }

    City city(int row, Locale language) {
        String[] both = new String(Arrays.copyOfRange(names, starts[row], starts[row + 1]), UTF_8).split("\t", -1);
        String name = "da".equals(language.getLanguage()) && !both[1].isEmpty() ? both[1] : both[0];
        Area area = area(row);
        return new City(
                name,
                area.country(),
                Countries.name(area.country(), language),
                area.region(),
                area.zone(),
                populations[row]);
    }

    private IntStream rows() {
        return IntStream.range(0, populations.length);
    }
}
