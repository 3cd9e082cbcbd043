package org.branchline.helm;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.DeploymentSpec;
import io.fabric8.kubernetes.api.model.apps.RollingUpdateDeployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.Map;
import java.util.Optional;

/** What holds of starting, ending and replacing replicas, whatever was set. */
final class RolloutPromises {

    /** What a start may take on a busy node, beside waiting for its schema. */
    private static final int START_SECONDS = 90;

    /** Between the service's last word and the kill. */
    private static final int SPARE_SECONDS = 5;

    private RolloutPromises() {}

    static void hold(Rendered rendered) {
        probes(rendered);
        ending(rendered);
        boolean embedded = rendered.variable("DATA_DIR").isPresent();
        if (embedded) {
            alone(rendered);
        } else {
            rolling(rendered.service().getSpec());
            spread(rendered.service().getSpec());
        }
        disruption(rendered, embedded);
        rendered.maybe(Job.class).ifPresent(job -> migration(job, rendered));
        Service service = rendered.the(Service.class);
        assertThat(rendered.service().getSpec().getTemplate().getMetadata().getLabels())
                .containsAllEntriesOf(service.getSpec().getSelector())
                .containsAllEntriesOf(rendered.service().getSpec().getSelector().getMatchLabels());
        assertThat(service.getSpec().getPorts())
                .singleElement()
                .satisfies(port -> assertThat(port.getTargetPort().getStrVal()).isEqualTo("http"));
    }

    private static void probes(Rendered rendered) {
        Container container = rendered.branchline();
        assertThat(container.getPorts()).singleElement().satisfies(port -> {
            assertThat(port.getName()).isEqualTo("http");
            assertThat(rendered.variable("HTTP_PORT")).hasValue(String.valueOf(port.getContainerPort()));
        });
        asks(container.getStartupProbe(), "/q/health/started");
        asks(container.getLivenessProbe(), "/q/health/live");
        asks(container.getReadinessProbe(), "/q/health/ready");
        int wait =
                rendered.variable("SCHEMA_WAIT_SECONDS").map(Integer::parseInt).orElse(0);
        assertThat(seconds(container.getStartupProbe()))
                .as("time to start")
                .isGreaterThanOrEqualTo(wait + START_SECONDS);
        assertThat(rendered.service().getSpec().getProgressDeadlineSeconds())
                .as("time of a roll-out")
                .isGreaterThan(seconds(container.getStartupProbe()));
        assertThat(seconds(container.getLivenessProbe()))
                .as("time until an end")
                .isGreaterThanOrEqualTo(30);
    }

    private static void asks(Probe probe, String path) {
        assertThat(probe).as("probe of " + path).isNotNull();
        assertThat(probe.getHttpGet().getPath()).isEqualTo(path);
        assertThat(probe.getHttpGet().getPort().getStrVal()).isEqualTo("http");
    }

    private static int seconds(Probe probe) {
        return probe.getPeriodSeconds() * probe.getFailureThreshold();
    }

    /** A pause, then all the time the service itself takes to finish and hand over. */
    private static void ending(Rendered rendered) {
        Container container = rendered.branchline();
        assertThat(container.getLifecycle()).as("pause before the end").isNotNull();
        long pause = container.getLifecycle().getPreStop().getSleep().getSeconds();
        assertThat(pause).isPositive();
        assertThat(rendered.service().getSpec().getTemplate().getSpec().getTerminationGracePeriodSeconds())
                .as("time to end")
                .isGreaterThanOrEqualTo(pause + patience() + SPARE_SECONDS);
    }

