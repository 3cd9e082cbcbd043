package org.branchline.workspace;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.branchline.conversation.playbook.Playbook;
import org.branchline.playbooks.OwnKeys;
import org.branchline.playbooks.PlaybookReader;
import org.branchline.playbooks.Version;
import org.branchline.playbooks.reading.FileProblem;
import org.branchline.playbooks.reading.FileReport;
import org.branchline.playbooks.reading.Node;
import org.branchline.playbooks.reading.Place;
import org.branchline.playbooks.reading.Yaml;

/** Reads the files of one organisation, and names everything that is wrong with them. */
public final class WorkspaceReader {

    private final boolean thorough;
    private final Schemas schemas;
    private final PlaybookReader playbookReader;

    private WorkspaceReader(boolean thorough) {
        this.thorough = thorough;
        this.schemas = new Schemas(thorough);
        this.playbookReader = thorough ? PlaybookReader.thorough() : PlaybookReader.ofChecked();
    }

    /** For files that a person may just have written. */
    public static WorkspaceReader thorough() {
        return new WorkspaceReader(true);
    }

    /**
     * For files that were found free of errors before; spares the schema validator, which is slow to load, and the
     * dialogues.
     */
    public static WorkspaceReader ofChecked() {
        return new WorkspaceReader(false);
    }

    /** The workspace, or why there is none. */
    public Reading read(FileSet files) {
        List<FileProblem> problems = new ArrayList<>();
        Optional<Organisation> organisation = file(
                files, FileSet.ORGANISATION, problems, (root, report) -> new OrganisationReader(report).read(root));
        List<String> languages = organisation.map(Organisation::languages).orElse(List.of());
        List<BranchText> branches = List.of();
        List<Topic> links = List.of();
        if (!languages.isEmpty()) {
            branches = file(
                            files,
                            FileSet.BRANCHES,
                            problems,
                            (root, report) ->
                                    Optional.of(new BranchReader(new LocalTexts(languages, report), report).read(root)))
                    .orElse(branches);
            links = file(
                            files,
                            FileSet.LINKS,
                            problems,
                            (root, report) ->
                                    Optional.of(new LinkReader(new LocalTexts(languages, report), report).read(root)))
                    .orElse(links);
        }
        List<PlaybookText> playbooks = playbooks(files, problems);
        List<BranchText> places = branches;
        file(files, FileSet.PROMPTS, problems, (root, report) -> {
            new PromptReader(places, playbooks, report).check(root);
            return Optional.of(root);
        });
        organisation.ifPresent(found -> Agreement.check(files, found, playbooks, problems));
        int dialogues = dialogues(files, organisation, playbooks, problems);
        if (organisation.isEmpty() || refused(problems)) {
            return new Reading(Optional.empty(), problems);
        }
        return new Reading(
                Optional.of(new Workspace(
                        organisation.get(), branches, links, playbooks, dialogues, settings(files), files.hash())),
                problems);
    }

    /** They are played only where all else is right: a mistake elsewhere would be told again at each of them. */
    private int dialogues(
            FileSet files,
            Optional<Organisation> organisation,
            List<PlaybookText> playbooks,
            List<FileProblem> problems) {
        if (!thorough) {
            return files.below(FileSet.DIALOGUES).size();
        }
        DialogueFiles reader = new DialogueFiles(files, schemas, problems);
        List<GoldenDialogue> dialogues = reader.read(playbooks);
        if (organisation.isPresent() && !refused(problems)) {
            reader.play(dialogues, organisation.get(), playbooks);
        }
        return dialogues.size();
    }

    private static boolean refused(List<FileProblem> problems) {
        return problems.stream().anyMatch(FileProblem::isError);
    }

    private static String settings(FileSet files) {
        return SettingsJson.of(
                root(files, FileSet.ORGANISATION).orElseThrow(),
                root(files, FileSet.LINKS),
                root(files, FileSet.PROMPTS));
    }

    private static Optional<Node> root(FileSet files, String path) {
        return files.file(path).flatMap(content -> Yaml.read(content, new FileReport(path)));
    }

    private <T> Optional<T> file(
            FileSet files, String path, List<FileProblem> problems, BiFunction<Node, FileReport, Optional<T>> read) {
        Optional<byte[]> content = files.file(path);
        if (content.isEmpty()) {
            return Optional.empty();
        }
        FileReport report = new FileReport(files.shown(path));
        Optional<Node> root = Yaml.read(content.get(), report);
        String schema = path.substring(0, path.indexOf('.'));
        root.ifPresent(node -> schemas.check(schema, node, report));
        FileReport meaning = new FileReport(files.shown(path));
        Optional<T> result = root.flatMap(node -> read.apply(node, meaning));
        report.addWhereSilent(meaning);
        problems.addAll(report.problems());
        return result;
    }

    private List<PlaybookText> playbooks(FileSet files, List<FileProblem> problems) {
        List<PlaybookText> playbooks = new ArrayList<>();
        for (String path : files.below(FileSet.PLAYBOOKS)) {
            byte[] content = files.file(path).orElseThrow();
            FileReport report = new FileReport(files.shown(path));
            Optional<Playbook> playbook = playbookReader.read(content, report);
            playbook.ifPresent(found -> {
                if (OwnKeys.own(found.key())) {
                    report.error(
                            Yaml.read(content, new FileReport(path))
                                    .orElseThrow()
                                    .place("playbook"),
                            "the name \"" + found.key()
                                    + "\" begins like the service's own playbooks, so no result and no"
                                    + " export would show its answers",
                            "choose a name that does not begin with \"" + OwnKeys.PREFIX
                                    + "\", and call the file the same");
                } else if (!path.equals(FileSet.PLAYBOOKS + found.key() + ".yaml")) {
                    report.error(
                            Place.START,
                            "the playbook \"" + found.key() + "\" does not lie in a file of its name",
                            "call the file " + found.key() + ".yaml");
                }
                playbooks.add(new PlaybookText(found, Version.text(content)));
            });
            problems.addAll(report.problems());
        }
        return playbooks;
    }
}
