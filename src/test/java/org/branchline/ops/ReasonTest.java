package org.branchline.ops;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReasonTest {

    @ParameterizedTest
    @CsvSource({
        "BLOCKED, blocked",
        "PROCESS_ENDED, process_ended",
        "429, 429",
        "502 <html>/bot666:secret/sendMessage</html>, 502",
        "HTTP 502 with 30 bytes that are not the Bot API's, 502",
        "ConnectException, connection",
        "666:secret, connection",
        "6200000001, connection",
        "Ann, connection",
        "ANN_WHO_WROTE_A_LONG_WORD_IN_CAPITALS, connection"
    })
    void of_what_a_row_says_only_our_word_or_the_code_is_told(String said, String label) {
        assertThat(Reason.of(said)).isEqualTo(label);
    }

    @Test
    void where_a_row_says_nothing_there_is_none() {
        assertThat(Reason.of(null)).isEqualTo("none");
    }
}
