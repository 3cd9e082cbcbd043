package org.branchline.roster.city;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CitiesTest {

    private static final Locale DANISH = Locale.forLanguageTag("da");
    private final Cities cities = Cities.bundled();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            London                | Europe/London
            Edinburgh             | Europe/London
            Newcastle upon Tyne   | Europe/London
            Dublin                | Europe/Dublin
            Paris                 | Europe/Paris
            Lyon                  | Europe/Paris
            Berlin                | Europe/Berlin
            Frankfurt             | Europe/Berlin
            Frankfurt (Oder)      | Europe/Berlin
            Madrid                | Europe/Madrid
            Las Palmas            | Atlantic/Canary
            Lisbon                | Europe/Lisbon
            Ponta Delgada         | Atlantic/Azores
            Rome                  | Europe/Rome
            Athens                | Europe/Athens
            Copenhagen            | Europe/Copenhagen
            Stockholm             | Europe/Stockholm
            Oslo                  | Europe/Oslo
            Helsinki              | Europe/Helsinki
            Reykjavik             | Atlantic/Reykjavik
            Nuuk                  | America/Nuuk
            Warsaw                | Europe/Warsaw
            Kyiv                  | Europe/Kyiv
            Istanbul              | Europe/Istanbul
            Moscow                | Europe/Moscow
            Vladivostok           | Asia/Vladivostok
            Tel Aviv              | Asia/Jerusalem
            Dubai                 | Asia/Dubai
            Tehran                | Asia/Tehran
            Kabul                 | Asia/Kabul
            Karachi               | Asia/Karachi
            Mumbai                | Asia/Kolkata
            Kathmandu             | Asia/Kathmandu
            Colombo               | Asia/Colombo
            Dhaka                 | Asia/Dhaka
            Yangon                | Asia/Yangon
            Bangkok               | Asia/Bangkok
            Singapore             | Asia/Singapore
            Hong Kong             | Asia/Hong_Kong
            Beijing               | Asia/Shanghai
            Tokyo                 | Asia/Tokyo
            Seoul                 | Asia/Seoul
            Manila                | Asia/Manila
            Perth                 | Australia/Perth
            Adelaide              | Australia/Adelaide
            Sydney                | Australia/Sydney
            Brisbane              | Australia/Brisbane
            Auckland              | Pacific/Auckland
            Apia                  | Pacific/Apia
            Suva                  | Pacific/Fiji
            Honolulu              | Pacific/Honolulu
            Anchorage             | America/Anchorage
            Los Angeles           | America/Los_Angeles
            Denver                | America/Denver
            Phoenix               | America/Phoenix
            Chicago               | America/Chicago
            New York              | America/New_York
            Toronto               | America/Toronto
            St. John's, Canada    | America/St_Johns
            Mexico City           | America/Mexico_City
            Bogotá                | America/Bogota
            Lima                  | America/Lima
            La Paz, Bolivia       | America/La_Paz
            São Paulo             | America/Sao_Paulo
            Buenos Aires          | America/Argentina/Buenos_Aires
            Santiago              | America/Santiago
            Cairo                 | Africa/Cairo
            Lagos                 | Africa/Lagos
            Accra                 | Africa/Accra
            Nairobi               | Africa/Nairobi
            Addis Ababa           | Africa/Addis_Ababa
            Johannesburg          | Africa/Johannesburg
            Casablanca            | Africa/Casablanca
            """)
    void knowsTheWorld(String typed, String zone) {
        assertThat(found(typed).zone()).isEqualTo(ZoneId.of(zone));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            København             | København
            Kobenhavn             | København
            KOEBENHAVN            | København
            copenhagen            | København
            Wien                  | Wien
            vienna                | Wien
            Prag                  | Prag
            Lissabon              | Lissabon
            Rom                   | Rom
            roma                  | Rom
            Genève                | Genève
            geneva                | Genève
            Gøteborg              | Göteborg
            Göteborg              | Göteborg
            Gothenburg            | Göteborg
            Goeteborg             | Göteborg
            Århus                 | Aarhus
            Arhus                 | Aarhus
            Norre Aaby            | Nørre Åby
            Noerre Aby            | Nørre Åby
            Vasteraas             | Västerås
            naestved              | Næstved
            nastved               | Næstved
            Nuernberg             | Nürnberg
            giessen               | Gießen
            malaga                | Malaga
            aarhus                | Aarhus
            Ålborg                | Aalborg
            München               | München
            Muenchen              | München
            Munich                | München
            Köln                  | Köln
            cologne               | Köln
            Zürich                | Zürich
            Zuerich               | Zürich
            Bruxelles             | Bruxelles
            Warszawa              | Warszawa
            Moskva                | Moskva
            St Petersburg         | Sankt Petersborg
            Sct. Petersborg       | Sankt Petersborg
            Haag                  | Haag
            Beograd               | Beograd
            Athen                 | Athen
            Venedig               | Venedig
            Firenze               | Firenze
            """)
    void knowsNamesInBothLanguagesAndTheirSpellings(String typed, String danish) {
        assertThat(cities.find(typed, DANISH, null))
                .isInstanceOfSatisfying(
                        CityAnswer.Found.class,
                        answer -> assertThat(answer.city().name()).isEqualTo(danish));
    }

    @Test
    void answersInTheAskedLanguage() {
        assertThat(found("København").name()).isEqualTo("Copenhagen");
        assertThat(found("København").country()).isEqualTo("Denmark");
        assertThat(((CityAnswer.Found) cities.find("Vienna", DANISH, null))
                        .city()
                        .country())
                .isEqualTo("Østrig");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Birmingham | Europe/London         | America/Chicago
            San José   | America/Los_Angeles   | America/Costa_Rica
            Victoria   | Asia/Hong_Kong        | America/Vancouver
            Newcastle  | Australia/Sydney      | Europe/London
            Cambridge  | Europe/London         | America/New_York
            Valencia   | Europe/Madrid         | America/Caracas
            Hamilton   | America/Toronto       | Pacific/Auckland
            """)
    void asksWhichOneWhenSeveralAreLikely(String typed, String one, String other) {
        assertThat(several(typed)).extracting(City::zone).contains(ZoneId.of(one), ZoneId.of(other));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Paris, Texas              | America/Chicago
            paris texas               | America/Chicago
            Paris, TX                 | America/Chicago
            Paris, US                 | America/Chicago
            Paris, France             | Europe/Paris
            Paris, Frankrig           | Europe/Paris
            Birmingham, UK            | Europe/London
            Birmingham, England       | Europe/London
            Birmingham Storbritannien | Europe/London
            Birmingham, AL            | America/Chicago
            London, Ontario           | America/Toronto
            London, ON, Canada        | America/Toronto
            Newcastle, NSW            | Australia/Sydney
            Newcastle (Australia)     | Australia/Sydney
            Newcastle, Sydafrika      | Africa/Johannesburg
            San Jose, Costa Rica      | America/Costa_Rica
            Washington, D.C.          | America/New_York
            Athen, Grækenland         | Europe/Athens
            Athen, Graekenland        | Europe/Athens
            Lyonn, France             | Europe/Paris
            Paris, near the river     | Europe/Paris
            Nowhereby, Danmark        | Europe/Copenhagen
            I live in Paris           | Europe/Paris
            Jeg bor i Rom             | Europe/Rome
            """)
    void understandsCountriesAndRegionsAfterTheCity(String typed, String zone) {
        assertThat(found(typed).zone()).isEqualTo(ZoneId.of(zone));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Denmark       | Copenhagen
            Danmark       | Copenhagen
            Japan         | Tokyo
            Tyskland      | Berlin
            Deutschland   | Berlin
            UK            | London
            Storbritannien| London
            Indien        | New Delhi
            Argentina     | Buenos Aires
            Luxembourg    | Luxembourg
            """)
    void takesACountryWithOneClockByItsCapital(String typed, String capital) {
        assertThat(found(typed).name()).isEqualTo(capital);
    }

    @Test
    void asksForACityPerClockInACountryWithSeveral() {
        // When
        List<City> states = several("USA");

        // Then
        assertThat(states)
                .extracting(City::name)
                .startsWith("New York", "Los Angeles", "Chicago")
                .contains("Phoenix", "Honolulu")
                .doesNotContain("Detroit");
        assertThat(several("Spain")).extracting(City::name).containsExactly("Madrid", "Las Palmas");
        assertThat(several("Georgia")).extracting(City::countryCode).containsExactlyInAnyOrder("GE", "US");
    }

    @ParameterizedTest
    @CsvSource({"Europe/Paris,Paris", "europe/copenhagen,Copenhagen", "Antarctica/Troll,Troll", "US/Pacific,Pacific"})
    void takesAnIanaName(String typed, String name) {
        assertThat(found(typed).name()).isEqualTo(name);
    }

    @Test
    void prefersTheHintedCountry() {
        assertThat(cities.find("Birmingham", Locale.ENGLISH, "GB"))
                .isInstanceOfSatisfying(
                        CityAnswer.Found.class,
                        answer -> assertThat(answer.city().countryCode()).isEqualTo("GB"));
        assertThat(cities.find("London", Locale.ENGLISH, "CA")).isInstanceOf(CityAnswer.Several.class);
    }

    @Test
    void takesABeginning() {
        assertThat(several("San Fran")).first().extracting(City::name).isEqualTo("San Francisco");
        assertThat(found("stockh").name()).isEqualTo("Stockholm");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ",",
                "+9",
                "GMT+2",
                "UTC",
                "UTC+1",
                "GMT",
                "CET",
                "-05:00",
                "Etc/GMT+2",
                "z",
                "9",
                "12345",
                "😀",
                "👍👍👍",
                "xqzvwkjh",
                "\u202EParis",
                "Par\u0000is",
                "\uD83D",
                "東京",
                "????",
                "'; drop table city; --",
                "<b>",
                "a",
                "/start"
            })
    void doesNotKnowWhatIsNoPlace(String typed) {
        assertThat(cities.find(typed, Locale.ENGLISH, null)).isEqualTo(new CityAnswer.Unknown());
    }

    private City found(String typed) {
        CityAnswer answer = cities.find(typed, Locale.ENGLISH, null);
        assertThat(answer).as(typed).isInstanceOf(CityAnswer.Found.class);
        return ((CityAnswer.Found) answer).city();
    }

    private List<City> several(String typed) {
        CityAnswer answer = cities.find(typed, Locale.ENGLISH, null);
        assertThat(answer).as(typed).isInstanceOf(CityAnswer.Several.class);
        return ((CityAnswer.Several) answer).cities();
    }
}
