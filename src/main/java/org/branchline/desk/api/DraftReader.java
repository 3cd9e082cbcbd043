package org.branchline.desk.api;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.branchline.campaign.audience.Audience;
import org.branchline.campaign.broadcast.Draft;
import org.branchline.campaign.broadcast.Kind;
import org.branchline.campaign.broadcast.Timing;
import org.jspecify.annotations.Nullable;

/** Reads what a machine asks for, the audience aside; collects every problem instead of stopping at the first. */
final class DraftReader {

    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);

    private static final Set<String> KEYS = Set.of(
            "audience",
            "text",
            "actions",
            "picture",
            "document",
            "playbook",
            "kind",
            "hold_seconds",
            "paid",
            "at",
            "quiet_hours",
            "finish_by");

    private final List<String> problems = new ArrayList<>();

    /** What is wrong so far. */
    List<String> problems() {
        return List.copyOf(problems);
    }

    /** What a body holds as far as it can be read; only of use without {@link #problems}. */
    Written read(String body) {
        JsonNode root = parse(body);
        root.fieldNames().forEachRemaining(key -> {
            if (!KEYS.contains(key)) {
                problems.add(key + ": is not known; there are " + String.join(", ", new TreeSet<>(KEYS)));
            }
        });
        return new Written(
                audience(root.path("audience")),
                texts(root.path("text"), root.has("playbook")),
                actions(root.path("actions")),
                kind(root.path("kind")),
                hold(root.path("hold_seconds")),
                new Beside(number(root, "picture"), number(root, "document"), playbook(root.path("playbook"))),
                new TimingReader(problems).read(root),
                paid(root.path("paid")));
    }

    private @Nullable Long number(JsonNode root, String key) {
        JsonNode node = root.path(key);
        if (node.isMissingNode()) {
            return null;
        }
        if (!node.isIntegralNumber() || !node.canConvertToLong()) {
            problems.add(key + ": must be the id that /api/v1/" + key + "s answered");
        }
        return node.longValue();
    }

    private String playbook(JsonNode node) {
        if (!node.isMissingNode() && (!node.isTextual() || node.textValue().isBlank())) {
            problems.add("playbook: must be the key of a playbook, for example \"skills-audit\"");
        }
        return node.asText();
    }

    /**
     * A draft whose audience is still JSON: what it may name, only the organisation knows.
     *
     * @param audience criteria in JSON
     */
    record Written(
            String audience,
            Map<String, String> texts,
            Map<String, List<String>> actions,
            Kind kind,
            Duration hold,
            Beside beside,
            Timing timing,
            boolean paid) {

        Draft to(Audience read) {
            return new Draft(read, texts, actions, kind, hold, beside.file(), beside.playbook())
                    .timed(timing)
                    .paying(paid);
        }
    }

    /**
     * What goes with the text.
     *
     * @param picture the number of a picture, null for none, as is the next
     * @param playbook empty for none
     */
    record Beside(@Nullable Long picture, @Nullable Long document, String playbook) {

        @Nullable
        Long file() {
            return picture == null ? document : picture;
        }
    }

    private JsonNode parse(String body) {
        try {
            JsonNode root = JSON.readTree(body);
            if (root != null && root.isObject()) {
                return root;
            }
            problems.add("the body must be one JSON object");
        } catch (JacksonException broken) {
            problems.add("the body is not JSON: line " + broken.getLocation().getLineNr() + ", column "
                    + broken.getLocation().getColumnNr());
        }
        return JSON.createObjectNode();
    }

    private String audience(JsonNode node) {
        if (!node.isObject()) {
            problems.add("audience: must be an object; {} is everyone who can be reached");
            return "{}";
        }
        return node.toString();
    }

    /** @param offered whether a playbook brings words of its own */
    private Map<String, String> texts(JsonNode node, boolean offered) {
        Map<String, String> texts = new TreeMap<>();
        if (!node.isObject() && !(offered && node.isMissingNode())) {
            problems.add("text: must be an object with a text for each language, for example {\"en\": \"Hello\"}");
        }
        node.properties().forEach(entry -> {
            if (entry.getValue().isTextual()) {
                texts.put(entry.getKey(), entry.getValue().textValue());
            } else {
                problems.add("text." + entry.getKey() + ": must be a text");
            }
        });
        return texts;
    }

    private Map<String, List<String>> actions(JsonNode node) {
        Map<String, List<String>> actions = new TreeMap<>();
        if (!node.isObject() && !node.isMissingNode()) {
            problems.add("actions: must be an object with a list of labels for each language");
        }
        node.properties().forEach(entry -> {
            List<String> labels = new ArrayList<>();
            boolean texts = entry.getValue().isArray();
            for (JsonNode label : entry.getValue()) {
                texts &= label.isTextual();
                labels.add(label.asText());
            }
            if (!texts) {
                problems.add("actions." + entry.getKey() + ": must be a list of texts");
            }
            actions.put(entry.getKey(), List.copyOf(labels));
        });
        return actions;
    }

    private Kind kind(JsonNode node) {
        for (Kind kind : Kind.values()) {
            if (kind.word().equals(node.textValue())) {
                return kind;
            }
        }
        problems.add("kind: must be " + Kind.APPEAL.word() + " or " + Kind.SERVICE.word());
        return Kind.SERVICE;
    }

    private boolean paid(JsonNode node) {
        if (!node.isMissingNode() && !node.isBoolean()) {
            problems.add("paid: must be true or false; true sends at up to 1,000 a second for 0.1 Telegram Stars each");
        }
        return node.asBoolean();
    }

    private Duration hold(JsonNode node) {
        if (node.isMissingNode()) {
            return Duration.ZERO;
        }
        if (!node.isIntegralNumber() || !node.canConvertToInt()) {
            problems.add("hold_seconds: must be a whole number of seconds");
            return Duration.ZERO;
        }
        return Duration.ofSeconds(node.intValue());
    }
}
