package org.branchline.campaign.checkin;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class StandingTest {

    private static final long TOKYO = 1;
    private static final long PARIS = 2;
    private static final long LYON = 3;

    @Test
    void one_captain_answers_for_a_branch_and_whoever_is_away_is_not_silent() {
        // When
        Standing standing = Standing.of(
                List.of(
                        captain(TOKYO, 11, false, true, 0),
                        captain(TOKYO, 12, false, false, 4),
                        captain(PARIS, 13, true, false, 0)),
                -1);

        // Then
        assertThat(standing).isEqualTo(new Standing(1, 1, -1, 1, List.of()));
    }

    @Test
    void the_longest_silence_stands_first_and_counts_from_whoever_of_a_branch_spoke_last() {
        // When
        Standing standing = Standing.of(
                List.of(
                        captain(TOKYO, 11, false, false, 5),
                        captain(TOKYO, 12, false, false, 2),
                        captain(LYON, 13, false, false, 3)),
                2);

        // Then
        assertThat(standing.silent())
                .containsExactly(
                        new Standing.Quiet(LYON, 13, "Captain 13", 3), new Standing.Quiet(TOKYO, 12, "Captain 12", 2));
        assertThat(standing.silent()).extracting(Standing.Quiet::isLong).containsExactly(true, false);
    }

    private static Standing.Captain captain(long branch, long member, boolean excused, boolean answered, int weeks) {
        return new Standing.Captain(branch, member, "Captain " + member, excused, answered, weeks);
    }
}
