package org.branchline.start.settings;

import java.nio.file.Path;
import java.util.Optional;
import org.branchline.database.Settings;
import org.branchline.database.StartProblem;
import org.branchline.sandbox.Sandbox;

/**
 * People who were played in the sandbox beside the service. It gives them numbers that people at Telegram have as well: what
 * one of them may do, some stranger could then.
 */
public final class Played {

    private Played() {}

    /** Where the sandbox beside the service keeps its world. */
    public static Path folder(Settings settings) {
        return settings.dataFolder().resolve("sandbox");
    }

    /** Why a real bot does not start on this data, where somebody was played on it. */
    public static Optional<StartProblem> refusal(Settings settings) {
        boolean real = settings.text("TELEGRAM_BOT_TOKEN").isPresent()
                && settings.text("TELEGRAM_API_URL").isEmpty();
        return real && settings.text("DATABASE_URL").isEmpty() && Sandbox.played(folder(settings))
                ? Optional.of(new StartProblem("DATA_DIR " + settings.dataFolder()
                        + " holds whom you played in the sandbox, members and coordinators under numbers that real people"
                        + " have: move it away or set DATA_DIR to another folder, then start the real bot."))
                : Optional.empty();
    }
}
