package org.branchline.campaign.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NoShowTest {

    @ParameterizedTest
    @CsvSource({
        // newest first: + came, - did not
        "'', false",
        "-, false",
        "--, false",
        "---, true",
        "--+, false",
        "+---, false",
        "---+, true",
        "-+--, false",
        "+++, false"
    })
    void three_times_running_and_the_last_time_among_them(String noted, boolean often) {
        List<Boolean> came = Stream.of(noted.split(""))
                .filter(mark -> !mark.isEmpty())
                .map("+"::equals)
                .toList();
        assertThat(NoShow.often(came)).isEqualTo(often);
    }
}
