package org.branchline.helm;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import io.fabric8.openshift.api.model.monitoring.v1.Rule;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.branchline.ops.Figure;

/** What holds of alerts, dashboard and scraping where they are wanted. */
final class WatchingPromises {

    /** What kube-state-metrics, the kubelet and its cAdvisor tell of any service. */
    private static final Set<String> AROUND = Set.of(
            "kube_deployment_status_replicas_available",
            "kube_deployment_spec_replicas",
            "kube_pod_container_status_restarts_total",
            "kube_pod_container_status_last_terminated_reason",
            "kube_job_status_failed",
            "kubelet_volume_stats_available_bytes",
            "kubelet_volume_stats_capacity_bytes",
            "container_memory_working_set_bytes",
            "container_cpu_usage_seconds_total",
            "container_cpu_cfs_throttled_seconds_total");

    /** What the service itself tells, as {@code MetricsIT} finds it at {@code /q/metrics}, with its labels. */
    private static final Map<String, List<String>> OURS = Arrays.stream(Figure.values())
            .flatMap(figure -> figure.names().map(name -> Map.entry(name, figure.labels())))
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));

    /** What scraping adds to each, and the bound of a bucket. */
    private static final Set<String> ADDED = Set.of("namespace", "service", "le");

    private static final Pattern METRIC = Pattern.compile("([a-z_:]+)\\{([^}]*)}");
    private static final Pattern BARE = Pattern.compile("branchline_[a-z_]+(?!\\{|[a-z_])");
    private static final Pattern LABEL = Pattern.compile("([a-z_]+)=~?\"");

    private WatchingPromises() {}

    static void hold(Rendered rendered) {
        rendered.all(PrometheusRule.class).forEach(rules -> {
            assertThat(rules.getSpec().getGroups()).singleElement().satisfies(group -> assertThat(group.getRules())
                    .isNotEmpty()
                    .allSatisfy(WatchingPromises::hold)
                    .extracting(Rule::getAlert)
                    .doesNotHaveDuplicates());
        });
        rendered.all(ConfigMap.class).forEach(WatchingPromises::dashboard);
        rendered.all(ServiceMonitor.class).forEach(monitor -> {
            Service service = rendered.the(Service.class);
            assertThat(service.getMetadata().getLabels())
                    .containsAllEntriesOf(monitor.getSpec().getSelector().getMatchLabels());
            assertThat(monitor.getSpec().getEndpoints()).singleElement().satisfies(endpoint -> {
                assertThat(endpoint.getPort()).isEqualTo("http");
                assertThat(endpoint.getPath()).isEqualTo("/q/metrics");
            });
        });
    }

    /** Each looks at this release only, by figures that are there, and says what to do. */
    private static void hold(Rule rule) {
        assertThat(rule.getAlert()).startsWith("Branchline");
        measured(String.valueOf(rule.getExpr().getValue()));
        assertThat(rule.getLabels().get("severity")).isIn("warning", "critical");
        assertThat(rule.getAnnotations().get("summary")).as(rule.getAlert()).isNotBlank();
        assertThat(rule.getAnnotations().get("description"))
                .as(rule.getAlert())
                .isNotBlank()
                .containsAnyOf("kubectl", "Raise");
    }

    private static void measured(String expression) {
        List<MatchResult> metrics = METRIC.matcher(expression).results().toList();
        assertThat(metrics).as(expression).isNotEmpty().allSatisfy(metric -> {
            assertThat(metric.group(1)).matches(name -> AROUND.contains(name) || OURS.containsKey(name), "is measured");
            assertThat(metric.group(2)).contains("namespace=\"" + Chart.NAMESPACE + "\"");
        });
        metrics.stream().filter(metric -> OURS.containsKey(metric.group(1))).forEach(metric -> {
            Set<String> labels = new HashSet<>(ADDED);
            labels.addAll(OURS.get(metric.group(1)));
            assertThat(LABEL.matcher(metric.group(2)).results().map(label -> label.group(1)))
                    .as(metric.group())
                    .contains("service")
                    .allMatch(labels::contains);
        });
        assertThat(BARE.matcher(expression).results().map(MatchResult::group))
                .as("of this release only: " + expression)
                .isEmpty();
    }

    private static void dashboard(ConfigMap map) {
        assertThat(map.getMetadata().getLabels()).containsEntry("grafana_dashboard", "1");
        assertThat(map.getData()).hasSize(1).allSatisfy((name, text) -> {
            assertThat(name).endsWith(".json");
            JsonNode panels = json(text).path("panels");
            assertThat(panels).isNotEmpty().allSatisfy(panel -> {
                assertThat(panel.path("title").asText()).isNotBlank();
                assertThat(panel.path("targets"))
                        .isNotEmpty()
                        .allSatisfy(target -> measured(target.path("expr").asText()));
            });
        });
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("the dashboard is no JSON: " + e.getOriginalMessage());
        }
    }
}
