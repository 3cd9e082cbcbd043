package org.branchline.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.branchline.conversation.playbook.Playbook;
import org.branchline.database.OrganisationId;
import org.branchline.database.StartProblem;
import org.branchline.database.Transactions;
import org.branchline.playbooks.Playbooks;
import org.branchline.roster.Organisations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
class ApplyingIT {

    @Inject
    Applying applying;

    @Inject
    Playbooks playbooks;

    @Inject
    Organisations organisations;

    @Inject
    Transactions transactions;

    @TempDir
    Path folder;

    private final String key = "club-" + Long.toString(System.nanoTime(), 36);

    @Test
    void appliesOnceAndKeepsRunsOnTheirVersion() throws IOException {
        // Given
        write(small());
        OrganisationId id = apply();
        Playbook first = current(id);

        // When
        OrganisationId again = apply();
        write(small().changed("playbooks/visits.yaml", "Often?", "Seldom?")
                .changed("branches.yaml", "key: bergen, name: Bergen", "key: bodo, name: Bodø"));
        OrganisationId changed = apply();

        // Then
        assertThat(again).isEqualTo(id);
        assertThat(changed).isEqualTo(id);
        assertThat(current(id).version()).isNotEqualTo(first.version());
        assertThat(playbooks
                        .version(id, "visits", first.version())
                        .await()
                        .indefinitely()
                        .version())
                .isEqualTo(first.version());
        assertThat(organisations.organisation(id).name()).isEqualTo("Chess Club");
        assertThat(branches(id)).containsExactly("bodo", "north", "oslo");

        // When: the first text comes back
        write(small());
        apply();

        // Then
        assertThat(current(id).version()).isEqualTo(first.version());
        assertThat(branches(id)).containsExactly("bergen", "north", "oslo");
    }

    @Test
    void refusesFilesWithErrorsAndChangesNothing() throws IOException {
        // Given
        write(small());
        OrganisationId id = apply();
        write(small().changed("branches.yaml", "key: bergen", "key: oslo"));

        // Then
        assertThatThrownBy(this::apply)
                .isInstanceOf(StartProblem.class)
                .hasMessageContaining("branches.yaml:6: The key \"oslo\" is given twice, first in line 5.");
        assertThat(branches(id)).containsExactly("bergen", "north", "oslo");
    }

    @Test
    void refusesAnotherWordingUnderTheSameVersion() throws IOException {
        // Given
        write(small());
        apply();
        write(small().changed("organisation.yaml", "May I?", "May I now?"));

        // Then
        assertThatThrownBy(this::apply).isInstanceOf(StartProblem.class).hasMessageContaining("a new version");
    }

    @Test
    void appliesTheBundledWorkspace() {
        // When
        List<Settled> settled = applying.apply(Optional.empty()).await().indefinitely();

        // Then
        assertThat(settled).singleElement().satisfies(one -> {
            assertThat(one.key()).isEqualTo("labour-international");
            assertThat(playbooks
                            .current(one.organisation(), "skills-audit")
                            .await()
                            .indefinitely())
                    .isPresent();
        });
    }

    private SmallWorkspace small() {
        return new SmallWorkspace().changed("organisation.yaml", "chess-club", key);
    }

    private OrganisationId apply() {
        return applying.apply(Optional.of(folder)).await().indefinitely().get(0).organisation();
    }

    private Playbook current(OrganisationId id) {
        return playbooks.current(id, "visits").await().indefinitely().orElseThrow();
    }

    private List<String> branches(OrganisationId id) {
        return transactions
                .inTransaction(
                        id,
                        tx -> tx.query(
                                "select array_agg(key order by key) as keys from branch"
                                        + " where organisation = $1 and retired_at is null",
                                id.number()))
                .map(rows -> List.of(rows.iterator().next().getArrayOfStrings("keys")))
                .await()
                .indefinitely();
    }

    private void write(SmallWorkspace workspace) throws IOException {
        for (Map.Entry<String, byte[]> file : workspace.files().byPath().entrySet()) {
            Path path = folder.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.write(path, file.getValue());
        }
    }
}
