package org.branchline.playbooks.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One finding of the validator in words.
 *
 * @param key the name under which the node stands, empty at the root
 */
record Verdict(Error error, Node node, String key, Described schema) {

    void tell(FileReport report) {
        switch (error.getKeyword()) {
            case "additionalProperties", "unevaluatedProperties" -> unknownKey(report);
            case "propertyNames" -> badName(report);
            case "required" ->
                report.error(
                        node.place(),
                        "\"" + error.getProperty() + "\" is missing",
                        hint(schema.of(error.getProperty())));
            case "enum" -> notOneOf(report);
            case "type" -> wrongType(report);
            case "minItems", "minProperties", "minLength" ->
                report.error(node.place(), subject() + " is empty", hint(schema.description()));
            case "maxItems", "maxProperties" ->
                report.error(
                        node.place(), subject() + " has more than " + limit() + " entries", hint(schema.description()));
            case "uniqueItems" ->
                report.error(node.place(), subject() + " names something twice", hint(schema.description()));
            default -> report.error(node.place(), misfit(), hint(schema.description()));
        }
    }

    private void unknownKey(FileReport report) {
        String unknown = error.getProperty();
        report.error(
                placeOfKey(unknown),
                "\"" + unknown + "\" is not known " + (key.isEmpty() ? "here" : "in " + subject()),
                Nearest.hint(unknown, schema.keys()));
    }

    private void badName(FileReport report) {
        String name = error.getProperty();
        String rule = schema.schema().path("propertyNames").path("description").asText("");
        report.error(
                placeOfKey(name),
                "\"" + name + "\" cannot be a name in " + subject(),
                rule.isEmpty() ? rule : "it is " + rule);
    }

    private void notOneOf(FileReport report) {
        List<String> known = new ArrayList<>();
        for (JsonNode word : schema.schema().path("enum")) {
            known.add(word.asText());
        }
        report.error(node.place(), misfit(), Nearest.hint(node.text().orElse(""), known));
    }

    private void wrongType(FileReport report) {
        boolean truth = schema.schema().path("type").asText().equals("boolean");
        if (node.text().filter(String::isEmpty).isPresent()) {
            report.error(node.place(), subject() + " is empty", hint(schema.description()));
        } else if (truth && node.text().isPresent()) {
            report.error(node.place(), misfit(), "write true or false, without quotes");
        } else {
            String found = node.text()
                    .map(text -> "the text \"" + Cut.off(text) + "\"")
                    .orElseGet(node::noun);
            report.error(node.place(), found + " does not fit " + subject(), hint(schema.description()));
        }
    }

    private String misfit() {
        String found = node.text().map(text -> "\"" + Cut.off(text) + "\"").orElseGet(node::noun);
        return found + " does not fit " + subject();
    }

    private String subject() {
        return key.isEmpty() ? "the file" : "\"" + key + "\"";
    }

    private String limit() {
        return String.valueOf(schema.schema().path(error.getKeyword()).asInt());
    }

    private static String hint(String description) {
        return description.isEmpty() ? "" : "it is " + description;
    }

    private Place placeOfKey(String name) {
        Optional<Node.Entry> entry =
                node.entries().stream().filter(e -> e.key().equals(name)).findFirst();
        return entry.map(Node.Entry::place).orElse(node.place());
    }
}
