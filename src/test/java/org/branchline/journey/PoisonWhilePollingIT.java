package org.branchline.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An update that cannot be handled holds up its chat for a while, and nobody else. */
@QuarkusTest
class PoisonWhilePollingIT {

    /** promises.md: later updates of the chat wait at most 60 s. */
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

    private Choke choke;
    private Volunteer ann;

    @BeforeEach
    void choke() {
        choke = Choke.on("HEMLOCK");
        ann = Halfway.atTheFirstQuestion().presses("Something else").reads("Please type it");
    }

    @AfterEach
    void cleanUp() {
        choke.close();
        Kept.forgetUpdates(ann.id());
    }

    @Test
    void it_is_given_up_after_five_tries_while_others_go_on_and_what_came_later_is_answered_in_order() {
        // Given
        Volunteer bo = Halfway.atTheSecondQuestion();

        // When
        ann.writes(choke.word()).writes("/frobnicate").writes("/help").writes("/start");
        awaitParked(4);
        bo.presses("Many times").reads("3 of 11");

        // Then
        assertThat(Kept.updates(ann.id(), "parked")).isEqualTo(4);
        await().atMost(LONGEST_WAIT).until(() -> Kept.updates(ann.id(), "parked") == 0);
        assertThat(Kept.updates(ann.id(), "dead")).isEqualTo(1);
        await().until(() -> ann.said().stream().anyMatch(text -> text.contains("I was away for a moment")));
        assertThat(places("I don't know that one", "/mydata shows", "Welcome back"))
                .doesNotContain(-1)
                .isSorted();
        ann.reads("1 of up to 11").presses("☐ Make leaflets");
    }

    @Test
    void it_is_answered_once_where_a_later_try_succeeds_and_so_is_what_came_behind_it() {
        // Given
        ann.writes(choke.word()).writes("/frobnicate");
        awaitParked(2);

        // When
        choke.close();

        // Then
        ann.reads("I don't know that one");
        await().until(() -> Kept.updates(ann.id(), "parked") == 0);
        assertThat(Kept.updates(ann.id(), "dead")).isZero();
        assertThat(ann.said())
                .filteredOn(text -> text.contains("I don't know that one"))
                .hasSize(1);
        ann.writes("/start").presses("Done (1)").reads("2 of");
    }

    @Test
    void the_next_holder_of_the_lease_finds_what_is_parked() {
        // Given
        ann.writes(choke.word()).writes("/frobnicate");
        awaitParked(2);

        // When
        int before = Kept.loseLease();
        await().atMost(Duration.ofSeconds(20)).until(() -> Kept.fence() > before);
        ann.writes("/help");
        awaitParked(3);
        choke.close();

        // Then
        await().atMost(LONGEST_WAIT).until(() -> Kept.updates(ann.id(), "parked") == 0);
        await().atMost(LONGEST_WAIT).untilAsserted(() -> assertThat(ann.said())
                .filteredOn(text -> text.contains("I don't know that one"))
                .hasSize(1));
        assertThat(Kept.updates(ann.id(), "dead")).isZero();
    }

    private void awaitParked(int updates) {
        await().atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> Kept.updates(ann.id(), "parked") == updates);
    }

    /** Where in the chat these were said, -1 for what was not said exactly once. */
    private List<Integer> places(String... parts) {
        List<String> said = ann.said();
        return Stream.of(parts)
                .map(part -> IntStream.range(0, said.size())
                        .filter(place -> said.get(place).contains(part))
                        .boxed()
                        .toList())
                .map(found -> found.size() == 1 ? found.get(0) : -1)
                .toList();
    }
}
