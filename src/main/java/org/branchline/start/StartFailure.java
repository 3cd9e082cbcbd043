package org.branchline.start;

import io.smallrye.mutiny.TimeoutException;
import java.net.BindException;
import org.branchline.database.Outages;
import org.branchline.database.StartProblem;
import org.branchline.intake.Causes;
import org.branchline.start.doctor.Doctor;
import org.jspecify.annotations.Nullable;

/** Why the service did not start, in one line for whoever started it: nobody else says it. */
final class StartFailure {

    private StartFailure() {}

    /**
     * What to read.
     *
     * @param port where the service was to listen
     */
    static String words(Throwable failure, String port) {
        boolean late = Outages.outage(failure);
        for (@Nullable Throwable at = failure; at != null; at = at.getCause()) {
            if (at instanceof StartProblem problem) {
                return String.valueOf(problem.getMessage());
            }
            if (at instanceof BindException) {
                return Doctor.taken(port);
            }
            late |= at instanceof TimeoutException;
        }
        return late
                ? "Postgres did not answer in time while the service started (" + Causes.names(failure)
                        + "): see that it can be reached and is not overloaded, then start again."
                : "The service did not start, by a mistake of this program; send its makers these lines: "
                        + Causes.trace(failure);
    }
}
