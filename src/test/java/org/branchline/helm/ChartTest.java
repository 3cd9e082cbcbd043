package org.branchline.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.marcnuri.helm.LintResult;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChartTest {

    @Test
    void helm_finds_nothing_to_mend() {
        // When
        LintResult found = Chart.OURS.lint();

        // Then
        assertThat(found.isFailed()).as(String.join("\n", found.getMessages())).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void every_set_of_values_renders_to_what_is_promised(ValueSet values) {
        values.hold(Chart.OURS);
    }

    @ParameterizedTest
    @EnumSource
    void values_that_cannot_work_are_refused_with_what_to_do(Refusal refused) {
        refused.hold(Chart.OURS);
    }

    @Test
    void the_example_of_cloudnative_pg_makes_the_roles_and_secrets_its_values_name() throws IOException {
        // Given
        String example = Files.readString(Chart.OURS.folder().resolve("examples/cloudnative-pg.yaml"));

        // When
        GenericKubernetesResource cluster =
                (GenericKubernetesResource) Rendered.read(example).get(0);

        // Then
        assertThat(cluster.getApiVersion()).isEqualTo("postgresql.cnpg.io/v1");
        assertThat(cluster.getMetadata().getName() + "-app").isEqualTo("branchline-postgres-app");
        assertThat(cluster.<String>get("spec", "bootstrap", "initdb", "owner")).isEqualTo("branchline_owner");
        assertThat(cluster.<Object>get("spec", "bootstrap", "initdb", "postInitApplicationSQL"))
                .asString()
                .contains("CREATE ROLE branchline_service NOLOGIN", "GRANT branchline_service TO branchline_owner");
        assertThat(cluster.<String>get("spec", "managed", "roles", 0, "passwordSecret", "name"))
                .isEqualTo("branchline-service");
        assertThat(cluster.<Object>get("spec", "managed", "roles", 0, "inRoles"))
                .asString()
                .contains("branchline_service");
        assertThat(example).contains("@" + cluster.getMetadata().getName() + "-rw:5432/");
    }
}
