package org.branchline.campaign.deadline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.branchline.intake.Volunteer.text;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Multi;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.branchline.campaign.branch.CardNeed;
import org.branchline.intake.Recorded;
import org.branchline.intake.TestCampaign;
import org.branchline.intake.Turns;
import org.branchline.intake.Volunteer;
import org.branchline.intake.What;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What of deadlines stands on a coordinator's weekly card. */
@QuarkusTest
@TestProfile(Recorded.class)
class StillOpenIT extends DeadlineCase {

    @Inject
    Turns turns;

    @Inject
    @Any
    Instance<CardNeed> needs;

    private Volunteer maria;

    @BeforeEach
    void mariaLooksAfterTokyo() {
        maria = campaign.member(bot, "Maria");
        campaign.grant(maria, "captain", "tokyo");
    }

    @Test
    void whoever_runs_the_campaign_asks_all_who_have_not_answered_from_their_card() {
        // Given
        inParis();
        set("Vote", in(3).toString());
        says(bo, "cannot");

        // When
        List<CardNeed.Need> card = card(cora);
        cora.does(Volunteer.update(), new What.Press("p", 1, card.get(0).action()));
        String sure = text(cora.reads());
        String sent = text(cora.presses("Ask them"));
        time.work();

        // Then
        assertThat(card).singleElement().satisfies(need -> {
            assertThat(need.line()).matches("“Vote” is due .+: 3 people have not answered");
            assertThat(need.button()).isEqualTo("Ask");
        });
        assertThat(sure).contains("3 people have not answered “Vote”.");
        assertThat(sent).contains("I ask 3 people in your name");
        assertThat(last(ann)).contains("Ann, Cora (coordinator) asks: can you do this by", "Vote");
        assertThat(List.of(got(ann), got(maria), got(bo), got(cora))).containsExactly(1, 1, 0, 0);
        assertThat(card(cora)).isEmpty();
    }

    @Test
    void whoever_runs_one_part_asks_only_those_there() {
        // Given
        Volunteer pia = inParis();
        Volunteer rita = campaign.member(bot, "Rita");
        campaign.grant(rita, "coordinator", "paris");
        set("Vote", in(3).toString());

        // When
        List<CardNeed.Need> card = card(rita);
        rita.does(Volunteer.update(), new What.Press("p", 1, card.get(0).action()));
        rita.reads();
        rita.presses("Ask them");
        time.work();

        // Then
        assertThat(card).singleElement().satisfies(need -> assertThat(need.line())
                .contains("1 person has not answered"));
        assertThat(last(pia)).contains("Pia, Rita (coordinator) asks");
        assertThat(List.of(got(ann), got(bo), got(maria), got(cora))).containsOnly(0);
        assertThat(card(ann)).isEmpty();
    }

    @Test
    void of_many_deadlines_the_soonest_few_are_looked_at_and_those_of_ones_own_part_behind_any_others() {
        // Given
        inParis();
        Volunteer rita = campaign.member(bot, "Rita");
        campaign.grant(rita, "coordinator", "paris");
        due("Tokyo's", 40, 2, "{\"branch\":[\"tokyo\"]}");
        due("Everyone's", 1, 3, "{}");
        rows("""
                insert into deadline_answer (organisation, deadline, member, said, said_at)
                select $1, d.id, m.id, 'done', now() from deadline d join member m on m.organisation = $1
                where d.organisation = $1 and d.whom = 'Tokyo''s'
                """);

        // When
        List<CardNeed.Need> all = card(cora);
        List<CardNeed.Need> part = card(rita);

        // Then
        assertThat(all).isEmpty();
        assertThat(part).singleElement().satisfies(need -> assertThat(need.line())
                .contains("Everyone's", "1 person has not answered"));
    }

    /** What of deadlines stands on the weekly card of somebody. */
    private List<CardNeed.Need> card(Volunteer volunteer) {
        List<CardNeed.Need> card = new ArrayList<>();
        TestCampaign.now(
                turns.of(bot, volunteer.chat(), exchange -> exchange.access().chain(access -> Multi.createFrom()
                        .iterable(needs)
                        .onItem()
                        .transformToUniAndConcatenate(one -> one.needs(exchange, access))
                        .collect()
                        .asList()
                        .invoke(all -> all.forEach(card::addAll))
                        .replaceWithVoid())));
        return card;
    }
}
