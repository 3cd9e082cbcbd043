package org.branchline.conversation.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckerTest {

    private static final Kind WAYS =
            new Kind.Several(List.of(option("calls"), option("leaflets"), option("posts")), 1, 2, false);
    private static final Kind HOURS = new Kind.Figure(BigDecimal.ZERO, BigDecimal.valueOf(60), 0, null);

    @Test
    void aSoundPlaybookHasNoProblems() {
        // Given
        Draft draft = draft(question("ways", WAYS), question("hours", HOURS).withWhen("'calls' in ways"));

        // When
        Checked checked = Checker.check(draft);

        // Then
        assertThat(checked.problems()).isEmpty();
        assertThat(checked.playbook()).isPresent();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = ';', quoteCharacter = '"', textBlock = """
            'dance' in ways                     ; NeverHolds
            hours > 60                          ; NeverHolds
            hours > 3 && hours < 2              ; NeverHolds
            size(ways) == 3                     ; NeverHolds
            false                               ; NeverHolds
            friend && !friend                   ; NeverHolds
            friend && hours == 3                ; Unreachable
            hours + 1                           ; BadCondition
            hours >= 4.5                        ; BadCondition
            hours >=                            ; BadCondition
            ways == 'calls'                     ; BadCondition
            hourz > 3                           ; UnknownQuestion
            later == 'x'                        ; LaterQuestion
            last                                ; LaterQuestion
            hours >= 4                          ;
            hours > 59                          ;
            'calls' in ways && hours > 3        ;
            ways.exists(way, way == 'posts')    ;
            """)
    void aConditionIsHeldToWhatCanBeAnswered(String condition, String problem) {
        // Given
        Draft draft = draft(
                question("ways", WAYS),
                question("hours", HOURS),
                question("friend", new Kind.YesNo()).withWhen("hours >= 10"),
                question("last", new Kind.YesNo()).withWhen(condition),
                question("later", new Kind.ShortText()));

        // When
        List<Problem> problems = Checker.check(draft).problems();

        // Then
        assertThat(problems)
                .extracting(found -> found.getClass().getSimpleName())
                .isEqualTo(problem == null ? List.of() : List.of(problem));
        assertThat(problems).allMatch(found -> found.path().equals("questions[3].when"));
    }

    @Test
    void whatIsNoOptionIsNamedBesideThoseThatAre() {
        // Given
        Draft draft = draft(question("ways", WAYS), question("last", HOURS).withWhen("'dance' in ways"));

        // When
        Problem problem = Checker.check(draft).problems().get(0);

        // Then
        assertThat(problem.message())
                .isEqualTo("This can never hold: 'dance' is no option there. Options: calls, leaflets, posts.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Hours", "hours-a-month", "2nd", "in", "true", "answer", "today", "", "café", "_back"})
    void anIdMustBeSpeakable(String id) {
        // Given
        Draft draft = draft(question(id, HOURS));

        // When
        List<Problem> problems = Checker.check(draft).problems();

        // Then
        assertThat(problems).hasSize(1).first().isInstanceOf(Problem.BadId.class);
    }

    @Test
    void idsAreUsedOnce() {
        // Given
        Draft draft = draft(question("hours", HOURS), question("hours", WAYS));

        // When
        List<Problem> problems = Checker.check(draft).problems();

        // Then
        assertThat(problems).containsExactly(new Problem.DuplicateId("questions[1].id", "hours"));
    }

    @Test
    void aChoiceNeedsOptionsAndARangeThatFits() {
        // Given
        Draft draft = draft(
                question("none", new Kind.One(List.of(), true)),
                question("many", new Kind.Several(List.of(option("a")), 1, 2, false)),
                question("back", new Kind.Figure(BigDecimal.TEN, BigDecimal.ONE, 0, null)));

        // When
        List<Problem> problems = Checker.check(draft).problems();

        // Then
        assertThat(problems)
                .extracting(Problem::path)
                .containsExactly("questions[0]", "questions[1].choose", "questions[2].range");
    }

    @Test
    void eachLanguageOfThePlaybookIsWanted() {
        // Given
        Draft draft = new Draft(
                "p",
                "1",
                List.of("en", "da"),
                Texts.of("en", "Title"),
                Period.ofMonths(1),
                List.of(Question.of("q", HOURS, Texts.of("en", "How many?"))),
                null,
                true);

        // When
        List<Problem> problems = Checker.check(draft).problems();

        // Then
        assertThat(problems)
                .containsExactly(
                        new Problem.MissingTranslation("title", "da"),
                        new Problem.MissingTranslation("questions[0].ask", "da"));
    }

    @Test
    void onlyKnownPlaceholdersStandInTexts() {
        // Given
        Draft draft = draft(Question.of("q", HOURS, Texts.of("en", "Dear {nmae}, at {local:18:00 Mars/Phobos}?")));

        // When
        List<Problem> problems = Checker.check(draft).problems();

        // Then
        assertThat(problems).hasSize(2).allMatch(Problem.UnknownPlaceholder.class::isInstance);
    }

    @Test
    void fiveHundredQuestionsAreRefusedAtOnce() {
        // Given
        Draft draft = draft(
                IntStream.range(0, 500).mapToObj(i -> question("q" + i, HOURS)).toArray(Question[]::new));

        // When
        List<Problem> problems = Checker.check(draft).problems();

        // Then
        assertThat(problems).containsExactly(new Problem.TooManyQuestions("questions", 500, 60));
    }

    @Test
    void whatTelegramCannotCarryIsRefused() {
        // Given
        String long4 = String.join("", Collections.nCopies(4000, "x"));
        Draft draft = draft(Question.of("q", HOURS, Texts.of("en", long4)));

        // When
        List<Problem> problems = Checker.check(draft).problems();

        // Then
        assertThat(problems).containsExactly(new Problem.TooLong("questions[0].ask.en", 4000, 3800));
    }

    @Test
    void confidentialQuestionsAndSavedSpecialAnswersAreRefused() {
        // Given
        Draft draft = draft(
                question("a", HOURS).withSensitivity(Sensitivity.CONFIDENTIAL),
                question("b", HOURS).withSensitivity(Sensitivity.SPECIAL).withSave("b"));

        // When
        List<Problem> problems = Checker.check(draft).problems();

        // Then
        assertThat(problems).extracting(Problem::path).containsExactly("questions[0].sensitivity", "questions[1].save");
    }

    @Test
    void aLongButtonAndALongQuestionAreOnlyWarnedOf() {
        // Given
        Option option = new Option("a", Texts.of("en", "Go from door to door with leaflets"));
        String ask = String.join(" ", Collections.nCopies(21, "word"));
        Draft draft = draft(Question.of("q", new Kind.One(List.of(option), false), Texts.of("en", ask)));

        // When
        Checked checked = Checker.check(draft);

        // Then
        assertThat(checked.problems()).hasSize(2).allMatch(Problem::warning);
        assertThat(checked.playbook()).isPresent();
    }

    @Test
    void aCheckThatNoAnswerPassesIsNamed() {
        // Given
        Draft draft = draft(question("hours", HOURS).withCheck(new Check("answer > 60", Texts.of("en", "More."))));

        // When
        List<Problem> problems = Checker.check(draft).problems();

        // Then
        assertThat(problems).extracting(Problem::path).containsExactly("questions[0].check.that");
    }

    @ParameterizedTest(name = "{0} to {1}: {2}")
    @CsvSource(delimiter = ';', textBlock = """
            2027-05-04 ; 2027-05-03 ; The range runs backwards. Write '2027-05-03 to 2027-05-04'.
            P0D        ; P-1Y       ; The range runs backwards. Write '-1 year to today'.
            P3M        ; P2M        ; The range runs backwards. Write '+2 months to +3 months'.
            P14D       ; P1D        ; The range runs backwards. Write '+1 day to +2 weeks'.
            P30D       ; P1M        ; On some days the range ends before it begins. Count both ends alike, for example '+1 month to +2 months'.
            P0D        ; P1Y        ;
            P-1M       ; P0D        ;
            2027-05-04 ; 2027-05-04 ;
            P0D        ; 2027-05-04 ;
            """)
    void daysRunFromAFirstToALast(String first, String last, String said) {
        // Given
        Draft draft = draft(question("start", new Kind.Date(bound(first), bound(last))));

        // When
        List<Problem> problems = Checker.check(draft).problems();

        // Then
        assertThat(problems)
                .isEqualTo(said == null ? List.of() : List.of(new Problem.OutOfRange("questions[0].range", said)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = ';', quoteCharacter = '"', textBlock = """
            start > date('2027-12-31')                        ; NeverHolds
            start < date('2027-03-01') && start > date('2027-06-01') ; NeverHolds
            start > today                                     ;
            start > date('2027-12-30')                        ;
            start > today && start < date('2027-06-01')       ;
            free > date('1999-01-01')                         ;
            """)
    void aConditionIsHeldToTheDaysThatCanBeAnswered(String condition, String problem) {
        // Given
        Draft draft = draft(
                question("start", new Kind.Date(bound("2027-01-01"), bound("2027-12-31"))),
                question("free", new Kind.Date(DayBound.TODAY, bound("P1Y"))),
                question("last", new Kind.YesNo()).withWhen(condition));

        // When
        List<Problem> problems = Checker.check(draft).problems();

        // Then
        assertThat(problems)
                .extracting(found -> found.getClass().getSimpleName())
                .isEqualTo(problem == null ? List.of() : List.of(problem));
    }

    private static DayBound bound(String written) {
        return written.startsWith("P")
                ? new DayBound.FromToday(Period.parse(written))
                : new DayBound.Fixed(LocalDate.parse(written));
    }

    private static Option option(String id) {
        return new Option(id, Texts.of("en", id));
    }

    private static Question question(String id, Kind kind) {
        return Question.of(id, kind, Texts.of(Map.of("en", "What about it?")));
    }

    private static Draft draft(Question... questions) {
        return new Draft(
                "p", "1", List.of("en"), Texts.of("en", "Title"), Period.ofMonths(1), List.of(questions), null, true);
    }
}
