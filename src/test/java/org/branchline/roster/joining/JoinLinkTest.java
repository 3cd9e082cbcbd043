package org.branchline.roster.joining;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JoinLinkTest {

    private static final Instant NOW = Instant.parse("2027-03-04T10:00:00Z");

    @Test
    void its_payload_fits_a_start_command_and_leads_back_to_it() {
        // Given
        LinkCode code = LinkCode.random();

        // When
        String payload = code.payload();

        // Then: Telegram takes at most 64 of these letters.
        assertThat(payload).hasSizeLessThanOrEqualTo(64).matches("[A-Za-z0-9_-]+");
        assertThat(LinkCode.ofPayload(payload)).contains(code);
    }

    @Test
    void no_two_links_are_alike() {
        // When
        Set<String> codes = new HashSet<>();
        for (int i = 0; i < 1_000; i++) {
            codes.add(LinkCode.random().text());
        }

        // Then
        assertThat(codes).hasSize(1_000);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "j_",
                "j_short",
                "x_aaaaaaaaaaaaaaaaaaaa",
                "j_aaaaaaaaaaaaaaaaaaa'",
                "j_aaaaaaaaaaaaaaaaaaaaa",
                "j_aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
                "'; drop table member; --"
            })
    void a_payload_that_is_none_of_ours_is_no_code(String payload) {
        assertThat(LinkCode.ofPayload(payload)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1, , 0, , OPEN",
        "1, 5, 4, , OPEN",
        "1, 5, 5, , USED_UP",
        "1, 5, 6, , USED_UP",
        "0, , 0, , EXPIRED",
        "-1, , 0, , EXPIRED",
        "1, , 0, -1, REVOKED",
        "-1, 5, 5, -1, REVOKED",
    })
    void it_says_why_it_no_longer_works(
            int expiresIn, @Nullable Integer most, int uses, @Nullable Integer revokedIn, JoinLink.Standing standing) {
        // Given
        JoinLink link = new JoinLink(
                1,
                LinkCode.random(),
                JoinLink.Purpose.JOIN,
                null,
                null,
                NOW.plusSeconds(expiresIn),
                most,
                uses,
                revokedIn == null ? null : NOW.plusSeconds(revokedIn));

        // Then
        assertThat(link.at(NOW)).isEqualTo(standing);
    }
}
