package org.branchline.start.doctor;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.branchline.database.Settings;
import org.branchline.database.StartProblem;
import org.branchline.database.ground.Survey;
import org.branchline.database.ground.Surveying;
import org.branchline.start.settings.Variable;
import org.branchline.telegram.TelegramConfig;
import org.branchline.workspace.Inspection;
import org.branchline.workspace.Workspace;

/** Looks at everything a start and a running service need, part by part, and prints a line for each. */
public final class Doctor {

    /** Where the service listens unless set otherwise. */
    public static final String USUAL_PORT = "8080";

    private final Settings settings;
    private final InstantSource machine;
    private final boolean sandbox;

    /**
     * Somebody who looks and changes nothing.
     *
     * @param machine this machine's clock
     * @param sandbox whether the start would put a sandbox beside the service
     */
    public Doctor(Settings settings, InstantSource machine, boolean sandbox) {
        this.settings = settings;
        this.machine = machine;
        this.sandbox = sandbox;
    }

    /** Why the service does not start at a port. */
    public static String taken(String port) {
        return Running.taken(port);
    }

    /**
     * Looks, and prints what it found.
     *
     * @return the exit code: 1 where something fails, else 0
     */
    public int print(PrintStream out) {
        List<Finding> findings = findings();
        findings.forEach(out::println);
        long failed = count(findings, Finding.Verdict.FAIL);
        long warned = count(findings, Finding.Verdict.WARN);
        out.println(failed + warned == 0 ? "All is well." : "To mend: " + failed + ", to know: " + warned + ".");
        return failed == 0 ? 0 : 1;
    }

    private static long count(List<Finding> findings, Finding.Verdict verdict) {
        return findings.stream().filter(finding -> finding.verdict() == verdict).count();
    }

    List<Finding> findings() {
        Optional<String> folder = Variable.WORKSPACE.usable(settings);
        Inspection inspection = Inspection.ofInstallation(folder.map(Path::of));
        Map<String, String> tokens = tokens(inspection);
        List<Finding> findings = new ArrayList<>(Configured.findings(settings, tokens.keySet()));
        findings.addAll(Workplace.findings(folder.orElse("the bundled one"), inspection));
        Survey survey = Surveying.of(settings, machine);
        findings.addAll(Database.findings(survey));
        Running running = Running.at(Variable.HTTP_PORT.usable(settings).orElse(USUAL_PORT));
        Map<String, Duration> ahead = new LinkedHashMap<>();
        ahead(survey).ifPresent(by -> ahead.put("Postgres", by));
        if (sandbox) {
            findings.add(Finding.ok("token", "none is set: the service starts a sandbox beside itself"));
        } else {
            telegram().ifPresent(config -> {
                try (Telephone telephone = new Telephone(config, machine)) {
                    findings.addAll(new Bots(settings, telephone, running.here()).findings(tokens));
                    telephone.ahead().ifPresent(by -> ahead.put("the Bot API", by));
                }
            });
        }
        findings.addAll(Clocks.findings(ahead));
        findings.add(running.finding());
        // A value that cannot be read is told where the settings are looked at; whoever reads it stumbles over it
        // again.
        Set<String> told = new HashSet<>();
        return findings.stream().filter(finding -> told.add(finding.said())).toList();
    }

    /** Without an address that can be read nobody is asked. */
    private Optional<TelegramConfig> telegram() {
        try {
            return Optional.of(TelegramConfig.of(settings::text));
        } catch (StartProblem told) {
            return Optional.empty();
        }
    }

    private static Optional<Duration> ahead(Survey survey) {
        return survey.told(
                refused -> Optional.empty(), asleep -> Optional.empty(), awake -> Optional.of(awake.ahead()));
    }

    /** The organisations by the variables that hold their tokens; the usual one where the workspace cannot be read. */
    private static Map<String, String> tokens(Inspection inspection) {
        Map<String, String> tokens = new LinkedHashMap<>();
        inspection.workspaces().stream().map(Workspace::organisation).forEach(one -> {
            String own = one.token();
            tokens.put(own == null ? TelegramConfig.USUAL_TOKEN : own, one.key());
        });
        return tokens.isEmpty() ? Map.of(TelegramConfig.USUAL_TOKEN, "the organisation") : tokens;
    }
}
