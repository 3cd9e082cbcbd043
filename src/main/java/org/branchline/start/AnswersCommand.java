package org.branchline.start;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import org.branchline.campaign.result.AnswersFile;
import org.branchline.database.Settings;
import org.branchline.database.StartProblem;
import org.branchline.database.ground.Ground;

/** {@code answers PLAYBOOK}: what people answered, to standard output. */
final class AnswersCommand {

    private AnswersCommand() {}

    static int run(String... args) {
        if (args.length != 1) {
            throw new StartProblem("answers takes one word, the playbook's name, for example: answers skills-audit");
        }
        try (Ground ground = Ground.borrow(Settings.ofProcess());
                Connection connection = ground.connect();
                PrintStream out =
                        new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8)) {
            if (!AnswersFile.print(connection, args[0], out)) {
                throw new StartProblem("There is no playbook " + args[0] + " in " + ground.place()
                        + ": look at the names in the workspace's folder playbooks.");
            }
            return 0;
        } catch (SQLException e) {
            throw new StartProblem("The answers cannot be read: " + e.getMessage());
        }
    }
}
