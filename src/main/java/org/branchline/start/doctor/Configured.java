package org.branchline.start.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.branchline.database.Settings;
import org.branchline.database.embedded.DataFolder;
import org.branchline.start.settings.NearMisses;
import org.branchline.start.settings.Variable;

/** What the operator set. */
final class Configured {

    private static final String ABOUT = "configuration";

    private Configured() {}

    /** @param tokens the variables in which organisations keep their tokens */
    static List<Finding> findings(Settings settings, Set<String> tokens) {
        List<Finding> findings = new ArrayList<>();
        Variable.problems(settings).forEach(problem -> findings.add(Finding.fail(ABOUT, problem.line())));
        NearMisses.in(settings.names(), tokens).forEach(line -> findings.add(Finding.warn(ABOUT, line)));
        if (findings.isEmpty()) {
            boolean polling =
                    settings.text("TELEGRAM_UPDATES").orElse("polling").equalsIgnoreCase("polling");
            if (polling && settings.text("TELEGRAM_WEBHOOK_SECRET").isPresent()) {
                findings.add(Finding.warn(
                        ABOUT,
                        "TELEGRAM_WEBHOOK_SECRET is set and TELEGRAM_UPDATES is polling, which"
                                + " needs none: leave one of them out."));
            }
            exposed(settings, findings);
        }
        if (findings.isEmpty()) {
            findings.add(Finding.ok(ABOUT, said(settings)));
        }
        return findings;
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
