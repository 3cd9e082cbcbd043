package org.branchline.helm;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.PersistentVolumeClaim;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.VolumeMount;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressTLS;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import io.fabric8.openshift.api.model.monitoring.v1.Rule;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import java.util.List;

/** The sets of values that the chart is rendered with, and what is special about each. */
enum ValueSet {
    DEFAULTS("ci/defaults-values.yaml") {
        @Override
        void check(Rendered rendered) {
            assertThat(rendered.service().getSpec().getReplicas()).isEqualTo(2);
            assertThat(rendered.branchline().getImage()).isEqualTo("ghcr.io/branchline/branchline:0.1.0");
            assertThat(rendered.variable("TELEGRAM_UPDATES")).hasValue("polling");
            assertThat(rendered.variable("WORKSPACE")).as("the bundled one").isEmpty();
            assertThat(rendered.variable("OTEL_EXPORTER_OTLP_ENDPOINT")).isEmpty();
            assertThat(rendered.all(Job.class)).hasSize(1);
            assertThat(rendered.all(NetworkPolicy.class)).hasSize(2);
            assertThat(rendered.all(Ingress.class)).isEmpty();
            assertThat(secretOf(rendered, "TELEGRAM_BOT_TOKEN")).isEqualTo("branchline/TELEGRAM_BOT_TOKEN");
            assertThat(rendered.notes().get())
                    .contains("rollout status deployment/branchline", "/claim", "DATA_KEY from key DATA_KEY of Secret");
        }
    },
    WEBHOOK("examples/webhook.yaml") {
        @Override
        void check(Rendered rendered) {
            HorizontalPodAutoscaler scaling = rendered.the(HorizontalPodAutoscaler.class);
            assertThat(scaling.getSpec().getScaleTargetRef().getName())
                    .isEqualTo(rendered.service().getMetadata().getName());
            assertThat(scaling.getSpec().getMinReplicas()).isEqualTo(2);
            assertThat(scaling.getSpec().getMaxReplicas()).isEqualTo(6);
            assertThat(scaling.getSpec().getMetrics()).singleElement().satisfies(metric -> assertThat(
                            metric.getResource().getTarget().getAverageUtilization())
                    .isEqualTo(70));
            assertThat(rendered.variable("TELEGRAM_UPDATES")).hasValue("webhook");
            assertThat(rendered.variable("PUBLIC_URL")).hasValue("https://bot.example.org");
            assertThat(rendered.variable("OTEL_EXPORTER_OTLP_ENDPOINT"))
                    .hasValue("http://otel-collector.monitoring:4318");
            assertThat(rendered.variable("OTEL_TRACES_SAMPLER")).hasValue("parentbased_traceidratio");
            assertThat(rendered.variable("OTEL_TRACES_SAMPLER_ARG")).hasValue("0.1");
            Ingress ingress = rendered.the(Ingress.class);
            assertThat(ingress.getSpec().getTls())
                    .extracting(IngressTLS::getSecretName)
                    .containsExactly("bot-example-org");
            assertThat(ingress.getSpec().getRules().get(0).getHttp().getPaths())
                    .extracting(path -> path.getPath())
                    .containsExactly("/telegram", "/api");
            assertThat(secretOf(rendered, "API_KEY")).isEqualTo("branchline/API_KEY");
            assertThat(rendered.branchline().getVolumeMounts())
                    .extracting(VolumeMount::getMountPath)
                    .contains("/certificates");
            assertThat(rendered.all(ServiceMonitor.class)).hasSize(1);
            assertThat(rendered.all(ConfigMap.class)).as("the dashboard").hasSize(1);
            assertThat(alerts(rendered))
                    .containsExactlyInAnyOrder(
                            "BranchlineDown",
                            "BranchlineReplicasMissing",
                            "BranchlineRestarts",
                            "BranchlineOutOfMemory",
                            "BranchlineMigrationFailed",
                            "BranchlinePostgresAway",
                            "BranchlineNobodySends",
                            "BranchlineRepliesWait",
                            "BranchlineNothingLeaves",
                            "BranchlineFloodLimits",
                            "BranchlineUncertain",
                            "BranchlineDeadLetters",
                            "BranchlineTurnsFail",
                            "BranchlinePromptsLate",
                            "BranchlineConnectionsUsedUp");
            assertThat(rendered.notes().get()).contains("https://bot.example.org/telegram/<bot id>");
        }
    },
    SINGLE_SERVER("examples/single-server.yaml") {
        @Override
        void check(Rendered rendered) {
            PersistentVolumeClaim claim = rendered.the(PersistentVolumeClaim.class);
            assertThat(claim.getMetadata().getAnnotations()).containsEntry("helm.sh/resource-policy", "keep");
            assertThat(claim.getSpec().getResources().getRequests()).containsKey("storage");
            assertThat(claimed(rendered)).isEqualTo(claim.getMetadata().getName());
            assertThat(rendered.variable("DATA_DIR")).hasValue("/data");
            assertThat(rendered.variable("DATA_KEY_FILE"))
                    .as("made in the volume")
                    .isEmpty();
            assertThat(rendered.notes().get()).contains("one replica with its own Postgres");
        }
    },
    CLOUDNATIVE_PG("examples/cloudnative-pg-values.yaml") {
        @Override
        void check(Rendered rendered) {
            PodSpec migration = rendered.the(Job.class).getSpec().getTemplate().getSpec();
            assertThat(RolloutPromises.secretOf(migration, "DATABASE_URL")).isEqualTo("branchline-postgres-app/uri");
            assertThat(secretOf(rendered, "DATABASE_URL")).isEqualTo("branchline-service/url");
        }
    },
    WORKSPACE_CONFIG_MAPS("ci/workspace-config-maps-values.yaml") {
        @Override
        void check(Rendered rendered) {
            assertThat(rendered.service().getMetadata().getName()).isEqualTo("chatline");
            assertThat(rendered.all(Job.class)).isEmpty();
            assertThat(rendered.variable("WORKSPACE")).hasValue("/workspace");
            assertThat(rendered.variable("COORDINATOR_TELEGRAM_IDS")).hasValue("6200000001,6200000002");
            assertThat(rendered.branchline().getVolumeMounts())
                    .extracting(VolumeMount::getMountPath)
                    .contains("/workspace", "/workspace/playbooks", "/workspace/dialogues/skills-audit");
            assertThat(rendered.the(NetworkPolicy.class).getSpec().getIngress()).isEmpty();
        }
    },
    WORKSPACE_IMAGE("ci/workspace-image-values.yaml") {
        @Override
        void check(Rendered rendered) {
            PodSpec pod = rendered.service().getSpec().getTemplate().getSpec();
            assertThat(rendered.service().getSpec().getReplicas()).isEqualTo(3);
            assertThat(rendered.branchline().getImage()).startsWith("ghcr.io/branchline/branchline@sha256:");
            assertThat(rendered.variable("WORKSPACE")).hasValue("/workspace/organisations");
            assertThat(pod.getVolumes())
                    .filteredOn(volume -> volume.getImage() != null)
                    .singleElement()
                    .satisfies(volume ->
                            assertThat(volume.getImage().getReference()).startsWith("registry.example.org/"));
            assertThat(secretOf(rendered, "TELEGRAM_BOT_TOKEN_CHESS")).isEqualTo("chess/token");
            assertThat(rendered.variable("TELEGRAM_API_URL")).hasValue("https://bot-api.example.org");
            assertThat(rendered.variable("JAVA_TOOL_OPTIONS")).isPresent();
            assertThat(pod.getImagePullSecrets()).hasSize(1);
            assertThat(pod.getServiceAccountName()).isEqualTo("chatline");
            assertThat(pod.getPriorityClassName()).isEqualTo("important");
            assertThat(pod.getNodeSelector()).hasSize(1);
            assertThat(pod.getTolerations()).hasSize(1);
            assertThat(pod.getAffinity().getPodAntiAffinity()).isNotNull();
        }
    },
    WORKSPACE_COPIED("ci/workspace-copied-values.yaml") {
        @Override
        void check(Rendered rendered) {
            assertThat(rendered.all(PersistentVolumeClaim.class)).isEmpty();
            assertThat(claimed(rendered)).isEqualTo("kept-answers");
            assertThat(rendered.variable("WORKSPACE")).hasValue("/workspace");
            assertThat(rendered.service().getSpec().getTemplate().getSpec().getInitContainers())
                    .singleElement()
                    .satisfies(copying -> {
                        assertThat(copying.getCommand()).containsExactly("cp", "-r", "/workspace/.", "/target");
                        assertThat(copying.getEnv()).isEmpty();
                    });
            assertThat(alerts(rendered)).contains("BranchlineDataFillsUp").doesNotContain("BranchlineMigrationFailed");
        }
    };

