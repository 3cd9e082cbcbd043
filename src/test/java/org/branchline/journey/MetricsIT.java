package org.branchline.journey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.branchline.ops.Figure;
import org.branchline.sandbox.Sandbox;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@code /q/metrics} really tells, after somebody talked with the bot. */
@QuarkusTest
@WithTestResource(value = WebhookResource.class, scope = TestResourceScope.MATCHING_RESOURCES)
class MetricsIT {

    /** Of the Java runtime and the machine, and the bound of a bucket. */
    private static final Set<String> AROUND =
            Set.of("le", "area", "id", "pool", "action", "cause", "gc", "state", "runtime", "vendor");

    private static final Pattern LABEL = Pattern.compile("([a-zA-Z_]+)=\"([^\"]*)\"");

    private final String bot = Sandbox.DEFAULT_TOKEN.split(":", 2)[0];

    @BeforeEach
    void direct() {
        Posted.directSandbox();
    }

    @Test
    void every_figure_is_told_and_none_that_is_not_listed() {
        // Given
        Halfway.atTheFirstQuestion();

        // When
        Set<String> told = lines().map(line -> line.split("[{ ]", 2)[0])
                .filter(name -> name.startsWith("branchline_"))
                .collect(Collectors.toCollection(TreeSet::new));

        // Then
        assertThat(told)
                .isEqualTo(Arrays.stream(Figure.values())
                        .flatMap(Figure::names)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @Test
    void what_happened_is_counted_and_nobody_is_named() {
        // Given
        double turns = value("branchline_turn_seconds_count{begun_by=\"update\",outcome=\"done\",}");
        double sent = value("branchline_sends_total{reason=\"none\",state=\"sent\",}");
        double refused = value("branchline_updates_total{answer=\"refused\",}");

        // When
        Volunteer ann = Halfway.atTheSecondQuestion();
        given().body("{}").post("/telegram/" + bot).then().statusCode(403);

        // Then
        await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
            assertThat(value("branchline_turn_seconds_count{begun_by=\"update\",outcome=\"done\",}"))
                    .isGreaterThanOrEqualTo(turns + 7);
            assertThat(value("branchline_sends_total{reason=\"none\",state=\"sent\",}"))
                    .isGreaterThan(sent);
        });
        assertThat(value("branchline_updates_total{answer=\"refused\",}")).isEqualTo(refused + 1);
        assertThat(value("branchline_lease_held{bot=\"" + bot + "\",}")).isEqualTo(1);
        Set<String> allowed = Stream.concat(
                        AROUND.stream(), Arrays.stream(Figure.values()).flatMap(figure -> figure.labels().stream()))
                .collect(Collectors.toSet());
        assertThat(labels().map(label -> label.get(0)).collect(Collectors.toSet()))
                .isSubsetOf(allowed);
        assertThat(scraped())
                .doesNotContain("Ann", Long.toString(ann.id()), Sandbox.DEFAULT_TOKEN, "/telegram", "tokyo");
    }

    private Stream<List<String>> labels() {
        return lines().flatMap(
                        line -> LABEL.matcher(line).results().map(found -> List.of(found.group(1), found.group(2))));
    }

    private double value(String series) {
        return lines().filter(line -> line.startsWith(series + " "))
                .mapToDouble(line -> Double.parseDouble(line.substring(series.length() + 1)))
                .sum();
    }

    private Stream<String> lines() {
        return scraped().lines().filter(line -> !line.startsWith("#"));
    }

    private static String scraped() {
        return given().accept("text/plain")
                .get("/q/metrics")
                .then()
                .statusCode(200)
                .extract()
                .asString();
    }
}
