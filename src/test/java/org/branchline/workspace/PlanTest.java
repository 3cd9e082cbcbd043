package org.branchline.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlanTest {

    private static final Map<String, String> ASKED = Map.of("en", "May I?", "da", "Må jeg?");

    @Test
    void beginsANewOrganisation() {
        // Given
        Workspace wanted = new SmallWorkspace().read();

        // When
        Plan plan = Plan.of(wanted, Held.NOTHING);

        // Then
        assertThat(plan.refusals()).isEmpty();
        List<Step> expected = new ArrayList<>(List.of(
                new Step.Settle("Chess Club", wanted.settings()),
                new Step.AddBranch(wanted.branches().get(0)),
                new Step.AddBranch(wanted.branches().get(1)),
                new Step.AddBranch(wanted.branches().get(2)),
                new Step.Publish("visits", SmallWorkspace.VISITS)));
        for (PlaybookText joining : JoiningTexts.of(wanted.organisation())) {
            expected.add(new Step.Publish(joining.key(), joining.source()));
        }
        expected.add(new Step.KeepWording("campaign", "1", ASKED));
        assertThat(plan.steps()).containsExactlyElementsOf(expected);
    }

    @Test
    void leavesAloneWhatIsAsWritten() {
        // Given
        Workspace wanted = new SmallWorkspace().read();

        // When
        Plan plan = Plan.of(wanted, held(wanted));

        // Then
        assertThat(plan.steps()).containsExactly(new Step.Settle("Chess Club", wanted.settings()));
    }

    @Test
    void renamesMovesAndRetiresBranches() {
        // Given
        Held held = held(new SmallWorkspace().read());
        Workspace wanted = new SmallWorkspace()
                .changed("branches.yaml", "key: bergen, name: Bergen", "key: bodo, name: Bodø")
                .changed("branches.yaml", "members: 12", "members: 14")
                .read();

        // When
        Plan plan = Plan.of(wanted, held);

        // Then
        assertThat(plan.steps().subList(1, plan.steps().size()))
                .containsExactly(
                        new Step.ChangeBranch(wanted.branches().get(1)),
                        new Step.AddBranch(wanted.branches().get(2)),
                        new Step.RetireBranch("bergen"));
    }

    @Test
    void takesARetiredBranchBack() {
        // Given
        Workspace wanted = new SmallWorkspace().read();
        Held before = held(wanted);
        Map<String, Held.HeldBranch> branches = new HashMap<>(before.branches());
        branches.computeIfPresent("oslo", (key, branch) -> new Held.HeldBranch(branch.text(), true));

        // When
        Plan plan = Plan.of(wanted, new Held(branches, before.playbooks(), before.wordings()));

        // Then
        assertThat(plan.steps())
                .contains(new Step.ChangeBranch(wanted.branches().get(1)));
    }

    @Test
    void publishesAChangedPlaybookOnly() {
        // Given
        Held held = held(new SmallWorkspace().read());
        Workspace wanted = new SmallWorkspace()
                .changed("playbooks/visits.yaml", "Often?", "Seldom?")
                .read();

        // When
        Plan plan = Plan.of(wanted, held);

        // Then
        assertThat(plan.steps())
                .containsExactly(
                        new Step.Settle("Chess Club", wanted.settings()),
                        new Step.Publish("visits", SmallWorkspace.VISITS.replace("Often?", "Seldom?")));
    }

    @Test
    void refusesAnotherWordingUnderTheSameVersion() {
        // Given
        Held held = held(new SmallWorkspace().read());
        Workspace reworded = new SmallWorkspace()
                .changed("organisation.yaml", "May I?", "May I now?")
                .read();
        Workspace versioned = new SmallWorkspace()
                .changed("organisation.yaml", "May I?", "May I now?")
                .changed("organisation.yaml", "version: 1", "version: 2")
                .read();

        // Then
        assertThat(Plan.of(reworded, held).refusals())
                .containsExactly("The wording of the consent \"campaign\" differs from the one people agreed to as 1."
                        + " Give the new wording a new version.");
        assertThat(Plan.of(versioned, held).refusals()).isEmpty();
        assertThat(Plan.of(versioned, held).steps())
                .contains(new Step.KeepWording("campaign", "2", Map.of("en", "May I now?", "da", "Må jeg?")));
    }

    private static Held held(Workspace workspace) {
        Map<String, Held.HeldBranch> branches = new HashMap<>();
        workspace.branches().forEach(branch -> branches.put(branch.key(), new Held.HeldBranch(branch, false)));
        Map<String, String> playbooks = new HashMap<>();
        workspace.playbooks().forEach(playbook -> playbooks.put(playbook.key(), playbook.version()));
        JoiningTexts.of(workspace.organisation())
                .forEach(playbook -> playbooks.put(playbook.key(), playbook.version()));
        return new Held(branches, playbooks, Map.of(Held.wording("campaign", "1"), ASKED));
    }
}
