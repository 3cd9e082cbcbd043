package org.branchline.start;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.branchline.database.Settings;
import org.branchline.database.StartProblem;
import org.branchline.database.ground.Ground;
import org.branchline.sandbox.SandboxCommand;
import org.branchline.start.doctor.Doctor;
import org.branchline.start.settings.Played;
import org.branchline.workspace.Inspection;

/** What the jar does with an argument. */
enum Command {
    /** Reads a folder of workspaces and prints everything that is wrong with it; needs no database. */
    CHECK("FOLDER", "checks a workspace, plays its dialogues") {
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
    MIGRATE("", "brings the database's schema up to date and ends") {
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
    ANSWERS("PLAYBOOK", "prints the answers to a playbook as CSV") {
        @Override
        int run(String... args) {
            return AnswersCommand.run(Arrays.copyOfRange(args, 1, args.length));
        }
    },

    /** Looks at all that the service needs and changes nothing. */
    DOCTOR("", "says what is well, and what to do where it is not") {
        @Override
        int run(String... args) {
            Settings settings = Settings.ofProcess();
            return new Doctor(settings, InstantSource.system(), Played.wanted(settings))
                    .print(new PrintStream(System.out, true, StandardCharsets.UTF_8));
        }
    },

    /** Runs a Bot API server with a chat page, alone, until it is told to stop. */
    SANDBOX("", "runs a Bot API server with a chat page, without Telegram") {
        @Override
        int run(String... args) {
            return SandboxCommand.run(Arrays.copyOfRange(args, 1, args.length));
        }
    },

    /** Prints what there is. */
    HELP("", "prints this list") {
        @Override
        int run(String... args) {
            System.out.println(help());
            return 0;
        }
    };

    private static final Set<String> ASKING = Set.of("--help", "-h");

    /** Wide enough for the longest of them and a gap. */
    private static final int COLUMN = 20;

    private final String takes;
    private final String does;

    Command(String takes, String does) {
        this.takes = takes;
        this.does = does;
    }

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
        if (ASKING.contains(name)) {
            return HELP;
        }
        for (Command command : values()) {
            if (command.typed().equals(name)) {
                return command;
            }
        }
        throw new StartProblem("There is no command " + name + ": "
                + Stream.of(values()).map(Command::typed).collect(Collectors.joining(", "))
                + ", or none to start the service.");
    }

    /** All commands, each in a line. */
    static String help() {
        return Stream.concat(
                        Stream.of(
                                "java -jar quarkus-run.jar [COMMAND]",
                                line("(none)", "runs the service until it is stopped")),
                        Stream.of(values()).map(command -> line(command.typed() + " " + command.takes, command.does)))
                .collect(Collectors.joining(System.lineSeparator()));
    }

    private static String line(String command, String does) {
        return "  " + command + " ".repeat(COLUMN - command.length()) + does;
    }

    private String typed() {
        return name().toLowerCase(Locale.ROOT);
    }
}
