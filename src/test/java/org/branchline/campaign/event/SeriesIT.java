package org.branchline.campaign.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.branchline.intake.Volunteer.text;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.branchline.intake.Recorded;
import org.branchline.intake.TestCampaign;
import org.junit.jupiter.api.Test;

/** Series whose shifts are stored as their time comes near, by the hours and areas that the files name by then. */
@QuarkusTest
@TestProfile(Recorded.class)
class SeriesIT extends EventCase {

    private static final int ALL = 55;

    /** Those that are stored again. */
    private static final int LAST = 10;

    private static final String BRITAIN = """
            {"called_areas": {"britain": {"name": {"en": "Britain"}, "timezone": "Europe/London", "weekdays": "09:00-21:00",
              "saturday": "09:00-21:00", "sunday": "09:00-21:00", "closed": [%s]}}}
            """;

    @Test
    void its_host_is_told_once_what_is_left_out_of_a_series() {
        // Given
        List<Long> series = series();
        String closed = rows(
                        "select local::date::text as day from shift where organisation = $1 and id = $2",
                        series.get(50))
                .get(0)
                .getString("day");
        forgetTheLast();
        campaign.settle(bot, BRITAIN.formatted("\"" + closed + "\""));

        // When
        round("shifts of series");
        round("what is left out of series");
        round("what is left out of series");
        work();

        // Then
        assertThat(stored()).isEqualTo(ALL - 1);
        assertThat(rows("select 1 from shift where organisation = $1 and local::date::text = $2", closed))
                .isEmpty();
        assertThat(gateway.to(cora.chat()).stream()
                        .map(each -> text(List.of(each)))
                        .filter(each -> each.contains("left out")))
                .singleElement()
                .asString()
                .startsWith("Phone bank: 1 of 10 is left out, because nobody in Britain may be called then: ");
    }

    @Test
    void nothing_more_is_stored_while_nobody_knows_when_its_area_may_be_called() {
        // Given
        List<Long> series = series();
        forgetTheLast();

        // When
        round("shifts of series");
        int without = stored();
        String card = text(cora.orders("host", series.get(0) + ".o"));
        campaign.settle(bot, BRITAIN.formatted(""));
        round("shifts of series");

        // Then
        assertThat(without).isEqualTo(ALL - LAST);
        assertThat(card).contains("It calls an area that is not in our files any more (“britain”)");
        assertThat(stored()).isEqualTo(ALL);
    }

    /** One at each noon that calls Britain. */
    private List<Long> series() {
        Instant noon = clock.now()
                .atZone(LONDON)
                .toLocalDate()
                .plusDays(1)
                .atTime(12, 0)
                .atZone(LONDON)
                .toInstant();
        List<Long> all = shifts(5, 0, Duration.between(clock.now(), noon).plusSeconds(1), "FREQ=DAILY;COUNT=" + ALL);
        assertThat(all).hasSize(ALL);
        rows("update event set area = 'britain' where organisation = $1");
        return all;
    }

    /** As if the service had not come so far yet. */
    private void forgetTheLast() {
        rows("with last as (delete from shift where organisation = $1 and id in ("
                + "select id from shift where organisation = $1 order by starts_at desc limit " + LAST
                + ") returning starts_at) update event set stored_until = (select min(starts_at) from last)"
                + " where organisation = $1");
    }

    private int stored() {
        return rows("select 1 from shift where organisation = $1").size();
    }

    private void round(String what) {
        rounds.stream().filter(each -> each.what().equals(what)).forEach(each -> TestCampaign.now(each.work(bot)));
    }
}
