package org.branchline.helm;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyEgressRule;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import java.util.List;
import java.util.Map;

/** Who may talk to whom, and how everything is named, whatever was set. */
final class NetworkPromises {

    private static final List<String> DNS = List.of("53/TCP", "53/UDP");
    private static final List<String> POSTGRES = List.of("5432/TCP");
    private static final List<String> HTTPS = List.of("443/TCP");
    /** OTLP over HTTP. */
    private static final List<String> TRACES = List.of("4318/TCP");

    /** RFC 1918, and the link-local addresses at which clouds tell a machine its secrets. */
    private static final List<String> PRIVATE =
            List.of("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "169.254.0.0/16");

    private NetworkPromises() {}

    static void hold(Rendered rendered) {
        rendered.pods().forEach(pod -> policy(pod, rendered));
        rendered.all(Ingress.class).forEach(NetworkPromises::way);
        rendered.resources().forEach(NetworkPromises::named);
        assertThat(rendered.resources())
                .extracting(resource ->
                        resource.getKind() + " " + resource.getMetadata().getName())
                .doesNotHaveDuplicates();
    }

    /** Exactly one policy is for a pod, and lets it out to names, its database and, the service, Telegram. */
    private static void policy(PodTemplateSpec pod, Rendered rendered) {
        Map<String, String> labels = pod.getMetadata().getLabels();
        boolean service = "service".equals(labels.get("app.kubernetes.io/component"));
        boolean embedded = rendered.variable("DATA_DIR").isPresent();
        assertThat(rendered.all(NetworkPolicy.class))
                .filteredOn(policy -> labels.entrySet()
                        .containsAll(policy.getSpec()
                                .getPodSelector()
                                .getMatchLabels()
                                .entrySet()))
                .singleElement()
                .satisfies(policy -> {
                    assertThat(policy.getSpec().getPolicyTypes()).containsExactlyInAnyOrder("Ingress", "Egress");
                    in(policy, service);
                    assertThat(rule(policy, DNS).getTo()).as("who knows names").isNotEmpty();
                    assertThat(permits(policy, POSTGRES)).isEqualTo(!embedded);
                    assertThat(permits(policy, HTTPS)).isEqualTo(service);
                    assertThat(permits(policy, TRACES))
                            .isEqualTo(service
                                    && rendered.variable("OTEL_EXPORTER_OTLP_ENDPOINT")
                                            .isPresent());
                    if (service) {
                        publicly(rule(policy, HTTPS));
                    }
                });
    }

    private static void in(NetworkPolicy policy, boolean service) {
        if (!service) {
            assertThat(policy.getSpec().getIngress())
                    .as("nobody calls the migrations")
                    .isEmpty();
        }
        assertThat(policy.getSpec().getIngress()).allSatisfy(rule -> {
            assertThat(rule.getFrom()).as("who may call").isNotEmpty();
            assertThat(rule.getPorts())
                    .singleElement()
                    .satisfies(port -> assertThat(port.getPort().getStrVal()).isEqualTo("http"));
        });
    }

    private static void publicly(NetworkPolicyEgressRule https) {
        assertThat(https.getTo())
                .extracting(NetworkPolicyPeer::getIpBlock)
                .filteredOn(block -> block.getCidr().equals("0.0.0.0/0"))
                .singleElement()
                .satisfies(block -> assertThat(block.getExcept()).containsAll(PRIVATE));
    }

    private static boolean permits(NetworkPolicy policy, List<String> ports) {
        return policy.getSpec().getEgress().stream()
                .anyMatch(rule -> ports(rule).equals(ports));
    }

    private static NetworkPolicyEgressRule rule(NetworkPolicy policy, List<String> ports) {
        assertThat(policy.getSpec().getEgress())
                .as("every rule names its ports")
                .allSatisfy(rule -> assertThat(rule.getPorts()).isNotEmpty());
        return policy.getSpec().getEgress().stream()
                .filter(rule -> ports(rule).equals(ports))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no way out to " + ports));
    }

    private static List<String> ports(NetworkPolicyEgressRule rule) {
        return rule.getPorts().stream().map(NetworkPromises::port).sorted().toList();
    }

    private static String port(NetworkPolicyPort port) {
        return port.getPort().getIntVal() + "/" + port.getProtocol();
    }

    /** Health and metrics are nobody's outside. */
    private static void way(Ingress ingress) {
        assertThat(ingress.getSpec().getRules()).singleElement().satisfies(rule -> {
            assertThat(rule.getHost()).isNotEmpty();
            assertThat(rule.getHttp().getPaths()).isNotEmpty().allSatisfy(path -> assertThat(path.getPath())
                    .startsWith("/")
                    .isNotEqualTo("/")
                    .doesNotStartWith("/q"));
        });
    }

    private static void named(HasMetadata resource) {
        assertThat(resource.getMetadata().getName()).hasSizeLessThanOrEqualTo(63);
        assertThat(resource.getMetadata().getLabels())
                .as(resource.getKind())
                .containsEntry("app.kubernetes.io/name", "branchline")
                .containsEntry("app.kubernetes.io/instance", Chart.RELEASE)
                .containsKeys("app.kubernetes.io/version", "app.kubernetes.io/managed-by", "helm.sh/chart");
    }
}
