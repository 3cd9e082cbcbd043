package org.branchline.helm;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.Secret;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.VolumeProjection;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What holds for every pod, whatever was set: it can do nothing but its work, and shows no secret. */
final class PodPromises {

    private static final Pattern SECRET = Pattern.compile(".*(TOKEN|_KEY|SECRET|PASSWORD|DATABASE_URL).*");

    /** 0440: the file's owner and the service's group read it. */
    private static final int GROUP_READS = 0440;

    private PodPromises() {}

    static void hold(Rendered rendered) {
        assertThat(rendered.all(Secret.class)).as("Secrets made by the chart").isEmpty();
        assertThat(rendered.text())
                .as("a token or a login in plain text")
                .doesNotContainPattern("\\d{6,}:[A-Za-z0-9_-]{30,}")
                .doesNotContainPattern("postgres(ql)?://");
        rendered.pods().forEach(PodPromises::hold);
    }

    private static void hold(PodTemplateSpec template) {
        PodSpec pod = template.getSpec();
        assertThat(pod.getAutomountServiceAccountToken())
                .as("token of the cluster")
                .isFalse();
        assertThat(pod.getEnableServiceLinks()).as("variables of neighbours").isFalse();
        assertThat(Stream.of(pod.getHostNetwork(), pod.getHostPID(), pod.getHostIPC()))
                .as("the node's network and processes")
                .containsOnlyNulls();
        assertThat(pod.getSecurityContext().getRunAsNonRoot())
                .as("runAsNonRoot")
                .isTrue();
        assertThat(pod.getSecurityContext().getRunAsUser()).as("user").isPositive();
        assertThat(pod.getSecurityContext().getFsGroup())
                .as("group that reads the secrets")
                .isEqualTo(pod.getSecurityContext().getRunAsGroup())
                .isPositive();
        assertThat(pod.getSecurityContext().getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
        containers(pod).forEach(PodPromises::hold);
        volumes(pod);
        pod.getContainers().forEach(container -> secrets(pod, container));
    }

    private static void hold(Container container) {
        String name = container.getName();
        assertThat(container.getSecurityContext()).as(name).isNotNull().satisfies(may -> {
            assertThat(may.getAllowPrivilegeEscalation())
                    .as("more rights than at start")
                    .isFalse();
            assertThat(may.getReadOnlyRootFilesystem()).as("read-only root").isTrue();
            assertThat(may.getPrivileged()).isNull();
            assertThat(may.getRunAsUser()).as("the pod says who").isNull();
            assertThat(may.getCapabilities().getDrop()).containsExactly("ALL");
            assertThat(may.getCapabilities().getAdd()).isEmpty();
        });
        assertThat(container.getResources().getRequests()).as(name).containsKeys("cpu", "memory");
        assertThat(container.getResources().getLimits()).as(name).containsKey("memory");
        assertThat(container.getImage()).as(name).containsPattern("[:@][^/]+$").doesNotEndWith(":latest");
    }

    /** Each volume is mounted and each mount has one; what can be written is the pod's own. */
    private static void volumes(PodSpec pod) {
        Set<String> there = pod.getVolumes().stream().map(Volume::getName).collect(Collectors.toSet());
        Set<String> mounted = containers(pod)
                .flatMap(container -> container.getVolumeMounts().stream())
                .map(VolumeMount::getName)
                .collect(Collectors.toSet());
        assertThat(mounted).isEqualTo(there);
        assertThat(pod.getVolumes()).extracting(Volume::getHostPath).containsOnlyNulls();
        assertThat(pod.getContainers()).allSatisfy(container -> assertThat(container.getVolumeMounts())
                .as("a folder for what is written in passing")
                .anySatisfy(mount -> assertThat(mount.getMountPath()).isEqualTo("/tmp")));
        assertThat(volume(pod, "tmp").getEmptyDir()).isNotNull();
    }

    /** A secret is a file from an existing Secret, and its variable names that file. */
    private static void secrets(PodSpec pod, Container container) {
        Volume secrets = volume(pod, "secrets");
        assertThat(secrets.getProjected().getDefaultMode())
                .as("who reads the secrets")
                .isEqualTo(GROUP_READS);
        List<String> files = secrets.getProjected().getSources().stream()
                .map(VolumeProjection::getSecret)
                .flatMap(secret -> secret.getItems().stream())
                .map(item -> item.getPath())
                .toList();
        List<EnvVar> secret = container.getEnv().stream()
                .filter(variable -> SECRET.matcher(variable.getName()).matches())
                .toList();
        assertThat(secret)
                .allSatisfy(variable -> assertThat(variable.getName()).endsWith("_FILE"))
                .extracting(EnvVar::getValue)
                .containsExactlyInAnyOrderElementsOf(
                        files.stream().map(file -> "/secrets/" + file).toList());
        assertThat(container.getVolumeMounts()).anySatisfy(mount -> {
            assertThat(mount.getMountPath()).isEqualTo("/secrets");
            assertThat(mount.getReadOnly()).isTrue();
        });
    }

    private static Volume volume(PodSpec pod, String name) {
        return pod.getVolumes().stream()
                .filter(volume -> volume.getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no volume " + name));
    }

    private static Stream<Container> containers(PodSpec pod) {
        return Stream.concat(pod.getInitContainers().stream(), pod.getContainers().stream());
    }
}
