package org.branchline.start.doctor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Whether this machine, Postgres and the Bot API agree on the time. */
final class Clocks {

    private static final String ABOUT = "clock";

    /** A header of HTTP tells whole seconds, and asking takes a moment too. */
    private static final Duration NEAR = Duration.ofSeconds(5);

    private static final Duration FAR = Duration.ofSeconds(60);

    private Clocks() {}

    /** @param ahead how far this machine is before each of the others, negative behind */
    static List<Finding> findings(Map<String, Duration> ahead) {
        List<Finding> findings = new ArrayList<>();
        ahead.forEach((other, by) -> {
            if (by.abs().compareTo(NEAR) > 0) {
                String said = "this machine is " + shown(by) + (by.isNegative() ? " behind " : " ahead of ") + other
                        + ": set up NTP on both (for example systemd-timesyncd). What people see goes by the clock of"
                        + " Postgres, and TLS and logs by this one.";
                findings.add(by.abs().compareTo(FAR) > 0 ? Finding.fail(ABOUT, said) : Finding.warn(ABOUT, said));
            }
        });
        if (findings.isEmpty() && !ahead.isEmpty()) {
            findings.add(
                    Finding.ok(ABOUT, "within " + NEAR.toSeconds() + " s of " + String.join(" and ", ahead.keySet())));
        }
        return findings;
    }

    private static String shown(Duration by) {
        long seconds = by.abs().toSeconds();
        return seconds < 120 ? seconds + " s" : seconds < 7_200 ? seconds / 60 + " min" : seconds / 3_600 + " h";
    }
}
