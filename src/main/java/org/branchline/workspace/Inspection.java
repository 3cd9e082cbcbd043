package org.branchline.workspace;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.branchline.playbooks.reading.FileProblem;

/**
 * All that is wrong with a folder of workspaces: what the command {@code check} prints, and what the start refuses.
 *
 * @param problems in the order of the files
 * @param workspaces those without errors
 */
public record Inspection(List<FileProblem> problems, List<Workspace> workspaces) {

    public Inspection {
        problems = List.copyOf(problems);
        workspaces = List.copyOf(workspaces);
    }

    /** Reads one organisation's folder, or a folder of several. */
    public static Inspection of(Path folder) {
        Folders folders = Folders.at(folder);
        return of(folders.found(), folders.problems());
    }

    /** Reads what an installation runs on: a folder, or the bundled workspace where none is given. */
    public static Inspection ofInstallation(Optional<Path> folder) {
        return folder.map(Inspection::of).orElseGet(Inspection::bundled);
    }

    /** Its freedom from errors is a test of the build, so the validator and the dialogues are spared. */
    static Inspection bundled() {
        Reading reading = WorkspaceReader.ofChecked().read(Bundled.labourInternational());
        return new Inspection(reading.problems(), reading.workspace().stream().toList());
    }

    static Inspection of(List<FileSet> sets, List<FileProblem> before) {
        List<FileProblem> problems = new ArrayList<>(before);
        List<Workspace> workspaces = new ArrayList<>();
        WorkspaceReader reader = WorkspaceReader.thorough();
        for (FileSet files : sets) {
            Reading reading = reader.read(files);
            problems.addAll(reading.problems());
            reading.workspace().ifPresent(workspaces::add);
        }
        problems.addAll(Neighbours.problems(workspaces, sets));
        return new Inspection(problems, workspaces);
    }

    public boolean refused() {
        return problems.stream().anyMatch(FileProblem::isError);
    }

    /**
     * Prints every problem and a summary.
     *
     * @return the exit code: 1 where there are errors, else 0
     */
    public int print(PrintStream out) {
        problems.forEach(out::println);
        out.println(summary());
        return refused() ? 1 : 0;
    }

    /** How much there is, or how much is wrong, in a line. */
    public String summary() {
        long errors = problems.stream().filter(FileProblem::isError).count();
        long warnings = problems.size() - errors;
        if (errors > 0) {
            return counted(errors, "error") + (warnings > 0 ? ", " + counted(warnings, "warning") : "");
        }
        long playbooks =
                workspaces.stream().mapToLong(w -> w.playbooks().size()).sum();
        long dialogues = workspaces.stream().mapToLong(Workspace::dialogues).sum();
        return counted(playbooks, "playbook") + ", " + counted(dialogues, "dialogue") + ": "
                + (warnings > 0 ? counted(warnings, "warning") : "no problems");
    }

    private static String counted(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
