package org.branchline.campaign.broadcast.progress;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.branchline.campaign.broadcast.Counts;
import org.branchline.campaign.broadcast.Kind;
import org.branchline.conversation.Button;
import org.junit.jupiter.api.Test;

class ProgressTextTest {

    private static final Instant GOES = Instant.parse("2027-03-01T18:00:00Z");
    private static final Watched WATCHED =
            new Watched("Tonight\nat seven", "Everyone", 400, List.of("I'm in", "Can't"), "en");

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
    void those_who_had_a_message_today_are_said_to_wait() {
        // When
        String text = progress(counts("going", 400, Map.of("sent", 390L, "held", 10L), Map.of(), List.of()), 60)
                .text();

        // Then
        assertThat(text).endsWith("10 had a message today and get it tomorrow.");
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
        Watched watched = new Watched("😀".repeat(100), "Everyone", 1, List.of(), "en");

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
        return new Counts(17, state, Kind.SERVICE, GOES, recipients, byState, failed, answers);
    }

    private static List<String> labels(ProgressText progress) {
        return progress.keyboard().rows().stream()
                .flatMap(List::stream)
                .map(Button::label)
                .toList();
    }
}
