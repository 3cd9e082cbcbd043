package org.branchline.campaign.broadcast.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.branchline.campaign.broadcast.Counts;
import org.branchline.campaign.broadcast.Kind;
import org.branchline.campaign.broadcast.Waiting;
import org.branchline.conversation.Button;
import org.junit.jupiter.api.Test;

class ProgressTextTest {

    private static final Instant GOES = Instant.parse("2027-03-01T18:00:00Z");
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Watched WATCHED =
            new Watched("Tonight\nat seven", "Everyone", 400, List.of("I'm in", "Can't"), "en", PARIS);

    @Test
    void held_it_says_to_how_many_and_can_be_called_back() {
        // When
        ProgressText progress = progress(counts("creating", 0, Map.of(), Map.of(), List.of()), 0);

        // Then
        assertThat(progress.text()).isEqualTo("""
                “Tonight at seven”
                Goes out in one minute to 400 people: Everyone.""");
        assertThat(labels(progress)).containsExactly("Call it back");
    }

    @Test
    void on_its_way_it_says_what_failed_why_what_is_uncertain_and_how_long_it_takes() {
        // When
        ProgressText progress = progress(
                counts(
                        "going",
                        400,
                        Map.of("sent", 92L, "failed", 6L, "uncertain", 2L, "queued", 60L, "held", 240L),
                        Map.of("BLOCKED", 2L, "UNREACHABLE", 2L, "CHAT_NOT_FOUND", 1L, "SOMETHING", 1L),
                        new Waiting(Map.of(), null, null, Duration.ofSeconds(180)),
                        List.of(3L, 0L)),
                60);

        // Then
        assertThat(progress.text()).isEqualTo("""
                “Tonight at seven”
                On its way
                ▓▓░░░░░░░░ 25 %
                92 of 400 sent: Everyone
                6 not delivered: 3 can't be reached, 2 blocked the bot, 1 for other reasons
                2 uncertain: they may have arrived or not.
                About 4 minutes left
                I'm in 3 · Can't 0""");
        assertThat(labels(progress)).containsExactly("Pause", "Cancel it");
    }

    @Test
    void paused_it_can_go_on_and_done_what_is_uncertain_can_be_sent_again() {
        // When
        ProgressText paused = progress(counts("paused", 400, Map.of("held", 400L), Map.of(), List.of()), 60);
        ProgressText done =
                progress(counts("done", 400, Map.of("sent", 399L, "uncertain", 1L), Map.of(), List.of()), 60);
        ProgressText over = progress(counts("done", 400, Map.of("sent", 400L), Map.of(), List.of()), 60);

        // Then
        assertThat(labels(paused)).containsExactly("Go on", "Cancel it");
        assertThat(labels(done)).containsExactly("Send these again");
        assertThat(labels(over)).isEmpty();
        assertThat(over.text()).contains("✓ Done\n▓▓▓▓▓▓▓▓▓▓ 100 %\n400 of 400 sent: Everyone");
    }

    @Test
    void who_waits_is_said_with_what_for_and_until_when() {
        // Given
        Waiting waiting = new Waiting(
                Map.of("HOUR", 7L, "NIGHT", 2L, "TODAY", 1L),
                GOES.plusSeconds(3_600),
                GOES.plusSeconds(86_400),
                Duration.ofSeconds(30));
        Counts counts = counts("going", 400, Map.of("sent", 380L, "held", 20L), Map.of(), waiting, List.of());

        // When
        ProgressText progress = progress(counts, 60);

        // Then
        assertThat(progress.text()).endsWith("""
                About 1 minute left for those whose time has come
                7 wait for their own hour.
                2 are asleep and get it in the morning.
                1 had a message today and gets it tomorrow.
                The last of them get it Tue 2 Mar 19:00 (Paris).""");
    }