    /** How long the service gives its own end, from where it says so. */
    private static long patience() {
        try {
            var field = Class.forName("org.branchline.start.Service").getDeclaredField("PATIENCE_SECONDS");
            field.setAccessible(true);
            return field.getLong(null);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void rolling(DeploymentSpec spec) {
        assertThat(spec.getStrategy().getType()).isEqualTo("RollingUpdate");
        RollingUpdateDeployment rolling = spec.getStrategy().getRollingUpdate();
        assertThat(rolling.getMaxUnavailable().getIntVal()).isZero();
        assertThat(rolling.getMaxSurge().getIntVal()).isEqualTo(1);
    }

    private static void spread(DeploymentSpec spec) {
        assertThat(spec.getTemplate().getSpec().getTopologySpreadConstraints())
                .allSatisfy(spread -> {
                    assertThat(spread.getMaxSkew()).isEqualTo(1);
                    assertThat(spread.getLabelSelector()).isEqualTo(spec.getSelector());
                })
                .extracting(spread -> spread.getTopologyKey())
                .containsExactly("kubernetes.io/hostname", "topology.kubernetes.io/zone");
    }

    /** With a Postgres of its own: never two at once, and a folder that stays. */
    private static void alone(Rendered rendered) {
        DeploymentSpec spec = rendered.service().getSpec();
        assertThat(spec.getReplicas()).isEqualTo(1);
        assertThat(spec.getStrategy().getType()).isEqualTo("Recreate");
        assertThat(spec.getStrategy().getRollingUpdate()).isNull();
        assertThat(rendered.all(HorizontalPodAutoscaler.class)).isEmpty();
        assertThat(rendered.all(Job.class)).as("it migrates by itself").isEmpty();
        assertThat(rendered.variable("DATABASE_URL_FILE")).isEmpty();
        PodSpec pod = spec.getTemplate().getSpec();
        assertThat(pod.getSecurityContext().getFsGroupChangePolicy())
                .as(
                        "Postgres refuses a data folder that its group may write, as a later change of all files would leave it")
                .isEqualTo("OnRootMismatch");
        assertThat(rendered.branchline().getVolumeMounts()).anySatisfy(mount -> {
            assertThat(mount.getMountPath()).isEqualTo("/data");
            assertThat(mount.getReadOnly()).isNull();
            assertThat(pod.getVolumes())
                    .filteredOn(volume -> volume.getName().equals(mount.getName()))
                    .singleElement()
                    .satisfies(volume ->
                            assertThat(volume.getPersistentVolumeClaim()).isNotNull());
        });
    }

    /** Where there are several, all but one stay while a node is emptied; where there is one, nothing holds the node up. */
    private static void disruption(Rendered rendered, boolean embedded) {
        Optional<HorizontalPodAutoscaler> scaling = rendered.maybe(HorizontalPodAutoscaler.class);
        Integer replicas = rendered.service().getSpec().getReplicas();
        assertThat(replicas == null).as("one says how many").isEqualTo(scaling.isPresent());
        boolean several = scaling.isPresent() || replicas > 1;
        assertThat(several && embedded).isFalse();
        assertThat(rendered.all(PodDisruptionBudget.class))
                .hasSize(several ? 1 : 0)
                .allSatisfy(budget -> {
                    assertThat(budget.getSpec().getMaxUnavailable().getIntVal()).isEqualTo(1);
                    assertThat(budget.getSpec().getSelector())
                            .isEqualTo(rendered.service().getSpec().getSelector());
                });
    }

    /** Before the roll-out, as the owner, with nothing of Telegram. */
    private static void migration(Job job, Rendered rendered) {
        assertThat(job.getMetadata().getAnnotations())
                .containsAllEntriesOf(Map.of(
                        "helm.sh/hook", "pre-install,pre-upgrade",
                        "helm.sh/hook-weight", "0",
                        "helm.sh/hook-delete-policy", "before-hook-creation,hook-succeeded"));
        PodSpec pod = job.getSpec().getTemplate().getSpec();
        assertThat(pod.getRestartPolicy()).isEqualTo("Never");
        assertThat(job.getSpec().getActiveDeadlineSeconds()).isPositive();
        assertThat(job.getSpec().getBackoffLimit()).isPositive();
        assertThat(pod.getContainers()).singleElement().satisfies(container -> {
            assertThat(container.getArgs()).containsExactly("migrate");
            assertThat(container.getCommand()).isEmpty();
            assertThat(container.getImage()).isEqualTo(rendered.branchline().getImage());
            assertThat(container.getEnv())
                    .extracting(EnvVar::getName)
                    .containsExactlyInAnyOrder("DATABASE_URL_FILE", "DATA_KEY_FILE");
        });
        assertThat(secretOf(pod, "DATABASE_URL"))
                .as("the owner's URL is not the service's")
                .isNotEqualTo(
                        secretOf(rendered.service().getSpec().getTemplate().getSpec(), "DATABASE_URL"));
    }

    /** Name and key of where a variable's value lies. */
    static String secretOf(PodSpec pod, String variable) {
        return pod.getVolumes().stream()
                .filter(volume -> volume.getProjected() != null)
                .flatMap(volume -> volume.getProjected().getSources().stream())
                .map(source -> source.getSecret())
                .filter(secret -> secret.getItems().get(0).getPath().equals(variable))
                .map(secret -> secret.getName() + "/" + secret.getItems().get(0).getKey())
                .findFirst()
                .orElseThrow(() -> new AssertionError("no file for " + variable));
    }
}
