package org.branchline.ops.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.ExtLogRecord.FormatStyle;
import org.jboss.logmanager.Level;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.Test;

class LinesTest {

    private final Lines lines = new Lines(Optional.empty());
    private final PatternFormatter formatter = new PatternFormatter("level=%p logger=%c %s%n");

    @Test
    void our_records_have_keys_and_those_of_libraries_are_messages() {
        // When
        String ours = printed(record("org.branchline.delivery.Claims", "bot=%d its outbox", FormatStyle.PRINTF, 7L));
        String plain = printed(record("org.branchline.start.Opening", "bot=7 its outbox", FormatStyle.NO_FORMAT));
        String theirs = printed(record("io.vertx.core", "bot=%d its outbox", FormatStyle.PRINTF, 7L));

        // Then
        assertThat(ours).isEqualTo("level=WARN logger=org.branchline.delivery.Claims bot=7 msg=\"its outbox\"\n");
        assertThat(plain).endsWith(" msg=\"bot=7 its outbox\"\n");
        assertThat(theirs).endsWith(" msg=\"bot=7 its outbox\"\n");
    }

    @Test
    void what_an_exception_says_is_not_printed() {
        // Given
        ExtLogRecord record = record("io.vertx.core", "Unhandled exception", FormatStyle.NO_FORMAT);
        record.setThrown(new IllegalStateException("Zerafina wrote this"));

        // When
        String printed = printed(record);

        // Then
        assertThat(printed)
                .contains("cause=java.lang.IllegalStateException\n\tjava.lang.IllegalStateException\n\tat ")
                .doesNotContain("Zerafina");
    }

    @Test
    void a_replica_says_which_one_it_is() {
        // When
        ExtLogRecord record = record("org.branchline.x", "hello", FormatStyle.PRINTF);
        new Lines(Optional.of("branchline-5f7c-x2x")).isLoggable(record);

        // Then
        assertThat(formatter.format(record)).contains("msg=hello replica=branchline-5f7c-x2x\n");
    }

    private String printed(ExtLogRecord record) {
        assertThat(lines.isLoggable(record)).isTrue();
        return formatter.format(record);
    }

    private static ExtLogRecord record(String logger, String message, FormatStyle style, Object... parameters) {
        ExtLogRecord record = new ExtLogRecord(Level.WARN, message, style, LinesTest.class.getName());
        record.setLoggerName(logger);
        record.setParameters(parameters);
        return record;
    }
}
