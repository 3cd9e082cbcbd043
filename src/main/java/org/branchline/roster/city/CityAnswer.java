package org.branchline.roster.city;

import java.util.List;

/** What a typed place turned out to be. */
public sealed interface CityAnswer {

    /** The places it may be, most likely first, none where we know none. */
    List<City> cities();

    /** One place is meant, or one so much bigger than the others that it is. */
    record Found(City city) implements CityAnswer {
        @Override
        public List<City> cities() {
            return List.of(city);
        }
    }

    /**
     * Ask which one.
     *
     * @param cities 2 to 8, most likely first
     */
    record Several(List<City> cities) implements CityAnswer {
        public Several {
            cities = List.copyOf(cities);
            if (cities.size() < 2 || cities.size() > MOST) {
                throw new IllegalArgumentException("2 to " + MOST + " cities, not " + cities.size());
            }
        }

        /** As many as one page of buttons shows. */
        static final int MOST = 8;
    }

    /** No place we know. */
    record Unknown() implements CityAnswer {
        @Override
        public List<City> cities() {
            return List.of();
        }
    }
}
