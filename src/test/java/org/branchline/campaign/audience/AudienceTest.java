package org.branchline.campaign.audience;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.branchline.campaign.audience.AudienceProblem.Reason;
import org.branchline.roster.Access;
import org.branchline.roster.Branch;
import org.branchline.roster.BranchBook;
import org.branchline.roster.Deed;
import org.branchline.roster.Grant;
import org.branchline.roster.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AudienceTest {

    private static final long EUROPE = 1;
    private static final long PARIS = 2;
    private static final long LYON = 3;
    private static final long TOKYO = 4;

    private static final BranchBook BOOK = new BranchBook(List.of(
            branch(EUROPE, "europe", null),
            branch(PARIS, "paris", EUROPE),
            branch(LYON, "lyon", EUROPE),
            branch(TOKYO, "tokyo", null)));

    private static final String ALL_KEYS = """
            {"branch":["europe"],"role":["captain","buddy"],"attributes":{"all":{"skills":["calls","posts"]},\
            "any":{"languages":["de","fr"]}},"language":["en"],"zone":["Asia/Tokyo","Europe"],"answered":["skills-audit"],\
            "not_answered":["branch-week"],"not_answered_lately":["other"],"part_way":["other"],"known":true,"not_seen_days":30,"deadline_open":3,"deadline_given":4,"deadline_heard":5,"event":6,"not_in_shift":7,"except":[12,17]}""";

    @Test
    void braces_alone_are_everyone() {
        // When
        Audience audience = read("{}");

        // Then
        assertThat(audience).isEqualTo(Audience.EVERYONE);
        assertThat(audience.json()).isEqualTo("{}");
    }

    @Test
    void what_is_written_is_read_again() {
        // When
        Audience audience = read(ALL_KEYS);

        // Then
        assertThat(audience.json()).isEqualTo(ALL_KEYS);
        assertThat(audience.roles()).containsExactly(Role.CAPTAIN, Role.BUDDY);
        assertThat(audience.all()).containsExactly(new Trait("skills", "calls"), new Trait("skills", "posts"));
        assertThat(audience.notSeenDays()).isEqualTo(30);
    }

    @Test
    void a_single_text_stands_for_a_list_of_one() {
        // When
        Audience audience = read("""
                {"branch": "paris", "role": "captain", "zone": "Europe", "except": 12,
                 "attributes": {"all": {"hours_a_month": 2}}}""");

        // Then
        assertThat(audience.branches()).containsExactly("paris");
        assertThat(audience.except()).containsExactly(12L);
        assertThat(audience.all()).containsExactly(new Trait("hours_a_month", "2"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"brnch\": \"paris\"}               | UNKNOWN_KEY      | brnch            | did you mean \"branch\"?",
                "{\"colour\": 3}                      | UNKNOWN_KEY      | colour           | known are: branch, role",
                "{\"attributes\": {\"none\": {}}}     | UNKNOWN_KEY      | attributes.none  | known are: all, any",
                "{\"role\": \"capitan\"}              | UNKNOWN_ROLE     | role             | did you mean \"captain\"?",
                "{\"zone\": \"Mars/Phobos\"}          | UNKNOWN_ZONE     | zone             | write an IANA name",
                "{\"zone\": \"copenhagen\"}           | UNKNOWN_ZONE     | zone             | \"Europe/Copenhagen\"?",
                "{\"zone\": \"europe\"}               | UNKNOWN_ZONE     | zone             | did you mean \"Europe\"?",
                "{\"branch\": 7}                      | WRONG_TYPE       | branch           | write a text",
                "{\"branch\": null}                   | WRONG_TYPE       | branch           | write a text",
                "{\"branch\": []}                     | WRONG_TYPE       | branch           | leave the criterion out",
                "{\"branch\": [\"paris\", {}]}        | WRONG_TYPE       | branch.1         | write a text",
                "{\"attributes\": []}                 | WRONG_TYPE       | attributes       | write a block",
                "{\"attributes\": {\"all\": \"x\"}}   | WRONG_TYPE       | attributes.all   | write a block",
                "{\"attributes\": {\"any\": {\"a\": true}}} | WRONG_TYPE | attributes.any.a | write the value",
                "{\"known\": \"yes\"}                 | WRONG_TYPE       | known            | write true",
                "{\"not_seen_days\": 0}               | WRONG_TYPE       | not_seen_days    | from 1 to 3650",
                "{\"deadline_open\": \"first\"}         | WRONG_TYPE       | deadline_open    | a deadline's number",
                "{\"deadline_heard\": -1}             | WRONG_TYPE       | deadline_heard   | a deadline's number",
                "{\"event\": \"calls\"}               | WRONG_TYPE       | event            | an event's number",
                "{\"not_seen_days\": 1.5}             | WRONG_TYPE       | not_seen_days    | from 1 to 3650",
                "{\"not_seen_days\": 99999999999}     | WRONG_TYPE       | not_seen_days    | from 1 to 3650",
                "{\"except\": [\"Ann\"]}              | WRONG_TYPE       | except.0         | members' numbers",
                "{\"except\": [1e400]}                | WRONG_TYPE       | except.0         | members' numbers",
            })
    void what_is_wrong_is_said_with_what_would_be_right(String json, Reason reason, String path, String right) {
        // When
        List<AudienceProblem> problems = problems(json);

        // Then
        assertThat(problems).singleElement().satisfies(problem -> {
            assertThat(problem.reason()).isEqualTo(reason);
            assertThat(problem.path()).isEqualTo(path);
            assertThat(problem.right()).contains(right);
        });
    }

    @Test
    void all_problems_are_found_at_once() {
        // When
        List<AudienceProblem> problems = problems("{\"role\": \"boss\", \"zone\": \"Mars\", \"unknown\": 1}");

        // Then
        assertThat(problems)
                .extracting(AudienceProblem::reason)
                .containsExactlyInAnyOrder(Reason.UNKNOWN_KEY, Reason.UNKNOWN_ROLE, Reason.UNKNOWN_ZONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "{", "null", "[]", "7", "\"everyone\"", "{} {}", "{\"known\":true,\"known\":false}"})
    void what_is_no_block_of_json_is_refused(String json) {
        // When
        List<AudienceProblem> problems = problems(json);

        // Then
        assertThat(problems).isNotEmpty();
    }

    @Test
    void hostile_input_is_refused_and_never_thrown_at() {
        // Given
        List<String> hostile = List.of(
                "[".repeat(100_000),
                "{\"branch\": \"a\\u0000b\"}",
                "{\"branch\": \"\\ud800\"}",
                "{\"branch\": \"" + "x".repeat(201) + "\"}",
                "{\"attributes\": {\"all\": {\"a\\u0000\": \"b\"}}}",
                "{\"attributes\": {\"all\": {\"a\": 1e999999999}}}",
                "{\"except\": [" + "1,".repeat(1_000) + "1]}");

        // Then
        assertThat(hostile).allSatisfy(json -> assertThat(problems(json)).isNotEmpty());
    }

    @Test
    void what_an_organisation_does_not_know_is_named() {
        // Given
        Vocabulary vocabulary = new Vocabulary(BOOK, List.of("en", "da"), List.of("skills-audit"));

        // When
        List<AudienceProblem> problems = refused(vocabulary.judge(read("""
                {"branch": ["paris", "pariss"], "language": "fr", "answered": "skill-audit", "part_way": "skills-audit"}""")));

        // Then
        assertThat(problems)
                .extracting(AudienceProblem::toString)
                .containsExactly(
                        "branch: there is no \"pariss\"; did you mean \"paris\"?",
                        "language: there is no \"fr\"; known are: en, da",
                        "answered: there is no \"skill-audit\"; did you mean \"skills-audit\"?");
    }

    @ParameterizedTest
    @CsvSource({
        "{}, paris",
        "{'branch':'europe'}, paris",
        "{'branch':'paris'}, paris",
        "{'branch':['tokyo';'europe']}, paris",
        "{'branch':'tokyo'}, nobody",
        "{'branch':'lyon'}, nobody",
        "{'branch':'unheard-of'}, nobody"
    })
    void a_captain_reaches_nobody_outside_their_branch(String json, String reached) {
        // Given
        Access captain = Access.of(List.of(new Grant(Role.CAPTAIN, PARIS)), BOOK);

        // When
        String branches = read(json.replace('\'', '"').replace(';', ','))
                .within(captain, Deed.SEE_NAMES, BOOK)
                .map(audience -> String.join(" ", audience.branches()))
                .orElse("nobody");

        // Then
        assertThat(branches).isEqualTo(reached);
    }

    @Test
    void a_captain_of_a_region_reaches_what_lies_below_and_a_coordinator_everyone() {
        // Given
        Access region = Access.of(List.of(new Grant(Role.CAPTAIN, EUROPE), new Grant(Role.BUDDY, TOKYO)), BOOK);
        Access coordinator = Access.of(List.of(new Grant(Role.COORDINATOR, null)), BOOK);

        // Then
        assertThat(Audience.EVERYONE
                        .within(region, Deed.EXPORT, BOOK)
                        .orElseThrow()
                        .branches())
                .containsExactly("europe");
        assertThat(Audience.EVERYONE
                        .within(region, Deed.SEE_NAMES, BOOK)
                        .orElseThrow()
                        .branches())
                .containsExactly("europe", "tokyo");
        assertThat(Audience.EVERYONE.within(coordinator, Deed.EXPORT, BOOK)).contains(Audience.EVERYONE);
        assertThat(Audience.EVERYONE.within(Access.of(List.of(), BOOK), Deed.SEE_NAMES, BOOK))
                .isEmpty();
    }

    @Test
    void narrowing_keeps_the_other_criteria() {
        // Given
        Access captain = Access.of(List.of(new Grant(Role.CAPTAIN, PARIS)), BOOK);
        Audience calls = Audience.EVERYONE.having(new Trait("skills", "calls")).without(Set.of(3L));

        // Then
        assertThat(calls.within(captain, Deed.SEE_NAMES, BOOK).orElseThrow().json())
                .isEqualTo("{\"branch\":[\"paris\"],\"attributes\":{\"all\":{\"skills\":[\"calls\"]}},\"except\":[3]}");
    }

    private static Audience read(String json) {
        return Audience.read(json).of(audience -> audience, problems -> {
            throw new AssertionError(problems);
        });
    }

    private static List<AudienceProblem> problems(String json) {
        return refused(Audience.read(json));
    }

    private static List<AudienceProblem> refused(AudienceReading reading) {
        return reading.of(
                audience -> {
                    throw new AssertionError(audience);
                },
                problems -> problems);
    }

    private static Branch branch(long id, String key, Long parent) {
        return new Branch(id, key, parent, Map.of("en", key), null, null, null);
    }
}
