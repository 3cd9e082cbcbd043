package org.branchline.workspace;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.branchline.conversation.playbook.Kind;
import org.branchline.conversation.playbook.Playbook;
import org.branchline.conversation.playbook.Question;
import org.branchline.playbooks.reading.FileProblem;
import org.branchline.playbooks.reading.FileReport;
import org.branchline.playbooks.reading.Nearest;
import org.branchline.playbooks.reading.Node;
import org.branchline.playbooks.reading.Place;
import org.branchline.playbooks.reading.Yaml;

/** Whether the files of a workspace agree with one another. */
final class Agreement {

    private static final Pattern KNOWN = Pattern.compile(
            "organisation\\.yaml|branches\\.yaml|links\\.yaml|prompts\\.yaml|playbooks/[^/]+\\.yaml|dialogues/[^/]+/[^/]+\\.yaml");

    private final FileSet files;
    private final Organisation organisation;
    private final List<PlaybookText> playbooks;
    private final List<FileProblem> problems;

    private Agreement(
            FileSet files, Organisation organisation, List<PlaybookText> playbooks, List<FileProblem> problems) {
        this.files = files;
        this.organisation = organisation;
        this.playbooks = playbooks;
        this.problems = problems;
    }

    /** Adds what is wrong between the files. */
    static void check(
            FileSet files, Organisation organisation, List<PlaybookText> playbooks, List<FileProblem> problems) {
        Agreement agreement = new Agreement(files, organisation, playbooks, problems);
        agreement.strayFiles();
        agreement.firstPlaybook();
        playbooks.forEach(agreement::playbook);
    }

    private void strayFiles() {
        for (String path : files.byPath().keySet()) {
            if (!KNOWN.matcher(path).matches()) {
                FileReport report = new FileReport(files.shown(path));
                report.warning(
                        Place.START,
                        "this file is not read",
                        path.endsWith(".yml")
                                ? "end its name in .yaml"
                                : "known are organisation.yaml, branches.yaml, "
                                        + "links.yaml, prompts.yaml, playbooks/*.yaml and dialogues/<playbook>/*.yaml");
                problems.addAll(report.problems());
            }
        }
    }

    private void firstPlaybook() {
        String first = organisation.firstPlaybook();
        // By file, since a playbook with errors is there all the same.
        if (first != null && files.file(FileSet.PLAYBOOKS + first + ".yaml").isEmpty()) {
            List<String> known = playbooks.stream().map(PlaybookText::key).toList();
            error(
                    FileSet.ORGANISATION,
                    "first_playbook",
                    "there is no playbook \"" + first + "\"",
                    Nearest.hint(first, known));
        }
    }

    private void playbook(PlaybookText text) {
        Playbook playbook = text.playbook();
        String path = FileSet.PLAYBOOKS + playbook.key() + ".yaml";
        for (String language : organisation.languages()) {
            if (!playbook.languages().contains(language)) {
                warning(
                        path,
                        "languages",
                        "the organisation also speaks \"" + language + "\"",
                        "members of that language see " + playbook.languages().get(0));
            }
        }
        List<String> purposes = organisation.consents().stream()
                .map(Organisation.Consent::purpose)
                .toList();
        for (Question question : playbook.questions()) {
            if (question.kind() instanceof Kind.Consent consent && !purposes.contains(consent.purpose())) {
                error(
                        path,
                        "questions",
                        "\"" + question.id() + "\" asks for the consent \"" + consent.purpose()
                                + "\", which organisation.yaml does not know",
                        Nearest.hint(consent.purpose(), purposes));
            }
        }
    }

    private void error(String path, String key, String wrong, String right) {
        FileReport report = new FileReport(files.shown(path));
        report.error(place(path, key), wrong, right);
        problems.addAll(report.problems());
    }

    private void warning(String path, String key, String wrong, String right) {
        FileReport report = new FileReport(files.shown(path));
        report.warning(place(path, key), wrong, right);
        problems.addAll(report.problems());
    }

    /** Read once more, which only a file with a problem costs. */
    private Place place(String path, String key) {
        Optional<Node> root =
                files.file(path).flatMap(content -> Yaml.read(content, new FileReport(files.shown(path))));
        return root.map(node -> node.place(key)).orElse(Place.START);
    }
}
