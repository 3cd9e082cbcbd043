package org.branchline.campaign.audience;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import org.branchline.campaign.audience.AudienceProblem.Reason;
import org.branchline.playbooks.reading.Nearest;
import org.branchline.roster.Role;

/** Reads criteria; whatever is wrong with them is a problem, and all problems are found at once. */
final class AudienceReader {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final List<String> KEYS = List.of(
            "branch",
            "role",
            "attributes",
            "language",
            "zone",
            "answered",
            "not_answered",
            "not_answered_lately",
            "part_way",
            "known",
            "not_seen_days",
            "deadline_open",
            "deadline_given",
            "deadline_heard",
            "event",
            "not_in_shift",
            "except");

    /** More than anybody names by hand. */
    private static final int MOST = 1_000;

    private static final int LONGEST = 200;

    private final List<AudienceProblem> problems = new ArrayList<>();

    private AudienceReader() {}

    static AudienceReading read(String json) {
        AudienceReader reader = new AudienceReader();
        Audience audience = reader.audience(json);
        return reader.problems.isEmpty()
                ? new AudienceReading.Read(audience)
                : new AudienceReading.Refused(reader.problems);
    }

    private Audience audience(String json) {
        try {
            JsonNode root = JSON.readTree(json);
            if (root.isObject()) {
                return audience(root);
            }
            wrong("", root, "write criteria in braces, {} for everyone");
        } catch (JsonProcessingException broken) {
            int line = broken.getLocation() == null ? 1 : broken.getLocation().getLineNr();
            problem(Reason.NOT_JSON, "", "this is no JSON, from line " + line + " on", "write {} for everyone");
        }
        return Audience.EVERYONE;
    }

    private Audience audience(JsonNode root) {
        keys("", root, KEYS);
        JsonNode attributes = root.path("attributes");
        if (present(attributes) && object("attributes", attributes)) {
            keys("attributes.", attributes, List.of("all", "any"));
        }
        Gathered gathered = new Gathered();
        gathered.branches = texts(root, "branch");
        gathered.roles = roles(root);
        gathered.all = traits(attributes, "all");
        gathered.any = traits(attributes, "any");
        gathered.languages = texts(root, "language");
        gathered.zones = zones(root);
        gathered.answered = texts(root, "answered");
        gathered.notAnswered = texts(root, "not_answered");
        gathered.notAnsweredLately = texts(root, "not_answered_lately");
        gathered.partWay = texts(root, "part_way");
        gathered.known = known(root.path("known"));
        gathered.notSeenDays = days(root.path("not_seen_days"));
        gathered.deadlineOpen = number(root, "deadline_open", "a deadline\'s");
        gathered.deadlineGiven = number(root, "deadline_given", "a deadline\'s");
        gathered.deadlineHeard = number(root, "deadline_heard", "a deadline\'s");
        gathered.event = number(root, "event", "an event's");
        gathered.notInShift = number(root, "not_in_shift", "a shift's");
        gathered.except = members(root.path("except"));
        return gathered.audience();
    }

    private void keys(String path, JsonNode object, List<String> known) {
        object.fieldNames().forEachRemaining(key -> {
            if (!known.contains(key)) {
                problem(Reason.UNKNOWN_KEY, path + shown(key), "there is no such criterion", Nearest.hint(key, known));
            }
        });
    }

    private SortedSet<String> texts(JsonNode object, String key) {
        SortedSet<String> texts = new TreeSet<>();
        each(key, object.path(key), (path, entry) -> {
            if (entry.isTextual() && sound(entry.textValue())) {
                texts.add(entry.textValue());
            } else {
                wrong(path, entry, "write a text or a list of texts, 1 to " + LONGEST + " letters each");
            }
        });
        return texts;
    }

