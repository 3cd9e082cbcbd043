package org.branchline.roster;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.branchline.calendar.CallingHours;
import org.branchline.database.OrganisationId;
import org.junit.jupiter.api.Test;

class CalledAreaTest {

    private static final String SETTINGS = """
            {"called_areas": {
              "norway": {"name": "Norge", "timezone": "Europe/Oslo", "saturday": "10:00-16:00"},
              "britain": {"name": {"en": "Britain", "da": "Storbritannien"}, "timezone": "Europe/London",
                "weekdays": "08:00-21:00", "closed": ["2027-12-25", "2027-12-27"]}}}
            """;

    @Test
    void areas_are_read_back_as_the_workspace_named_them() {
        // When
        List<CalledArea> areas = CalledArea.all(organisation(SETTINGS));

        // Then
        CallingHours.Hours all = new CallingHours.Hours(LocalTime.of(8, 0), LocalTime.of(21, 0));
        assertThat(areas).extracting(CalledArea::key).containsExactly("britain", "norway");
        assertThat(areas.get(0).name("da")).isEqualTo("Storbritannien");
        assertThat(areas.get(0).hours().zone()).isEqualTo(ZoneId.of("Europe/London"));
        assertThat(areas.get(0).hours().on(DayOfWeek.FRIDAY)).isEqualTo(all);
        assertThat(areas.get(0).hours().on(DayOfWeek.SATURDAY)).isNull();
        assertThat(areas.get(0).hours().closed())
                .containsExactlyInAnyOrder(LocalDate.of(2027, 12, 25), LocalDate.of(2027, 12, 27));
        assertThat(areas.get(1).hours().closed()).isEmpty();
        assertThat(areas.get(1).name("en")).isEqualTo("Norge");
        assertThat(areas.get(1).hours().days()).containsOnlyKeys(DayOfWeek.SATURDAY);
    }

    @Test
    void where_nobody_is_called_there_is_no_area() {
        assertThat(CalledArea.all(organisation("{}"))).isEmpty();
        assertThat(CalledArea.find(organisation(SETTINGS), "mars")).isEmpty();
    }

    private static Organisation organisation(String settings) {
        return new Organisation(
                new OrganisationId(1),
                "o",
                "O",
                List.of("en", "da"),
                Optional.empty(),
                new About(new JsonObject(settings)));
    }
}
