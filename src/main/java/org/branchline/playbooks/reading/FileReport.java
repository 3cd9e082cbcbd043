package org.branchline.playbooks.reading;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Gathers what is wrong with one file while it is read. Used by one thread. */
public final class FileReport {

    /** So many problems of one file are told; the rest usually follows from them. */
    private static final int TOLD = 50;

    private final String file;
    private final List<FileProblem> problems = new ArrayList<>();

    public FileReport(String file) {
        this.file = file;
    }

    public String file() {
        return file;
    }

    public void error(Place place, String wrong, String right) {
        problems.add(new FileProblem(file, place, FileProblem.Severity.ERROR, wrong, right));
    }

    public void warning(Place place, String wrong, String right) {
        problems.add(new FileProblem(file, place, FileProblem.Severity.WARNING, wrong, right));
    }

    /** Takes over what another reader of the same file found in lines of which nothing was said yet. */
    public void addWhereSilent(FileReport other) {
        Set<Integer> told = new HashSet<>();
        problems.forEach(problem -> told.add(problem.place().line()));
        other.problems().stream()
                .filter(problem -> !told.contains(problem.place().line()))
                .forEach(problems::add);
    }

    /** Whether anything found is more than a warning. */
    public boolean hasErrors() {
        return problems.stream().anyMatch(FileProblem::isError);
    }

    /** In the order of the file, at most fifty, each once. */
    public List<FileProblem> problems() {
        return problems.stream()
                .distinct()
                .sorted(Comparator.comparingInt((FileProblem p) -> p.place().line()))
                .limit(TOLD)
                .toList();
    }
}