    private final String file;

    ValueSet(String file) {
        this.file = file;
    }

    /** Holds a chart to everything it promises under these values. */
    void hold(Chart chart) {
        Rendered rendered = render(chart);
        rendered.nothingLeftOver();
        PodPromises.hold(rendered);
        RolloutPromises.hold(rendered);
        NetworkPromises.hold(rendered);
        WatchingPromises.hold(rendered);
        check(rendered);
    }

    Rendered render(Chart chart) {
        return chart.render(file);
    }

    /** What these values ask for, beside what always holds. */
    abstract void check(Rendered rendered);

    private static String secretOf(Rendered rendered, String variable) {
        return RolloutPromises.secretOf(
                rendered.service().getSpec().getTemplate().getSpec(), variable);
    }

    private static String claimed(Rendered rendered) {
        return rendered.service().getSpec().getTemplate().getSpec().getVolumes().stream()
                .filter(volume -> volume.getPersistentVolumeClaim() != null)
                .map(volume -> volume.getPersistentVolumeClaim().getClaimName())
                .findFirst()
                .orElseThrow();
    }

    private static List<String> alerts(Rendered rendered) {
        return rendered.the(PrometheusRule.class).getSpec().getGroups().get(0).getRules().stream()
                .map(Rule::getAlert)
                .toList();
    }
}
