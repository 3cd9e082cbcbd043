package org.branchline.start.settings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.branchline.database.Settings;
import org.branchline.database.StartProblem;
import org.branchline.sandbox.Sandbox;

/**
 * Keeps people who were played in the sandbox beside the service apart from real ones. It gives them numbers that people at
 * Telegram have as well: what one of them may do, some stranger could then.
 */
public final class Played {

    private Played() {}

    /** Whether the service is to have a sandbox beside itself: it was given neither a token, nor a Bot API, nor a database. */
    public static boolean wanted(Settings settings) {
        return settings.text("TELEGRAM_BOT_TOKEN").isEmpty()
                && settings.text("TELEGRAM_API_URL").isEmpty()
                && settings.text("DATABASE_URL").isEmpty();
    }

    /** Where the sandbox beside the service keeps its world. */
    public static Path folder(Settings settings) {
        return settings.dataFolder().resolve("sandbox");
    }

    /** Why the service does not start on the embedded database as it is: the other kind of people is in there. */
    public static Optional<StartProblem> refusal(Settings settings) {
        if (settings.text("DATABASE_URL").isPresent()) {
            return Optional.empty();
        }
        return wanted(settings) ? notReal(settings) : notPlayed(settings);
    }

    private static Optional<StartProblem> notPlayed(Settings settings) {
        return Sandbox.played(folder(settings))
                ? Optional.of(new StartProblem("DATA_DIR " + settings.dataFolder()
                        + " holds whom you played in the sandbox, members and coordinators under numbers that real people"
                        + " have: move it away or set DATA_DIR to another folder, then start again. Only where real members"
                        + " are in it too, remove its folder sandbox: it starts with both then."))
                : Optional.empty();
    }

    private static Optional<StartProblem> notReal(Settings settings) {
        boolean filled = Files.exists(settings.dataFolder().resolve("postgres"));
        return filled && !Files.exists(folder(settings))
                ? Optional.of(new StartProblem("DATA_DIR " + settings.dataFolder()
                        + " holds a real bot's members, and TELEGRAM_BOT_TOKEN is not set: set it, or, to play in the"
                        + " sandbox, set DATA_DIR to another folder."))
                : Optional.empty();
    }
}
