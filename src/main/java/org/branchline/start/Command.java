package org.branchline.start;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.branchline.database.Settings;
import org.branchline.database.StartProblem;
import org.branchline.database.ground.Ground;
import org.branchline.sandbox.SandboxCommand;
import org.branchline.workspace.Inspection;

/** What the jar does with an argument. */
enum Command {
    /** Reads a folder of workspaces and prints everything that is wrong with it; needs no database. */
    CHECK {
        @Override
        int run(String... args) {
            if (args.length != 2) {
                throw new StartProblem("Which folder? For example: check my-organisation");
            }
            // The console may speak another character set than the files.
            return Inspection.of(Path.of(args[1])).print(new PrintStream(System.out, true, StandardCharsets.UTF_8));
        }
    },

    /** Brings the schema up to date and ends. */
    MIGRATE {
        @Override
        int run(String... args) {
            try (Ground ground = Ground.migrate(Settings.ofProcess())) {
                System.out.println(
                        ground.applied() == 0
                                ? "The schema in " + ground.place() + " is current."
                                : "Applied " + ground.applied() + " migrations to " + ground.place() + ".");
                return 0;
            }
        }
    },

    /** Prints the answers of a playbook as CSV, beside a running service or without one. */
    ANSWERS {
        @Override
        int run(String... args) {
            return AnswersCommand.run(Arrays.copyOfRange(args, 1, args.length));
        }
    },

    /** Runs a Bot API server with a chat page, alone, until it is told to stop. */
    SANDBOX {
        @Override
        int run(String... args) {
            return SandboxCommand.run(Arrays.copyOfRange(args, 1, args.length));
        }
    };

    /**
     * Does it.
     *
     * @param args the whole command line, its own name first
     * @return the exit code
     */
    abstract int run(String... args);

    /** The command of a name, as typed.
     * @throws StartProblem when there is none */
    static Command named(String name) {
        for (Command command : values()) {
            if (command.typed().equals(name)) {
                return command;
            }
        }
        throw new StartProblem("There is no command " + name + ": "
                + Stream.of(values()).map(Command::typed).collect(Collectors.joining(", "))
                + ", or none to start the service.");
    }

    private String typed() {
        return name().toLowerCase(Locale.ROOT);
    }
}