    private Set<Role> roles(JsonNode root) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        List<String> known = List.of(Role.values()).stream().map(Role::column).toList();
        for (String name : texts(root, "role")) {
            if (known.contains(name)) {
                roles.add(Role.of(name));
            } else {
                problem(Reason.UNKNOWN_ROLE, "role", "there is no role " + quoted(name), Nearest.hint(name, known));
            }
        }
        return roles;
    }

    private SortedSet<String> zones(JsonNode root) {
        SortedSet<String> zones = texts(root, "zone");
        for (String zone : zones) {
            if (!Zones.known(zone)) {
                problem(Reason.UNKNOWN_ZONE, "zone", "there is no zone or region " + quoted(zone), Zones.hint(zone));
            }
        }
        return zones;
    }

    private SortedSet<Trait> traits(JsonNode attributes, String key) {
        SortedSet<Trait> traits = new TreeSet<>();
        String path = "attributes." + key;
        JsonNode byAttribute = attributes.path(key);
        if (present(byAttribute) && object(path, byAttribute)) {
            byAttribute.properties().forEach(entry -> {
                String attribute = entry.getKey();
                String at = path + "." + shown(attribute);
                if (!sound(attribute)) {
                    problem(Reason.UNKNOWN_ATTRIBUTE, at, "no answer is kept as this", "write what a playbook saves");
                    return;
                }
                each(at, entry.getValue(), (where, value) -> {
                    if (value.isTextual() && sound(value.textValue())) {
                        traits.add(new Trait(attribute, value.textValue()));
                    } else if (value.isIntegralNumber() && value.canConvertToLong()) {
                        traits.add(new Trait(attribute, value.asText()));
                    } else {
                        wrong(where, value, "write the value that was answered as a text, or a list of them");
                    }
                });
            });
        }
        return traits;
    }

    private boolean known(JsonNode value) {
        if (present(value) && !value.isBoolean()) {
            wrong("known", value, "write true or leave it out");
        }
        return value.asBoolean(false);
    }

    private int days(JsonNode value) {
        if (!present(value)) {
            return 0;
        }
        if (!value.canConvertToInt()
                || !value.isIntegralNumber()
                || value.intValue() < 1
                || value.intValue() > Audience.MOST_DAYS) {
            wrong("not_seen_days", value, "write a whole number from 1 to " + Audience.MOST_DAYS);
            return 0;
        }
        return value.intValue();
    }

    private long number(JsonNode root, String key, String whose) {
        JsonNode value = root.path(key);
        if (!present(value)) {
            return 0;
        }
        if (!value.isIntegralNumber() || !value.canConvertToLong() || value.longValue() < 1) {
            wrong(key, value, "write " + whose + " number");
            return 0;
        }
        return value.longValue();
    }

    private SortedSet<Long> members(JsonNode list) {
        SortedSet<Long> members = new TreeSet<>();
        each("except", list, (path, entry) -> {
            if (entry.isIntegralNumber() && entry.canConvertToLong()) {
                members.add(entry.longValue());
            } else {
                wrong(path, entry, "write members' numbers");
            }
        });
        return members;
    }

    private void each(String path, JsonNode value, BiConsumer<String, JsonNode> take) {
        if (!present(value)) {
            return;
        }
        if (!value.isArray()) {
            take.accept(path, value);
        } else if (value.isEmpty()) {
            // Nobody was meant, or everybody: whoever wrote this should say which.
            problem(Reason.WRONG_TYPE, path, "this list is empty", "leave the criterion out, or name something");
        } else if (value.size() > MOST) {
            problem(Reason.TOO_MANY, path, "this list has " + value.size() + " entries", "name at most " + MOST);
        } else {
            for (int i = 0; i < value.size(); i++) {
                take.accept(path + "." + i, value.get(i));
            }
        }
    }

    private boolean object(String path, JsonNode value) {
        if (!value.isObject()) {
            wrong(path, value, "write a block in braces");
        }
        return value.isObject();
    }

    private static boolean present(JsonNode value) {
        return !value.isMissingNode();
    }

    private void wrong(String path, JsonNode value, String right) {
        String type =
                value.isMissingNode() ? "nothing" : value.getNodeType().name().toLowerCase(Locale.ROOT);
        problem(Reason.WRONG_TYPE, path, "this does not fit (" + type + ")", right);
    }

    private void problem(Reason reason, String path, String wrong, String right) {
        problems.add(new AudienceProblem(reason, path, wrong, right));
    }

    /** What Postgres can hold and a list can show. */
    private static boolean sound(String text) {
        return !text.isBlank()
                && text.length() <= LONGEST
                && text.codePoints()
                        .noneMatch(letter ->
                                Character.isISOControl(letter) || Character.getType(letter) == Character.SURROGATE);
    }

    static String quoted(String text) {
        return "\"" + shown(text) + "\"";
    }

    private static String shown(String text) {
        return sound(text) ? text : "…";
    }
}
