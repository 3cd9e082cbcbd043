package org.branchline.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** One version everywhere: the pom's, of which the API's description and the image make theirs, and the chart's. */
class VersionTest {

    private static final String SNAPSHOT = "-SNAPSHOT";

    @Test
    void the_chart_has_the_version_of_the_program() throws IOException {
        // Given
        String chart = Files.readString(Path.of("helm", "branchline", "Chart.yaml"));

        // Then
        assertThat(List.of(found(chart, "(?m)^version: (.*)$"), found(chart, "(?m)^appVersion: \"(.*)\"$")))
                .containsOnly(pom().replace(SNAPSHOT, ""));
    }

    @Test
    void the_readme_starts_the_image_that_is_built() throws IOException {
        // Given
        String name = found(Files.readString(Path.of("pom.xml")), "<image.name>(.*)</image.name>");

        // When
        String tag = found(Files.readString(Path.of("README.md")), Pattern.quote(name) + ":(\\S+)");

        // Then
        assertThat(tag).isEqualTo(pom());
    }

    @Test
    void a_version_that_is_released_was_recorded() throws IOException {
        // Given
        List<String> recorded = Release.all().stream().map(Release::name).toList();

        // Then
        assertThat(recorded.get(recorded.size() - 1).equals("v" + pom()))
                .as(pom() + " after " + recorded)
                .isEqualTo(!pom().endsWith(SNAPSHOT));
    }

    private static String pom() throws IOException {
        return found(
                Files.readString(Path.of("pom.xml")), "<artifactId>branchline</artifactId>\\s*<version>(.*)</version>");
    }

    private static String found(String text, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher.group(1);
    }
}
