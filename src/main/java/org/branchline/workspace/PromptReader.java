package org.branchline.workspace;

import java.time.LocalDateTime;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import org.branchline.campaign.audience.Audience;
import org.branchline.campaign.prompt.WrittenPrompt;
import org.branchline.playbooks.reading.Cut;
import org.branchline.playbooks.reading.FileReport;
import org.branchline.playbooks.reading.Json;
import org.branchline.playbooks.reading.Nearest;
import org.branchline.playbooks.reading.Node;

/** Checks {@code prompts.yaml}: it is read from the settings when its prompts begin to stand. */
final class PromptReader {

    private final List<String> branches;
    private final List<String> playbooks;
    private final FileReport report;

    PromptReader(List<BranchText> branches, List<PlaybookText> playbooks, FileReport report) {
        this.branches = branches.stream().map(BranchText::key).toList();
        this.playbooks = playbooks.stream().map(PlaybookText::key).toList();
        this.report = report;
    }

    void check(Node root) {
        Set<String> seen = new HashSet<>();
        for (Node prompt : root.at("prompts").map(Node::items).orElse(List.of())) {
            String key = prompt.text("prompt").orElse("");
            if (!seen.add(key)) {
                report.error(
                        prompt.place("prompt"),
                        "the prompt \"" + Cut.off(key) + "\" is given twice",
                        "name one otherwise");
            }
            playbook(prompt);
            when(prompt);
            late(prompt);
            audience(prompt);
        }
    }

    private void playbook(Node prompt) {
        String playbook = prompt.text("playbook").orElse("");
        if (!playbooks.contains(playbook)) {
            report.error(
                    prompt.place("playbook"),
                    "there is no playbook \"" + Cut.off(playbook) + "\"",
                    Nearest.hint(playbook, playbooks));
        }
    }

    private void when(Node prompt) {
        Optional<LocalDateTime> from = prompt.text("from").flatMap(WrittenPrompt::from);
        if (from.isEmpty()) {
            report.error(
                    prompt.place("from"), "\"from\" is no day and hour", "write the first one like 2027-01-03 18:00");
            return;
        }
        WrittenPrompt.rule(prompt.text("rule").orElse(""), from.get()).of(read -> read, problems -> {
            report.error(prompt.place("rule"), String.join(" ", problems), "");
            return null;
        });
    }

    private void late(Node prompt) {
        if (prompt.text("late").isPresent()
                && prompt.text("late").flatMap(WrittenPrompt::late).isEmpty()) {
            report.error(
                    prompt.place("late"),
                    "\"late\" is no time up to 7 days",
                    "write it like 12 hours, or leave it out");
        }
    }

    private void audience(Node prompt) {
        prompt.at("to").ifPresent(to -> Audience.read(Json.text(to, List.of()))
                .of(
                        audience -> {
                            unknown(to, audience.branches());
                            return audience;
                        },
                        problems -> {
                            problems.forEach(problem ->
                                    report.error(to.place(problem.path()), problem.wrong(), problem.right()));
                            return Audience.EVERYONE;
                        }));
    }

    private void unknown(Node to, SortedSet<String> named) {
        named.stream()
                .filter(branch -> !branches.contains(branch))
                .forEach(branch -> report.error(
                        to.place("branch"), "there is no branch \"" + branch + "\"", Nearest.hint(branch, branches)));
    }
}
