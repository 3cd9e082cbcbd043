package org.branchline.telegram.sending;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import org.branchline.delivery.Outcome;
import org.branchline.delivery.Outcome.Refused.Reason;
import org.branchline.telegram.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutcomesTest {

    @ParameterizedTest
    @CsvSource({
        "403, Forbidden: bot was blocked by the user, BLOCKED",
        "403, Forbidden: bot was kicked from the group chat, BLOCKED",
        "403, Forbidden: user is deactivated, DEACTIVATED",
        "403, Forbidden: bot can't initiate conversation with a user, CHAT_NOT_FOUND",
        "400, Bad Request: chat not found, CHAT_NOT_FOUND",
        "400, Bad Request: PEER_ID_INVALID, CHAT_NOT_FOUND",
        "400, Bad Request: message to edit not found, MESSAGE_GONE",
        "400, Bad Request: message can't be edited, MESSAGE_GONE",
        "400, Bad Request: MESSAGE_ID_INVALID, MESSAGE_GONE",
        "400, Bad Request: message text is empty, MALFORMED",
        "400, Bad Request: BUTTON_DATA_INVALID, MALFORMED",
        "404, Not Found: method not found, MALFORMED",
        "400, Bad Request: wrong file identifier/HTTP URL specified, FILE",
        "400, Bad Request: PHOTO_INVALID_DIMENSIONS, FILE",
        "413, Request Entity Too Large, FILE"
    })
    void aRefusalNamesItsReason(int code, String description, Reason reason) {
        // When
        Outcome outcome = Outcomes.of(new Reply.Denied(code, description, null, null), 0);
        // Then
        assertThat(outcome).isEqualTo(new Outcome.Refused(reason, code + " " + description));
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "-5, 1", "7, 7", "3600, 3600", "2147483647, 3600"})
    void theWaitIsOneSecondToOneHour(int asked, int waited) {
        // When
        Outcome outcome = Outcomes.of(new Reply.Denied(429, "Too Many Requests", asked, null), 0);
        // Then
        assertThat(outcome).isEqualTo(new Outcome.Wait(Duration.ofSeconds(waited)));
    }

    @ParameterizedTest
    @CsvSource({"401, Unauthorized", "404, Not Found"})
    void aTokenNobodyKnowsStopsTheBot(int code, String description) {
        // When
        Outcome outcome = Outcomes.of(new Reply.Denied(code, description, null, null), 0);
        // Then
        assertThat(outcome).isInstanceOf(Outcome.BotGone.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Bad Request: BALANCE_TOO_LOW", "Bad Request: not enough Telegram Stars"})
    void whatCannotBePaidForWaitsForWhoeverPays(String description) {
        // When
        Outcome outcome = Outcomes.of(new Reply.Denied(400, description, null, null), 0);
        // Then
        assertThat(outcome).isInstanceOf(Outcome.Unpaid.class);
    }

    @Test
    void everythingElseHasItsOutcome() throws Exception {
        assertThat(Outcomes.of(new Reply.Denied(500, "Internal Server Error", null, null), 0))
                .isInstanceOf(Outcome.TryAgain.class);
        assertThat(Outcomes.of(new Reply.NotSent("ConnectException"), 0)).isInstanceOf(Outcome.TryAgain.class);
        assertThat(Outcomes.of(new Reply.Unclear("HTTP 502"), 0)).isInstanceOf(Outcome.Doubtful.class);
        assertThat(Outcomes.of(new Reply.Denied(400, "Bad Request: message is not modified: …", null, null), 5))
                .isEqualTo(new Outcome.Unchanged());
        assertThat(Outcomes.of(new Reply.Denied(400, "group chat was upgraded", null, -100L), 0))
                .isEqualTo(new Outcome.Moved(-100));
        assertThat(Outcomes.of(done("{\"message_id\":9}"), 0)).isEqualTo(new Outcome.Sent(9));
        assertThat(Outcomes.of(done("true"), 5)).isEqualTo(new Outcome.Sent(5));
    }

    private static Reply.Done done(String json) throws Exception {
        return new Reply.Done(new ObjectMapper().readTree(json));
    }
}
