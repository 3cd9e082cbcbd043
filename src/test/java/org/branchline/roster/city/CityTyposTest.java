package org.branchline.roster.city;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.StringLength;

class CityTyposTest {

    private static final List<String> BIG = List.of(
            "London",
            "Paris",
            "Berlin",
            "Madrid",
            "Lisbon",
            "Brussels",
            "Amsterdam",
            "Copenhagen",
            "Stockholm",
            "Helsinki",
            "Warsaw",
            "Prague",
            "Vienna",
            "Budapest",
            "Bucharest",
            "Belgrade",
            "Athens",
            "Istanbul",
            "Moscow",
            "Dublin",
            "Edinburgh",
            "Manchester",
            "Barcelona",
            "Marseille",
            "Hamburg",
            "Munich",
            "Milan",
            "Naples",
            "Geneva",
            "Zurich",
            "Tokyo",
            "Osaka",
            "Seoul",
            "Beijing",
            "Shanghai",
            "Singapore",
            "Bangkok",
            "Jakarta",
            "Manila",
            "Mumbai",
            "Sydney",
            "Melbourne",
            "Auckland",
            "Nairobi",
            "Johannesburg",
            "Cairo",
            "Lagos",
            "Toronto",
            "Chicago",
            "Los Angeles");

    @Property(tries = 400)
    void forgivesOneTypo(@ForAll("typos") Typo typo) {
        // When
        CityAnswer answer = Cities.bundled().find(typo.typed(), Locale.ENGLISH, null);

        // Then
        assertThat(names(answer)).as(typo.typed()).contains(typo.meant());
    }

    @Property(tries = 1000)
    void neverFails(@ForAll @StringLength(max = 60) String typed) {
        assertThatCode(() -> Cities.bundled().find(typed, Locale.ENGLISH, "DK")).doesNotThrowAnyException();
    }

    @Property(tries = 400)
    void neverFailsOnWordsAndPunctuation(@ForAll("phrases") String typed) {
        assertThatCode(() -> Cities.bundled().find(typed, Locale.FRENCH, null)).doesNotThrowAnyException();
    }

    record Typo(String meant, String typed) {}

    /** A letter doubled or two swapped, but not the first: those who type look at it. */
    @Provide
    Arbitrary<Typo> typos() {
        return Combinators.combine(
                        Arbitraries.of(BIG), Arbitraries.integers().between(0, 99), Arbitraries.of(true, false))
                .as((city, where, swapped) -> {
                    int at = 1 + where % (city.length() - 2);
                    String typed = swapped
                            ? city.substring(0, at) + city.charAt(at + 1) + city.charAt(at) + city.substring(at + 2)
                            : city.substring(0, at) + city.charAt(at) + city.substring(at);
                    return new Typo(city, typed);
                });
    }

    @Provide
    Arbitrary<String> phrases() {
        return Arbitraries.of(
                        "Paris", "St", ",", "(", "Texas", "DK", "i", "in", "'", ".", "9", "+", "/", "ø", "San", "é",
                        "\n")
                .list()
                .ofMaxSize(14)
                .map(words -> String.join(" ", words));
    }

    private static Stream<String> names(CityAnswer answer) {
        return answer.cities().stream().map(City::name);
    }
}
