package org.branchline.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import org.branchline.delivery.Outcome.Refused.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OutcomeTest {

    @Test
    void what_may_have_arrived_goes_again_only_where_twice_is_better_than_never() {
        // Given
        Outcome doubtful = new Outcome.Doubtful("READ_TIMEOUT");

        // When
        Verdict question = doubtful.verdict(Doubt.RESEND);
        Verdict broadcast = doubtful.verdict(Doubt.REPORT);

        // Then
        assertThat(question.state()).isEqualTo(Verdict.State.QUEUED);
        assertThat(broadcast.state()).isEqualTo(Verdict.State.UNCERTAIN);
    }

    @ParameterizedTest
    @EnumSource(Doubt.class)
    void what_certainly_did_not_arrive_goes_again(Doubt doubt) {
        assertThat(new Outcome.TryAgain("REFUSED").verdict(doubt).state()).isEqualTo(Verdict.State.QUEUED);
        assertThat(new Outcome.Wait(Duration.ofSeconds(3)).verdict(doubt).state())
                .isEqualTo(Verdict.State.QUEUED);
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void a_refusal_is_final_and_leaves_the_chat_alone_where_nobody_is_there(Reason reason) {
        // When
        Verdict verdict = new Outcome.Refused(reason, "").verdict(Doubt.RESEND);

        // Then
        assertThat(verdict.state()).isEqualTo(Verdict.State.FAILED);
        assertThat(verdict.unreachable())
                .isEqualTo(!Set.of(Reason.MESSAGE_GONE, Reason.FILE, Reason.MALFORMED)
                        .contains(reason));
    }

    @Test
    void a_message_that_already_looks_so_was_sent() {
        assertThat(new Outcome.Unchanged().verdict(Doubt.REPORT).state()).isEqualTo(Verdict.State.SENT);
    }
}
