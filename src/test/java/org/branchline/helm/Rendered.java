package org.branchline.helm;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.client.utils.KubernetesSerialization;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * What Helm would install.
 *
 * @param resources in Kubernetes's own types, nothing left over
 * @param text all of it as Helm wrote it
 * @param notes what the operator reads in the end
 */
record Rendered(List<HasMetadata> resources, String text, Supplier<String> notes) {

    private static final KubernetesSerialization KUBERNETES = new KubernetesSerialization();

    Rendered {
        resources = List.copyOf(resources);
    }

    static Rendered of(String text, Supplier<String> notes) {
        return new Rendered(read(text), text, notes);
    }

    /** Resources of several YAML documents. */
    static List<HasMetadata> read(String text) {
        List<HasMetadata> resources = new ArrayList<>();
        for (String document : text.split("(?m)^---\\s*$")) {
            if (document.lines().allMatch(line -> line.isBlank() || line.startsWith("#"))) {
                continue;
            }
            resources.add(KUBERNETES.unmarshal(document, HasMetadata.class));
        }
        return resources;
    }

    /** The only one of its type. */
    <T extends HasMetadata> T the(Class<T> type) {
        List<T> all = all(type);
        assertThat(all).as(type.getSimpleName()).hasSize(1);
        return all.get(0);
    }

    <T extends HasMetadata> Optional<T> maybe(Class<T> type) {
        return all(type).stream().findFirst();
    }

    <T extends HasMetadata> List<T> all(Class<T> type) {
        return resources.stream().filter(type::isInstance).map(type::cast).toList();
    }

    Deployment service() {
        return the(Deployment.class);
    }

    /** The service's container. */
    Container branchline() {
        List<Container> containers = service().getSpec().getTemplate().getSpec().getContainers();
        assertThat(containers).hasSize(1);
        return containers.get(0);
    }

    /** Value of a variable of the service. */
    Optional<String> variable(String name) {
        return branchline().getEnv().stream()
                .filter(variable -> variable.getName().equals(name))
                .map(variable -> variable.getValue())
                .findFirst();
    }

    List<PodTemplateSpec> pods() {
        return Stream.concat(
                        all(Deployment.class).stream()
                                .map(deployment -> deployment.getSpec().getTemplate()),
                        all(Job.class).stream().map(job -> job.getSpec().getTemplate()))
                .toList();
    }

    /** That Kubernetes knows every kind and every key, and that each value is of the type it expects. */
    void nothingLeftOver() {
        for (HasMetadata resource : resources) {
            String name = resource.getKind() + " " + resource.getMetadata().getName();
            assertThat(resource).as(name).isNotInstanceOf(GenericKubernetesResource.class);
            assertThat(Leftovers.of(resource))
                    .as("unknown to Kubernetes in " + name)
                    .isEmpty();
        }
    }
}
