package org.branchline.start.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.branchline.database.Settings;
import org.branchline.database.embedded.DataFolder;
import org.branchline.database.trace.Traces;
import org.branchline.start.settings.NearMisses;
import org.branchline.start.settings.Played;
import org.branchline.start.settings.Variable;
import org.branchline.telegram.TelegramConfig;

/** What the operator set. */
final class Configured {

    private static final String ABOUT = "configuration";

    /** Telegram: about 30 messages a second from a bot, about 1 in a chat. */
    private static final SortedMap<String, Integer> FREE = new TreeMap<>(Map.of("CHAT_RATE", 1, "SEND_RATE", 30));

    private Configured() {}

    /** @param tokens the variables in which organisations keep their tokens */
    static List<Finding> findings(Settings settings, Set<String> tokens) {
        List<Finding> findings = new ArrayList<>();
        Variable.problems(settings).forEach(problem -> findings.add(Finding.fail(ABOUT, problem.line())));
        Traces.problem(settings).ifPresent(problem -> findings.add(Finding.fail(ABOUT, problem.line())));
        NearMisses.in(settings.names(), tokens).forEach(line -> findings.add(Finding.warn(ABOUT, line)));
        if (findings.stream().noneMatch(finding -> finding.verdict() == Finding.Verdict.FAIL)) {
            unused(settings, findings);
            hasty(settings, findings);
            exposed(settings, findings);
            Played.refusal(settings).ifPresent(problem -> findings.add(Finding.fail(ABOUT, problem.line())));
        }
        if (findings.isEmpty()) {
            findings.add(Finding.ok(ABOUT, said(settings)));
        }
        return findings;
    }

    private static void unused(Settings settings, List<Finding> findings) {
        boolean polling = TelegramConfig.of(settings::text).updates() == TelegramConfig.Updates.POLLING;
        if (polling && settings.text("TELEGRAM_WEBHOOK_SECRET").isPresent()) {
            findings.add(Finding.warn(
                    ABOUT,
                    "TELEGRAM_WEBHOOK_SECRET is set and TELEGRAM_UPDATES is polling, which needs none: leave one of them"
                            + " out."));
        }
    }

    /** Any other Bot API server has limits of its own. */
    private static void hasty(Settings settings, List<Finding> findings) {
        if (settings.text("TELEGRAM_API_URL").isEmpty()) {
            FREE.forEach((name, most) -> settings.text(name)
                    .map(Double::parseDouble)
                    .filter(rate -> rate == 0 || rate > most)
                    .ifPresent(rate -> findings.add(Finding.warn(
                            ABOUT,
                            name + " is faster than the " + most
                                    + " a second that Telegram allows for free: it will ask" + " for silences."))));
        }
    }

    private static void exposed(Settings settings, List<Finding> findings) {
        List<String> files = DataFolder.exposed(settings.dataFolder());
        if (!files.isEmpty()) {
            findings.add(Finding.warn(
                    ABOUT,
                    "Others on this machine can read secrets in " + settings.dataFolder() + ": run chmod 600 there for "
                            + String.join(", ", files) + "."));
        }
    }

    private static String said(Settings settings) {
        List<String> set = new ArrayList<>();
        for (Variable variable : Variable.values()) {
            settings.text(variable.name()).ifPresent(value -> set.add(variable.name()));
        }
        return set.isEmpty() ? "nothing is set: all as it comes" : String.join(", ", set);
    }
}
