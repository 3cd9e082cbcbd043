package org.branchline.workspace;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.branchline.conversation.Places;
import org.branchline.conversation.Words;
import org.branchline.conversation.dialogue.Dialogue;
import org.branchline.conversation.dialogue.Difference;
import org.branchline.conversation.dialogue.Replay;
import org.branchline.conversation.engine.Cards;
import org.branchline.conversation.engine.Engine;
import org.branchline.conversation.playbook.Playbook;
import org.branchline.playbooks.DialogueReader;
import org.branchline.playbooks.reading.FileProblem;
import org.branchline.playbooks.reading.FileReport;
import org.branchline.playbooks.reading.Nearest;
import org.branchline.playbooks.reading.Node;
import org.branchline.playbooks.reading.Place;
import org.branchline.playbooks.reading.Yaml;

/** Reads a workspace's golden dialogues and plays each against its playbook. */
final class DialogueFiles {

    private final FileSet files;
    private final Schemas schemas;
    private final List<FileProblem> problems;

    DialogueFiles(FileSet files, Schemas schemas, List<FileProblem> problems) {
        this.files = files;
        this.schemas = schemas;
        this.problems = problems;
    }

    /** Those that can be read, and lie in the folder of their playbook. */
    List<GoldenDialogue> read(List<PlaybookText> playbooks) {
        List<String> keys = playbooks.stream().map(PlaybookText::key).toList();
        List<GoldenDialogue> dialogues = new ArrayList<>();
        for (String path : files.below(FileSet.DIALOGUES)) {
            FileReport report = new FileReport(files.shown(path));
            Optional<Node> root = Yaml.read(files.file(path).orElseThrow(), report);
            root.ifPresent(node -> schemas.check("dialogue", node, report));
            FileReport meaning = new FileReport(files.shown(path));
            root.flatMap(node -> new DialogueReader(meaning).read(node)).ifPresent(dialogue -> {
                belongs(path, dialogue, root.get().place("playbook"), keys, meaning);
                dialogues.add(new GoldenDialogue(path, dialogue));
            });
            report.addWhereSilent(meaning);
            problems.addAll(report.problems());
        }
        return dialogues;
    }

    private void belongs(String path, Dialogue dialogue, Place place, List<String> keys, FileReport report) {
        String playbook = dialogue.playbook();
        if (files.file(FileSet.PLAYBOOKS + playbook + ".yaml").isEmpty()) {
            report.error(place, "there is no playbook \"" + playbook + "\"", Nearest.hint(playbook, keys));
        } else if (!path.startsWith(FileSet.DIALOGUES + playbook + "/")) {
            report.error(
                    place,
                    "a dialogue of \"" + playbook + "\" lies elsewhere",
                    "move it to dialogues/" + playbook + "/");
        }
    }

    /** Plays them; each that goes another way is a problem at the line where it does. */
    void play(List<GoldenDialogue> dialogues, Organisation organisation, List<PlaybookText> playbooks) {
        Map<String, Playbook> byKey = new LinkedHashMap<>();
        playbooks.forEach(text -> byKey.put(text.key(), text.playbook()));
        Words words = organisation.spoken();
        Replay replay = new Replay(
                new Engine(organisation.name(), words, Places.NOWHERE),
                new Cards(organisation.name(), words, Places.NOWHERE),
                key -> Optional.ofNullable(byKey.get(key)));
        for (GoldenDialogue golden : dialogues) {
            Optional<Difference> difference = replay.play(golden.dialogue());
            FileReport report = new FileReport(files.shown(golden.path()));
            difference.ifPresent(found -> report.error(
                    new Place(Math.max(1, found.line()), 1), "the playbook goes another way, " + found.message(), ""));
            problems.addAll(report.problems());
        }
    }
}
