package org.branchline.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.prometheus.PrometheusConfig;
import io.micrometer.prometheus.PrometheusMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** With the library that Quarkus takes, which its makers call old. */
@SuppressWarnings("deprecation")
class FigureTest {

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final Figures figures = new Figures(registry);

    @ParameterizedTest
    @EnumSource
    void prometheus_reads_a_figure_under_the_names_it_is_listed_with(Figure figure) {
        // When
        tell(figure);

        // Then
        assertThat(names(registry.scrape()))
                .isEqualTo(new TreeSet<>(figure.names().toList()));
    }

    @Test
    void no_figure_takes_the_place_of_another() {
        // When
        Arrays.stream(Figure.values()).forEach(this::tell);

        // Then
        assertThat(names(registry.scrape()))
                .isEqualTo(Arrays.stream(Figure.values())
                        .flatMap(Figure::names)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    @ParameterizedTest
    @EnumSource
    void its_name_says_whose_it_is_and_in_what_it_is_counted(Figure figure) {
        // Then
        assertThat(figure.title()).startsWith("branchline_");
        switch (figure.kind()) {
            case TIMES -> assertThat(figure.title()).endsWith("_seconds");
            case COUNT -> assertThat(figure.title()).endsWith("_total");
            case STATE -> assertThat(figure.title()).doesNotEndWith("_total");
        }
    }

    @ParameterizedTest
    @EnumSource
    void the_readme_says_what_it_answers(Figure figure) throws IOException {
        // Then
        assertThat(Files.readString(Path.of("README.md"))).contains("| `" + figure.title() + "` |");
    }

    private void tell(Figure figure) {
        String[] values = Collections.nCopies(figure.labels().size(), "x").toArray(String[]::new);
        switch (figure.kind()) {
            case TIMES -> figures.times(figure, values);
            case COUNT -> figures.count(figure, values);
            case STATE -> figures.state(figure, () -> 1, values);
        }
    }

    private static Set<String> names(String scraped) {
        List<String> lines =
                scraped.lines().filter(line -> !line.startsWith("#")).toList();
        return new TreeSet<>(Stream.of(lines)
                .flatMap(List::stream)
                .map(line -> line.split("[{ ]", 2)[0])
                .toList());
    }
}