    @Test
    void for_another_time_it_says_when_in_the_writers_zone_and_until_when() {
        // Given
        Counts.Times times = new Counts.Times(GOES, GOES.plusSeconds(7_200), GOES.plusSeconds(10_800));
        Counts counts = new Counts(
                17,
                "held",
                Kind.SERVICE,
                times,
                400,
                Map.of("held", 400L),
                Map.of(),
                Waiting.NONE,
                List.of(),
                Counts.Payment.NONE);
        Counts together = counts("held", 400, Map.of("held", 400L), Map.of(), List.of());

        // Then
        assertThat(progress(counts, -3_600).text()).isEqualTo("""
                “Tonight at seven”
                Goes out to 400 people: Everyone. From Mon 1 Mar 19:00 (Paris) to Mon 1 Mar 21:00 (Paris).
                Nothing leaves after Mon 1 Mar 22:00 (Paris).""");
        assertThat(progress(together, -3_600).text())
                .endsWith("Goes out Mon 1 Mar 19:00 (Paris) to 400 people: Everyone.");
        assertThat(progress(together, -3_600).unchanged(Duration.ofMinutes(1))).isEqualTo(Duration.ofMinutes(1));
        assertThat(progress(together, -20).unchanged(Duration.ofMinutes(1))).isEqualTo(Duration.ofSeconds(20));
        assertThat(progress(together, 60).text()).contains("Goes out in one minute");
    }

    @Test
    void after_its_end_nothing_is_offered_to_be_sent_again() {
        // Given
        Counts.Times times = new Counts.Times(GOES, GOES, GOES.plusSeconds(60));
        Counts counts = new Counts(
                17,
                "done",
                Kind.SERVICE,
                times,
                10,
                Map.of("sent", 8L, "uncertain", 1L, "failed", 1L),
                Map.of("TOO_LATE", 1L),
                Waiting.NONE,
                List.of(),
                Counts.Payment.NONE);

        // Then
        assertThat(labels(progress(counts, 30))).containsExactly("Send these again");
        assertThat(labels(progress(counts, 60))).isEmpty();
        assertThat(progress(counts, 60).text()).contains("1 not delivered: 1 not in time");
    }

    @Test
    void called_back_in_time_nobody_got_it_and_later_some_did() {
        // When
        String early = progress(
                        counts("cancelled", 400, Map.of("failed", 400L), Map.of("CANCELLED", 400L), List.of()), 0)
                .text();
        String late = progress(
                        counts(
                                "cancelled",
                                400,
                                Map.of("sent", 100L, "failed", 300L),
                                Map.of("CANCELLED", 300L),
                                List.of()),
                        0)
                .text();

        // Then
        assertThat(early).isEqualTo("“Tonight at seven”\nCalled back: nobody got it.");
        assertThat(late)
                .isEqualTo(
                        "“Tonight at seven”\nEnded before everybody got it.\n▓▓░░░░░░░░ 25 %\n100 of 400 sent: Everyone");
    }

    @Test
    void a_long_text_is_named_by_its_beginning() {
        // When
        Watched watched = new Watched("😀".repeat(100), "Everyone", 1, List.of(), "en", PARIS);

        // Then
        assertThat(watched.about()).endsWith("…").hasSizeLessThanOrEqualTo(80);
        assertThat(Character.isHighSurrogate(
                        watched.about().charAt(watched.about().length() - 2)))
                .isFalse();
    }

    private static ProgressText progress(Counts counts, int seconds) {
        return new ProgressText(WATCHED, counts, GOES.plusSeconds(seconds));
    }

    private static Counts counts(
            String state, int recipients, Map<String, Long> byState, Map<String, Long> failed, List<Long> answers) {
        return counts(state, recipients, byState, failed, Waiting.NONE, answers);
    }

    private static Counts counts(
            String state,
            int recipients,
            Map<String, Long> byState,
            Map<String, Long> failed,
            Waiting waiting,
            List<Long> answers) {
        Counts.Times times = new Counts.Times(GOES, GOES, null);
        return new Counts(
                17, state, Kind.SERVICE, times, recipients, byState, failed, waiting, answers, Counts.Payment.NONE);
    }

    private static List<String> labels(ProgressText progress) {
        return progress.keyboard().rows().stream()
                .flatMap(List::stream)
                .map(Button::label)
                .toList();
    }
}
