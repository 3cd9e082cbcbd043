package org.branchline.playbooks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.branchline.conversation.playbook.DayBound;
import org.branchline.conversation.playbook.Kind;
import org.branchline.conversation.playbook.Option;
import org.branchline.conversation.playbook.Playbook;
import org.branchline.conversation.playbook.Question;
import org.branchline.conversation.playbook.Sensitivity;
import org.branchline.playbooks.reading.FileReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PlaybookReaderTest {

    private static final PlaybookReader THOROUGH = PlaybookReader.thorough();

    private static final String GOOD = """
            playbook: visits
            languages: [en, da]
            title: { en: Visits, da: Besøg }
            questions:
              - id: where
                kind: one
                ask: { en: Where?, da: Hvor? }
                options:
                  yes: { en: No, da: no }
                  home: { en: 0123, da: 2027-01-01 }
              - id: often
                kind: number
                range: 0 to 60
                when: where == 'home'
                ask: { en: How often?, da: Hvor tit? }
                check:
                  that: answer >= 1
                  else: { en: At least once., da: Mindst en gang. }
            """;

    private final FileReport report = new FileReport("visits.yaml");

    @Test
    void readsTheExample() throws IOException {
        // Given
        byte[] example = resource("/examples/skills-audit.yaml");

        // When
        Playbook playbook = THOROUGH.read(example, report).orElseThrow();

        // Then
        assertThat(report.problems()).isEmpty();
        assertThat(playbook.key()).isEqualTo("skills-audit");
        assertThat(playbook.languages()).containsExactly("en", "da");
        assertThat(playbook.keep()).isEqualTo(Period.ofMonths(12));
        assertThat(playbook.questions().stream().map(Question::id))
                .containsExactly("help_with", "called_before", "hours", "free", "buddy", "needs");
        Kind.Several helpWith = (Kind.Several) playbook.questions().get(0).kind();
        assertThat(helpWith.least()).isEqualTo(1);
        assertThat(helpWith.most()).isEqualTo(3);
        assertThat(helpWith.ownWords()).isTrue();
        Kind.Figure hours = (Kind.Figure) playbook.questions().get(2).kind();
        assertThat(hours.most()).isEqualTo(new BigDecimal(60));
        Question needs = playbook.questions().get(5);
        assertThat(needs.skip()).isTrue();
        assertThat(needs.sensitivity()).isEqualTo(Sensitivity.SPECIAL);
    }

    @Test
    void takesTextsAsWritten() {
        // When
        Playbook playbook = read(GOOD).orElseThrow();

        // Then
        List<Option> options = playbook.questions().get(0).kind().options();
        assertThat(options.stream().map(Option::id)).containsExactly("yes", "home");
        assertThat(options.stream().map(o -> o.label().in("en").source())).containsExactly("No", "0123");
        assertThat(options.stream().map(o -> o.label().in("da").source())).containsExactly("no", "2027-01-01");
    }

    @Test
    void givesTheSameTextTheSameVersionWhateverEditorSavedIt() {
        // When
        Playbook unix = read(GOOD).orElseThrow();
        Playbook windows = read("\uFEFF" + GOOD.replace("\n", "\r\n")).orElseThrow();

        // Then
        assertThat(unix.version()).matches("[0-9a-f]{12}").isEqualTo(windows.version());
        assertThat(read(GOOD + "# more\n").orElseThrow().version()).isNotEqualTo(unix.version());
    }

    @Test
    void readsStoredTextsWithoutTheSchema() {
        // When
        Optional<Playbook> playbook = PlaybookReader.ofChecked().read(GOOD.getBytes(StandardCharsets.UTF_8), report);

        // Then
        assertThat(playbook).isPresent();
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void refusesWithLineAndReason(String written, String instead, String problem) {
        // Given
        assertThat(GOOD).contains(written);
        String bad = GOOD.replaceFirst(java.util.regex.Pattern.quote(written), instead);

        // When
        Optional<Playbook> playbook = read(bad);

        // Then
        assertThat(playbook).isEmpty();
        assertThat(report.problems()).first().asString().startsWith("visits.yaml:" + problem);
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                Arguments.of("title:", "titel:", "1: \"title\" is missing. It is what people call it"),
                Arguments.of("    ask: { en: Where", "    aks: { en: Where", "5: \"ask\" is missing"),
                Arguments.of(
                        "range:", "rnage:", "13: \"rnage\" is not known in \"questions\". Did you mean \"range\"?"),
                Arguments.of("kind: one", "kind: oen", "6: \"oen\" does not fit \"kind\". Did you mean \"one\"?"),
                Arguments.of("kind: one", "kind:", "6: "),
                Arguments.of("id: where", "id: Where", "5: \"Where\" does not fit \"id\". It is the question's name"),
                Arguments.of(
                        "    range: 0 to 60",
                        "    skip: yes",
                        "13: \"yes\" does not fit \"skip\". Write true or false"),
                Arguments.of(
                        "0 to 60", "0-60", "13: \"0-60\" does not fit \"range\". It is the smallest and the largest"),
                Arguments.of("range: 0 to 60", "choose: 1 to 2", "13: \"choose\" means nothing for kind number"),
                Arguments.of("playbook: visits", "playbook: [a]", "1: A list does not fit \"playbook\""),
                Arguments.of("{ en: Where?, da: Hvor? }", "Where?", "7: The text \"Where?\" does not fit \"ask\""),
                Arguments.of("da: Hvor?", "dk: Hvor?", "7: "),
                Arguments.of("languages: [en, da]", "languages: english", "2: The text \"english\" does not fit"),
                Arguments.of("languages: [en, da]", "languages: [en, english]", "2: \"english\" does not fit"),
                Arguments.of("en: Where?", "en: ", "7: \"en\" is empty"),
                Arguments.of("home:", "Home:", "10: \"Home\" cannot be a name in \"options\""),
                Arguments.of("home:", "yes:", "10: \"yes\" is given twice, first in line 9"),
                Arguments.of("that: answer", "taht: answer", "17: "),
                Arguments.of("da: Besøg", "da: Besøg, da: Visit", "3: \"da\" is given twice, first in line 3"));
    }

    @ParameterizedTest
    @MethodSource("nonsense")
    void refusesWhatMakesNoSenseWithItsLine(String written, String instead, int line, String reason) {
        // Given
        assertThat(GOOD).contains(written);

        // When
        Optional<Playbook> playbook = read(GOOD.replace(written, instead));

        // Then
        assertThat(playbook).isEmpty();
        assertThat(report.problems()).anySatisfy(problem -> {
            assertThat(problem.place().line()).isEqualTo(line);
            assertThat(problem.toString()).contains(reason);
        });
    }

    static Stream<Arguments> nonsense() {
        String options = "    options:\n      yes: { en: No, da: no }\n      home: { en: 0123, da: 2027-01-01 }\n";
        String number = "kind: number\n    range: 0 to 60";
        return Stream.of(
                Arguments.of("id: often", "id: where", 11, "used twice"),
                Arguments.of("when: where == 'home'", "when: later == 'x'", 14, "no question 'later'"),
                Arguments.of("    kind: one", "    kind: one\n    when: often > 1", 7, "not asked before"),
                Arguments.of("when: where == 'home'", "when: often > 1", 14, "often"),
                Arguments.of("when: where == 'home'", "when: where == 'hotel'", 14, "never hold"),
                Arguments.of("when: where == 'home'", "when: where ==", 14, "cannot be read"),
                Arguments.of(number, date("0 to 60"), 13, "does not fit \"range\" of kind date"),
                Arguments.of(number, date("2027-02-29 to 2027-05-04"), 13, "Write days of the calendar"),
                Arguments.of(number, date("soon to today"), 13, "does not fit \"range\""),
                Arguments.of(number, date("2027-05-04 to 2027-05-03"), 13, "The range runs backwards"),
                Arguments.of(number, date("today to -3 months"), 13, "Write '-3 months to today'"),
                Arguments.of("range: 0 to 60", "range: today to +1 year", 13, "Write for example"),
                Arguments.of("{ en: Where?, da: Hvor? }", "{ en: Where? }", 7, "'da'"),
                Arguments.of(options, "", 5, "nothing to choose from"),
                Arguments.of("id: where", "id: true", 5, "true"),
                Arguments.of("{ en: Where?, da: Hvor? }", "{ en: " + "x".repeat(5000) + ", da: Hvor? }", 7, "too long"),
                Arguments.of("range: 0 to 60", "sensitivity: confidential", 13, "onfidential"));
    }

    private static String date(String range) {
        return "kind: date\n    range: " + range;
    }

    @Test
    void readsDaysFromTodayAndFromTheCalendar() {
        // Given
        String file = GOOD.replace("kind: number", "kind: date")
                .replace("answer >= 1", "answer > date('2020-01-01')")
                .replace("range: 0 to 60", "range: -2 weeks to 2027-05-04");

        // When
        Playbook playbook = read(file).orElseThrow();

        // Then
        assertThat(playbook.questions().get(1).kind())
                .isEqualTo(new Kind.Date(
                        new DayBound.FromToday(Period.ofWeeks(-2)), new DayBound.Fixed(LocalDate.of(2027, 5, 4))));
    }

    @Test
    void refusesFiveHundredQuestions() {
        // Given
        StringBuilder file = new StringBuilder(GOOD);
        for (int i = 0; i < 500; i++) {
            file.append("  - { id: q").append(i).append(", kind: yes_no, ask: { en: Yes?, da: Ja? } }\n");
        }

        // When
        Optional<Playbook> playbook = read(file.toString());

        // Then
        assertThat(playbook).isEmpty();
        assertThat(report.problems()).anySatisfy(problem -> assertThat(problem.toString())
                .startsWith("visits.yaml:5: 502 questions are too many for one playbook."));
    }

    private Optional<Playbook> read(String file) {
        return THOROUGH.read(file.getBytes(StandardCharsets.UTF_8), report);
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream stream = PlaybookReaderTest.class.getResourceAsStream(name)) {
            return stream.readAllBytes();
        }
    }
}
