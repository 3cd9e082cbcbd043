package org.branchline.intake.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.branchline.intake.door.Floods.Judgement.FINE;
import static org.branchline.intake.door.Floods.Judgement.TELL_ONCE;
import static org.branchline.intake.door.Floods.Judgement.TOO_MUCH;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.branchline.database.OrganisationId;
import org.branchline.roster.Bot;
import org.junit.jupiter.api.Test;

class FloodsTest {

    private static final Bot BOT = new Bot(new OrganisationId(1), 7);
    private static final long CHAT = 10;

    private final AtomicLong nanos = new AtomicLong();
    private final Floods floods = new Floods(nanos::get);

    @Test
    void sixty_in_a_hurry_are_fine_and_the_next_is_told_once() {
        // When
        List<Floods.Judgement> judged = judge(62);

        // Then
        assertThat(judged.subList(0, 60)).containsOnly(FINE);
        assertThat(judged.subList(60, 62)).containsExactly(TELL_ONCE, TOO_MUCH);
    }

    @Test
    void others_are_judged_by_themselves() {
        // Given
        judge(62);

        // Then
        assertThat(floods.judge(BOT, CHAT + 1)).isEqualTo(FINE);
    }

    @Test
    void a_second_makes_room_for_four() {
        // Given
        judge(62);

        // When
        nanos.addAndGet(1_000_000_000L);

        // Then
        assertThat(judge(5)).containsExactly(FINE, FINE, FINE, FINE, TOO_MUCH);
    }

    @Test
    void what_failed_and_comes_again_counts_once_however_often() {
        // When
        List<Floods.Judgement> judged =
                Stream.generate(this::judgeInVain).limit(500).toList();

        // Then
        assertThat(judged).containsOnly(FINE);
        assertThat(judge(60)).containsOnly(FINE);
        assertThat(judge(1)).containsExactly(TELL_ONCE);
    }

    @Test
    void what_was_told_in_vain_is_told_again() {
        // Given
        judge(60);

        // When
        floods.takeBack(BOT, CHAT, floods.judge(BOT, CHAT));

        // Then
        assertThat(judge(2)).containsExactly(TELL_ONCE, TOO_MUCH);
    }

    private Floods.Judgement judgeInVain() {
        Floods.Judgement judgement = floods.judge(BOT, CHAT);
        floods.takeBack(BOT, CHAT, judgement);
        return judgement;
    }

    private List<Floods.Judgement> judge(int updates) {
        return Stream.generate(() -> floods.judge(BOT, CHAT)).limit(updates).toList();
    }
}
