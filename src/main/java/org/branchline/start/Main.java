package org.branchline.start;

import io.quarkus.runtime.annotations.QuarkusMain;
import org.branchline.database.StartProblem;

/** The one entry of the jar: without an argument the service, with one a command. */
@QuarkusMain
public final class Main {

    private Main() {}

    public static void main(String... args) {
        try {
            if (Rehearsal.wanted()) {
                Rehearsal.run();
            } else if (args.length == 0) {
                Service.run();
            } else {
                System.exit(Command.named(args[0]).run(args));
            }
        } catch (StartProblem problem) {
            System.err.println(problem.getMessage());
            System.exit(1);
        }
    }
}
