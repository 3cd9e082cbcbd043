package org.branchline.workspace;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.branchline.conversation.playbook.Texts;

/**
 * What is to be done so that the database holds what the files say. Nothing that people did is among it: a branch that
 * is gone from the files is retired and keeps its members, an old version of a playbook keeps its runs.
 *
 * @param steps in the order in which they can be carried out
 * @param refusals why the files cannot be applied, one line each; then nothing is done
 */
record Plan(List<Step> steps, List<String> refusals) {

    Plan {
        steps = List.copyOf(steps);
        refusals = List.copyOf(refusals);
    }

    /** Compares what is wanted with what is held. */
    static Plan of(Workspace wanted, Held held) {
        List<Step> steps = new ArrayList<>();
        List<String> refusals = new ArrayList<>();
        steps.add(new Step.Settle(wanted.organisation().name(), wanted.settings()));
        branches(wanted, held, steps);
        playbooks(wanted, held, steps);
        wordings(wanted, held, steps, refusals);
        return new Plan(steps, refusals);
    }

    private static void branches(Workspace wanted, Held held, List<Step> steps) {
        Set<String> kept = new HashSet<>();
        for (BranchText branch : wanted.branches()) {
            kept.add(branch.key());
            Held.HeldBranch before = held.branches().get(branch.key());
            if (before == null) {
                steps.add(new Step.AddBranch(branch));
            } else if (before.retired() || !before.text().equals(branch)) {
                steps.add(new Step.ChangeBranch(branch));
            }
        }
        held.branches().values().stream()
                .filter(branch ->
                        !branch.retired() && !kept.contains(branch.text().key()))
                .map(branch -> branch.text().key())
                .sorted()
                .forEach(key -> steps.add(new Step.RetireBranch(key)));
    }

    private static void playbooks(Workspace wanted, Held held, List<Step> steps) {
        List<PlaybookText> all = new ArrayList<>(wanted.playbooks());
        all.addAll(JoiningTexts.of(wanted.organisation()));
        for (PlaybookText playbook : all) {
            if (!playbook.version().equals(held.playbooks().get(playbook.key()))) {
                steps.add(new Step.Publish(playbook.key(), playbook.source()));
            }
        }
    }

    private static void wordings(Workspace wanted, Held held, List<Step> steps, List<String> refusals) {
        for (Organisation.Consent consent : wanted.organisation().consents()) {
            Map<String, String> wording = sources(consent.wording());
            Map<String, String> before = held.wordings().get(Held.wording(consent.purpose(), consent.version()));
            if (before == null) {
                steps.add(new Step.KeepWording(consent.purpose(), consent.version(), wording));
            } else if (!before.equals(wording)) {
                refusals.add("The wording of the consent \"" + consent.purpose()
                        + "\" differs from the one people agreed to as " + consent.version()
                        + ". Give the new wording a new version.");
            }
        }
    }

    private static Map<String, String> sources(Texts texts) {
        Map<String, String> sources = new LinkedHashMap<>();
        texts.byLanguage().forEach((language, text) -> sources.put(language, text.source()));
        return sources;
    }
}
