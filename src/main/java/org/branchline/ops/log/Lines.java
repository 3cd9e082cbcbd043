package org.branchline.ops.log;

import io.quarkus.logging.LoggingFilter;
import java.util.Objects;
import java.util.Optional;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import org.jboss.logmanager.ExtFormatter;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.jspecify.annotations.Nullable;

/**
 * Lets every record through, as key=value: its message becomes the end of its line, its exception loses what it says. The
 * line's beginning is the console's format in {@code application.properties}.
 */
@LoggingFilter(name = "lines")
public final class Lines implements Filter {

    private static final String OURS = "org.branchline.";
    private static final ExtFormatter WHOLE = new PatternFormatter("%s");

    /** Which replica speaks, where there may be several: the name that a container has. */
    private final Optional<String> replica;

    public Lines() {
        this(Optional.ofNullable(System.getenv("HOSTNAME")).filter(name -> !name.isBlank()));
    }

    Lines(Optional<String> replica) {
        this.replica = replica;
    }

    @Override
    public boolean isLoggable(LogRecord record) {
        Line line = line(record);
        @Nullable Throwable thrown = record.getThrown();
        if (thrown != null) {
            line.because(thrown);
        }
        replica.ifPresent(name -> line.add("replica", name));
        record.setThrown(null);
        record.setParameters(new Object[0]);
        if (record instanceof ExtLogRecord extended) {
            extended.setMessage(line.toString(), ExtLogRecord.FormatStyle.NO_FORMAT);
        } else {
            record.setMessage(line.toString());
        }
        return true;
    }

    private static Line line(LogRecord record) {
        if (!(record instanceof ExtLogRecord extended)) {
            return new Line(Objects.toString(record.getMessage()));
        }
        boolean ours = Objects.toString(record.getLoggerName(), "").startsWith(OURS);
        @Nullable Object @Nullable [] parameters = record.getParameters();
        if (ours && extended.getFormatStyle() == ExtLogRecord.FormatStyle.PRINTF && parameters != null) {
            return new Line(record.getMessage(), parameters);
        }
        return new Line(Objects.toString(WHOLE.formatMessage(extended)));
    }
}
