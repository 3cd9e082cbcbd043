package org.branchline.campaign.enrolling;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.branchline.roster.city.Cities;
import org.branchline.roster.city.CityAnswer;

/** Looks cities up, those a list names again and again only once. For one thread. */
final class Places {

    private static final int REMEMBERED = 500;

    private final Cities cities;
    private final Map<String, CityAnswer> answers = new LinkedHashMap<>(REMEMBERED, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, CityAnswer> eldest) {
            return size() > REMEMBERED;
        }
    };

    Places(Cities cities) {
        this.cities = cities;
    }

    CityAnswer find(String city) {
        return answers.computeIfAbsent(city, typed -> cities.find(typed, Locale.ENGLISH, null));
    }
}
