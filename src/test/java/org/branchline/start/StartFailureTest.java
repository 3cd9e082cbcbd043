package org.branchline.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.BindException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import org.branchline.database.StartProblem;
import org.junit.jupiter.api.Test;

class StartFailureTest {

    private static String words(Throwable failure) {
        return StartFailure.words(failure, "8080");
    }

    @Test
    void repeatsWhatWasWrittenForTheOperator() {
        assertThat(words(new RuntimeException(new StartProblem("Set DATA_KEY."))))
                .isEqualTo("Set DATA_KEY.");
    }

    @Test
    void namesThePortThatIsInUse() {
        assertThat(words(new RuntimeException(new BindException()))).startsWith("Port 8080 is in use");
    }

    @Test
    void saysThatPostgresDidNotAnswer() {
        assertThat(words(new CompletionException(new TimeoutException())))
                .startsWith("Postgres did not answer in time")
                .endsWith("then start again.");
    }

    @Test
    void saysItOfTheStartsOwnPatienceToo() {
        assertThat(words(new RuntimeException(new io.smallrye.mutiny.TimeoutException())))
                .startsWith("Postgres did not answer in time");
    }

    @Test
    void isSilentAboutNoMistakeOfOurs() {
        assertThat(words(new IllegalStateException("bug")))
                .startsWith("The service did not start")
                .contains("IllegalStateException");
    }
}
