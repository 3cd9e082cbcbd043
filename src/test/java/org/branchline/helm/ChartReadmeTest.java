package org.branchline.helm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ChartReadmeTest {

    private static final Path README = Chart.OURS.folder().resolve("README.md");

    @Test
    void the_table_of_values_is_the_schemas() throws IOException {
        // When
        ValueTable table = ValueTable.of(Chart.OURS);

        // Then
        assertThat(table.undescribed()).isEmpty();
        assertThat(Files.readString(README)).contains(table.text());
    }

    @ParameterizedTest
    @EnumSource
    void every_variable_the_chart_sets_is_one_the_service_reads(ValueSet values) throws IOException {
        // Given
        String readme = Files.readString(Path.of("README.md"));
        Set<String> documented = new TreeSet<>(Set.of("JAVA_TOOL_OPTIONS", "TELEGRAM_BOT_TOKEN_CHESS"));
        Pattern.compile("`([A-Z][A-Z_]+)`")
                .matcher(readme.substring(readme.indexOf("## Configuration"), readme.indexOf("### For machines")))
                .results()
                .forEach(name -> documented.add(name.group(1)));

        // When
        Rendered rendered = values.render(Chart.OURS);

        // Then
        assertThat(rendered.branchline().getEnv()).allSatisfy(variable -> assertThat(documented)
                .contains(variable.getName().replaceFirst("_FILE$", "")));
    }
}
