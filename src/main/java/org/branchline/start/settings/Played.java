package org.branchline.start.settings;

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

    /** Why the service does not start for others than the sandbox's people, where somebody was played on the embedded database. */
    public static Optional<StartProblem> refusal(Settings settings) {
        boolean elsewhere = settings.text("DATABASE_URL").isPresent();
        return !elsewhere && !wanted(settings) && Sandbox.played(folder(settings))
                ? Optional.of(new StartProblem("DATA_DIR " + settings.dataFolder()
                        + " holds whom you played in the sandbox, members and coordinators under numbers that real people"
                        + " have: move it away or set DATA_DIR to another folder, then start again. Only where real members"
                        + " are in it too, remove its folder sandbox: it starts with both then."))
                : Optional.empty();
    }
}
