package org.branchline.start.settings;

import io.quarkus.runtime.configuration.DurationConverter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.branchline.database.DataKey;
import org.branchline.database.DatabaseAddress;
import org.branchline.database.Leases;
import org.branchline.database.Settings;
import org.branchline.database.StartProblem;
import org.branchline.database.ground.Ground;
import org.branchline.telegram.TelegramConfig;

/** The names an operator meets, as the README has them, each with what its value must be. */
public enum Variable {
    TELEGRAM_BOT_TOKEN,
    TELEGRAM_API_URL,
    TELEGRAM_UPDATES,
    TELEGRAM_WEBHOOK_SECRET,
    PUBLIC_URL,
    HTTP_PORT,
    LOG_LEVEL,
    DATABASE_URL,
    DATA_DIR,
    DATA_KEY,
    WORKSPACE,
    COORDINATOR_TELEGRAM_IDS,
    API_KEY,
    SEND_RATE,
    CHAT_RATE,
    LEASE_SECONDS,
    SCHEMA_WAIT_SECONDS,
    OTEL_EXPORTER_OTLP_ENDPOINT,
    OTEL_TRACES_SAMPLER,
    OTEL_TRACES_SAMPLER_ARG;

    /** Telegram: about 30 a second for free, up to 1,000 paid for; more is a slip of the finger. */
    private static final double FASTEST = 1_000;

    private static final Pattern PORT = Pattern.compile("[0-9]{1,5}");
    private static final int LAST_PORT = 65_535;

    private static final Set<String> LEVELS = Set.of(
            "OFF", "FATAL", "SEVERE", "ERROR", "WARN", "WARNING", "INFO", "CONFIG", "DEBUG", "TRACE", "FINE", "FINER",
            "FINEST", "ALL");

    private static final Pattern PEOPLE = Pattern.compile("[0-9]{1,18}(\\s*,\\s*[0-9]{1,18})*");

    /**
     * Checks what the start reads before anything is begun.
     *
     * @throws StartProblem for the first value that cannot be used
     */
    public static void check(Settings settings) {
        problems(settings).stream().findFirst().ifPresent(problem -> {
            throw problem;
        });
    }

    /** Everything that is wrong with the values, one by one and with one another; a line each, without secrets. */
    public static List<StartProblem> problems(Settings settings) {
        List<StartProblem> problems = new ArrayList<>();
        for (Variable variable : values()) {
            variable.problem(settings).ifPresent(problems::add);
        }
        if (problems.isEmpty()) {
            TelegramConfig.of(settings::text).contradiction().ifPresent(problems::add);
        }
        return problems;
    }

    /** Its value, empty where it is not set or cannot be used. */
    public Optional<String> usable(Settings settings) {
        return problem(settings).isPresent() ? Optional.empty() : settings.text(name());
    }

    private Optional<StartProblem> problem(Settings settings) {
        try {
            settings.text(name());
            read(settings);
            return Optional.empty();
        } catch (StartProblem problem) {
            return Optional.of(problem);
        }
    }

    private void read(Settings settings) {
        switch (this) {
            case TELEGRAM_API_URL, TELEGRAM_UPDATES, TELEGRAM_WEBHOOK_SECRET, PUBLIC_URL -> telegram(settings, name());
            case HTTP_PORT -> port(settings);
            case LOG_LEVEL -> level(settings);
            case DATABASE_URL -> settings.text(name()).ifPresent(DatabaseAddress::parse);
            case DATA_KEY -> DataKey.kept(settings);
            case COORDINATOR_TELEGRAM_IDS -> people(settings);
            case SEND_RATE, CHAT_RATE -> rate(settings, name());
            case LEASE_SECONDS -> lease(settings);
            case SCHEMA_WAIT_SECONDS -> Ground.patience(settings);
            // A token's shape is told bot by bot, as organisations may name variables of their own.
            case TELEGRAM_BOT_TOKEN,
                    DATA_DIR,
                    WORKSPACE,
                    API_KEY,
                    OTEL_EXPORTER_OTLP_ENDPOINT,
                    OTEL_TRACES_SAMPLER,
                    OTEL_TRACES_SAMPLER_ARG -> {}
        }
    }

    /** What this one name says; the others are told for themselves. */
    private static void telegram(Settings settings, String name) {
        TelegramConfig.of(other -> other.equals(name) ? settings.text(name) : Optional.empty());
    }

    private static void port(Settings settings) {
        settings.text("HTTP_PORT").ifPresent(text -> {
            if (!PORT.matcher(text).matches() || Integer.parseInt(text) > LAST_PORT) {
                throw new StartProblem("HTTP_PORT is \"" + text + "\"; it takes a port, a number from 1 to 65535.");
            }
        });
    }

    private static void rate(Settings settings, String name) {
        settings.text(name).ifPresent(text -> {
            double rate = parsed(text);
            if (!(rate >= 0 && rate <= FASTEST)) {
                throw new StartProblem(name + " is \"" + text
                        + "\"; it takes messages a second, a number from 0 to 1000, where 0 switches the pacing off.");
            }
        });
    }

    private static double parsed(String text) {
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private static void level(Settings settings) {
        settings.text("LOG_LEVEL").ifPresent(text -> {
            if (!LEVELS.contains(text.toUpperCase(Locale.ROOT))) {
                throw new StartProblem("LOG_LEVEL is \"" + text + "\"; it takes ERROR, WARN, INFO, DEBUG or TRACE.");
            }
        });
    }

    private static void people(Settings settings) {
        settings.text("COORDINATOR_TELEGRAM_IDS").ifPresent(text -> {
            if (!PEOPLE.matcher(text).matches()) {
                throw new StartProblem("COORDINATOR_TELEGRAM_IDS takes numbers of people, separated by commas, for"
                        + " example 11111111,22222222; @names are not known to it.");
            }
        });
    }

    private static void lease(Settings settings) {
        settings.text("LEASE_SECONDS").ifPresent(text -> {
            try {
                Leases.checked(DurationConverter.parseDuration(text));
            } catch (IllegalArgumentException e) {
                throw new StartProblem("LEASE_SECONDS is \"" + text + "\"; it takes a whole number of seconds.");
            }
        });
    }
}
