package org.branchline.campaign.broadcast;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.branchline.calendar.LocalHour;
import org.branchline.campaign.audience.Audience;
import org.branchline.conversation.Outgoing;
import org.branchline.database.OrganisationId;
import org.branchline.roster.About;
import org.branchline.roster.Organisation;
import org.junit.jupiter.api.Test;

class DraftTest {

    private static final Organisation ORGANISATION = new Organisation(
            new OrganisationId(1),
            "test",
            "Test Union",
            List.of("en", "da"),
            Optional.empty(),
            new About(new JsonObject("{\"imprint\": {\"en\": \"Test Union, 1 High Street\"}}")));

    @Test
    void a_short_text_in_the_first_language_may_go() {
        // Given
        Draft draft = draft(Map.of("en", "Phone bank tonight, {name}?"), Map.of());

        // When
        List<String> problems = draft.problems(ORGANISATION);

        // Then
        assertThat(problems).isEmpty();
    }

    @Test
    void each_problem_says_where_it_is_and_what_would_be_right() {
        // Given
        Draft draft = new Draft(
                Audience.EVERYONE,
                Map.of("da", "x".repeat(3_501), "fr", " "),
                Map.of("en", List.of("Yes", "n".repeat(29)), "da", List.of("Ja")),
                Kind.SERVICE,
                Duration.ofDays(8));

        // When
        List<String> problems = draft.problems(ORGANISATION);

        // Then
        assertThat(problems)
                .anyMatch(problem -> problem.contains("a text in \"en\" is missing"))
                .anyMatch(problem -> problem.contains("3501 characters, at most 3500"))
                .anyMatch(problem -> problem.contains("text.fr: the organisation speaks [en, da]"))
                .anyMatch(problem -> problem.contains("text.fr: is empty"))
                .anyMatch(problem -> problem.contains("actions.da: needs as many labels as \"en\""))
                .anyMatch(problem -> problem.contains("actions.en: a label must have 1 to 28 characters"))
                .anyMatch(problem -> problem.contains("hold_seconds: must be 0 to 604800"));
    }

    @Test
    void an_appeal_carries_imprint_and_opt_out_and_a_service_message_says_only_why_one_gets_it() {
        // Given
        Draft service = draft(Map.of("en", "Hello"), Map.of());
        Draft appeal = new Draft(Audience.EVERYONE, service.texts(), Map.of(), Kind.APPEAL, Duration.ZERO);

        // When
        Outgoing plain = Wording.of(service, ORGANISATION, 7).get("en");
        Outgoing asking = Wording.of(appeal, ORGANISATION, 7).get("en");

        // Then
        assertThat(((Outgoing.Say) plain).text()).isEqualTo("Hello\n\nYou get this as a member of Test Union.");
        assertThat(((Outgoing.Say) plain).keyboard().isEmpty()).isTrue();
        assertThat(((Outgoing.Say) asking).text()).endsWith("Test Union, 1 High Street");
        assertThat(((Outgoing.Say) asking).keyboard().rows())
                .singleElement()
                .satisfies(row -> assertThat(row.get(0).label()).isEqualTo("Get fewer messages"));
    }

    @Test
    void whoever_reads_a_language_without_a_text_reads_the_first_one() {
        // Given
        Draft draft = draft(Map.of("en", "Hello"), Map.of("en", List.of("I'm in", "Can't")));

        // When
        Outgoing danish = Wording.of(draft, ORGANISATION, 7).get("da");

        // Then
        assertThat(((Outgoing.Say) danish).text()).startsWith("Hello").contains("som medlem af");
        assertThat(((Outgoing.Say) danish).keyboard().rows().get(0)).hasSize(2);
    }

    @Test
    void another_text_is_another_request() {
        // Given
        Draft one = draft(Map.of("en", "Hello"), Map.of());
        Draft same = draft(Map.of("en", "Hello"), Map.of());
        Draft other = draft(Map.of("en", "Hello!"), Map.of());

        // Then
        assertThat(one.fingerprint()).isEqualTo(same.fingerprint()).isNotEqualTo(other.fingerprint());
    }

    @Test
    void another_time_is_another_request_and_the_usual_one_is_as_it_was_before_there_were_others() {
        // Given
        Draft usual = draft(Map.of("en", "Hello"), Map.of());
        LocalHour six = new LocalHour(LocalTime.of(18, 0), null);

        // Then
        assertThat(List.of(
                        new Timing(new When.Now(), true, null),
                        new Timing(new When.Now(), false, Instant.parse("2027-03-01T18:00:00Z")),
                        new Timing(new When.At(Instant.parse("2027-03-01T18:00:00Z")), false, null),
                        new Timing(new When.OwnHour(six), false, null),
                        new Timing(
                                new When.OwnHour(new LocalHour(six.at(), LocalDate.parse("2027-03-01"))), false, null)))
                .extracting(timing ->
                        Base64.getEncoder().encodeToString(usual.timed(timing).fingerprint()))
                .doesNotHaveDuplicates()
                .doesNotContain(Base64.getEncoder().encodeToString(usual.fingerprint()));
    }

    @Test
    void an_hour_of_the_night_is_refused_unless_it_is_meant() {
        // Given
        When late = new When.OwnHour(new LocalHour(LocalTime.of(22, 30), null));
        Draft draft = draft(Map.of("en", "Hello"), Map.of());

        // Then
        assertThat(draft.timed(new Timing(late, false, null)).problems(ORGANISATION))
                .singleElement()
                .asString()
                .contains("22:30 is in the quiet hours 21:00-08:00");
        assertThat(draft.timed(new Timing(late, true, null)).problems(ORGANISATION))
                .isEmpty();
    }

    private static Draft draft(Map<String, String> texts, Map<String, List<String>> actions) {
        return new Draft(Audience.EVERYONE, texts, actions, Kind.SERVICE, Duration.ofSeconds(60));
    }
}
