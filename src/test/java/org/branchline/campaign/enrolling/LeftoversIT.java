package org.branchline.campaign.enrolling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.branchline.intake.TestCampaign.now;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.branchline.intake.Recorded;
import org.branchline.intake.TestCampaign;
import org.branchline.intake.job.Job;
import org.branchline.roster.Bot;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What becomes of a list whose process ended, before and after it was accepted. */
@QuarkusTest
@TestProfile(Recorded.class)
class LeftoversIT {

    @Inject
    TestCampaign campaign;

    @Inject
    Staging staging;

    @Inject
    Leftovers leftovers;

    @Inject
    TakingOver takingOver;

    private Bot bot;
    private long list;

    @BeforeEach
    void aListOfTwo() {
        bot = campaign.organise();
        list = now(staging.begin(bot));
        now(staging.stage(bot.organisation(), list, List.of(entry(1, 620_001), entry(2, 620_002))));
    }

    @Test
    void one_that_was_not_accepted_is_thrown_away_and_takes_no_more() {
        // Given
        untouchedFor("6 minutes");

        // When
        now(leftovers.work(bot));

        // Then
        assertThat(campaign.sql(bot.organisation(), "select 1 from member_import_row"))
                .isEmpty();
        assertThat(now(staging.stage(bot.organisation(), list, List.of(entry(3, 620_003))))
                        .taken())
                .isFalse();
        assertThat(now(staging.accept(bot.organisation(), list, 2))).isFalse();
    }

    @Test
    void one_that_still_comes_in_stays() {
        // When
        now(leftovers.work(bot));

        // Then
        assertThat(campaign.sql(bot.organisation(), "select 1 from member_import_row"))
                .hasSize(2);
    }

    @Test
    void one_that_was_accepted_is_taken_over_by_the_job_once() {
        // Given
        now(staging.accept(bot.organisation(), list, 2));
        Job job = new Job(bot.organisation(), 1, new JsonObject().put("import", list));

        // When
        now(takingOver.run(job));
        now(takingOver.run(job));

        // Then
        assertThat(campaign.sql(bot.organisation(), "select 1 from member")).hasSize(2);
        assertThat(campaign.sql(bot.organisation(), "select 1 from consent")).hasSize(2);
        assertThat(campaign.sql(bot.organisation(), "select state, fresh, left_alone from member_import"))
                .extracting(row -> row.getString("state") + row.getInteger("fresh") + row.getInteger("left_alone"))
                .containsExactly("done20");
    }

    @Test
    void one_that_is_taken_over_by_two_at_once_is_counted_as_a_whole_by_both() {
        // Given
        now(staging.stage(
                bot.organisation(),
                list,
                LongStream.rangeClosed(3, 2_500)
                        .mapToObj(line -> entry(line, 620_000 + line))
                        .toList()));
        now(staging.accept(bot.organisation(), list, 2_500));

        // When
        List<Enrolled.Done> both = now(Uni.join()
                .all(takingOver.all(bot.organisation(), list), takingOver.all(bot.organisation(), list))
                .andFailFast());

        // Then
        Enrolled.Done whole = new Enrolled.Done(2_500, 0, 0, 0);
        assertThat(both).containsExactly(whole, whole);
    }

    @Test
    void one_that_was_accepted_is_thrown_away_only_after_a_week() {
        // Given
        now(staging.accept(bot.organisation(), list, 2));

        // When
        now(staging.discard(bot.organisation(), list));
        untouchedFor("6 days");
        now(leftovers.work(bot));

        // Then
        assertThat(campaign.sql(bot.organisation(), "select 1 from member_import_row"))
                .hasSize(2);

        // When
        untouchedFor("8 days");
        now(leftovers.work(bot));
        now(takingOver.run(new Job(bot.organisation(), 1, new JsonObject().put("import", list))));

        // Then
        assertThat(campaign.sql(bot.organisation(), "select 1 from member_import"))
                .isEmpty();
        assertThat(campaign.sql(bot.organisation(), "select 1 from member")).isEmpty();
    }

    private void untouchedFor(String time) {
        campaign.sql(
                bot.organisation(),
                "update member_import set touched_at = clock_timestamp() - interval '" + time + "' where id = $1",
                list);
    }

    private static Entry entry(long line, long chat) {
        return new Entry(line, chat, "Ann", null, null, null, null, "Form", Instant.EPOCH, Map.of());
    }
}
