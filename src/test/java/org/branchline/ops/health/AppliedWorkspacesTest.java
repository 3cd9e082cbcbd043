package org.branchline.ops.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.junit.jupiter.api.Test;

class AppliedWorkspacesTest {

    private final AppliedWorkspaces workspaces = new AppliedWorkspaces();

    @Test
    void until_they_are_applied_the_process_has_not_started() {
        assertThat(workspaces.call().getStatus()).isEqualTo(Status.DOWN);
    }

    @Test
    void once_they_are_it_has_and_names_them() {
        // When
        workspaces.of(List.of("chess", "labour-international"));

        // Then
        assertThat(workspaces.call().getStatus()).isEqualTo(Status.UP);
        assertThat(workspaces.call().getData().orElseThrow())
                .containsEntry("organisations", "chess, labour-international");
    }
}
