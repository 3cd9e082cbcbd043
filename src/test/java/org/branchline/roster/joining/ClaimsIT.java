package org.branchline.roster.joining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.branchline.intake.Volunteer.text;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.Optional;
import org.branchline.intake.Recorded;
import org.branchline.intake.TestCampaign;
import org.branchline.intake.Volunteer;
import org.branchline.roster.Bot;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(Recorded.class)
class ClaimsIT {

    @Inject
    TestCampaign campaign;

    @Inject
    Claims claims;

    @Test
    void the_code_of_the_log_makes_one_coordinator_and_no_second() {
        // Given
        Bot bot = campaign.organise();
        ClaimCode code = TestCampaign.now(claims.prepare(bot.organisation())).orElseThrow();
        Volunteer ann = campaign.member(bot, "Ann");
        Volunteer bo = campaign.member(bot, "Bo");

        // When
        String wrong = text(bo.types("/claim AAAA-AAAA-AAAA-AAAA"));
        String right = text(ann.types("/claim " + code.text().toLowerCase(java.util.Locale.ROOT)));
        String again = text(bo.types("/claim " + code.text()));

        // Then
        assertThat(wrong).contains("does not fit");
        assertThat(right).contains("You run this now");
        assertThat(again).contains("does not fit");
        assertThat(TestCampaign.now(claims.prepare(bot.organisation()))).isEqualTo(Optional.empty());
        assertThat(text(ann.types("/help"))).contains("/results", "/invite");
        assertThat(text(bo.types("/help"))).doesNotContain("/results");
    }

    @Test
    void guessing_is_stopped() {
        // Given
        Bot bot = campaign.organise();
        Volunteer bo = campaign.member(bot, "Bo");
        String said = "";

        // When
        for (int guess = 0; guess < 6; guess++) {
            said = text(bo.types("/claim AAAA-AAAA-AAAA-AAA" + (guess + 1)));
        }

        // Then
        assertThat(said).contains("tried too often");
    }

    @Test
    void somebody_new_joins_first() {
        // Given
        Volunteer stranger = campaign.volunteer(campaign.organise(), "Stranger");

        // Then
        assertThat(text(stranger.types("/claim AAAA-AAAA-AAAA-AAAA"))).contains("join first");
    }
}
