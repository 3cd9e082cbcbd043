package org.branchline.helm;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The README's table of values, made of the schema's descriptions and the defaults. */
final class ValueTable {

    private final List<String> lines =
            new ArrayList<>(List.of("| value | what it is | default |", "| --- | --- | --- |"));
    private final List<String> undescribed = new ArrayList<>();

    private ValueTable() {}

    static ValueTable of(Chart chart) throws IOException {
        ValueTable table = new ValueTable();
        table.below(
                "",
                new ObjectMapper()
                        .readTree(chart.folder().resolve("values.schema.json").toFile()),
                new Load(LoadSettings.builder().build())
                        .loadFromString(Files.readString(chart.folder().resolve("values.yaml"))));
        return table;
    }

    String text() {
        return String.join("\n", lines) + "\n";
    }

    /** Keys of which the schema does not say what they are. */
    List<String> undescribed() {
        return undescribed;
    }

    private void below(String path, JsonNode schema, Object defaults) {
        schema.path("properties").properties().forEach(property -> {
            String key = path + property.getKey();
            JsonNode value = property.getValue();
            Object usual = defaults instanceof Map<?, ?> all ? all.get(property.getKey()) : null;
            if (value.path("description").asText().isBlank()) {
                undescribed.add(key);
            }
            if (key.equals("global")) {
                return;
            }
            if (value.has("properties") && !value.has("required")) {
                below(key + ".", value, usual);
            } else {
                lines.add("| `" + key + "` | " + value.path("description").asText() + " | " + shown(usual) + " |");
            }
        });
    }

    private static String shown(Object usual) {
        if (usual instanceof Map<?, ?> from && from.containsKey("name")) {
            return "key `" + from.get("key") + "` of `" + from.get("name") + "`";
        }
        if (usual instanceof List<?> items && !items.isEmpty() && items.stream().allMatch(String.class::isInstance)) {
            return items.stream().map(item -> "`" + item + "`").collect(Collectors.joining(", "));
        }
        if (usual == null || usual.equals("") || usual.equals(List.of()) || usual.equals(Map.of())) {
            return "none";
        }
        return usual instanceof Map || usual instanceof List ? "see `values.yaml`" : "`" + usual + "`";
    }
}
