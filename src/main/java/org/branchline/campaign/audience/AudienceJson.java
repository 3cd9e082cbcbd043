package org.branchline.campaign.audience;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import org.branchline.roster.Role;

/** Criteria in the one form that is stored and asked with: keys in order, lists always as lists, nothing that is empty. */
final class AudienceJson {

    private AudienceJson() {}

    static String of(Audience audience) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        texts(json, "branch", audience.branches());
        texts(json, "role", audience.roles().stream().map(Role::column).toList());
        ObjectNode attributes = JsonNodeFactory.instance.objectNode();
        traits(attributes, "all", audience.all());
        traits(attributes, "any", audience.any());
        if (!attributes.isEmpty()) {
            json.set("attributes", attributes);
        }
        texts(json, "language", audience.languages());
        texts(json, "zone", audience.zones());
        texts(json, "answered", audience.answered());
        texts(json, "not_answered", audience.notAnswered());
        texts(json, "not_answered_lately", audience.notAnsweredLately());
        texts(json, "part_way", audience.partWay());
        if (audience.known()) {
            json.put("known", true);
        }
        if (audience.notSeenDays() > 0) {
            json.put("not_seen_days", audience.notSeenDays());
        }
        number(json, "deadline_open", audience.deadlineOpen());
        number(json, "deadline_given", audience.deadlineGiven());
        number(json, "deadline_heard", audience.deadlineHeard());
        number(json, "event", audience.event());
        number(json, "not_in_shift", audience.notInShift());
        if (!audience.except().isEmpty()) {
            ArrayNode except = json.putArray("except");
            audience.except().forEach(except::add);
        }
        return json.toString();
    }

    private static void number(ObjectNode json, String key, long number) {
        if (number > 0) {
            json.put(key, number);
        }
    }

    private static void texts(ObjectNode json, String key, Collection<String> texts) {
        if (!texts.isEmpty()) {
            ArrayNode list = json.putArray(key);
            texts.forEach(list::add);
        }
    }

    private static void traits(ObjectNode json, String key, Collection<Trait> traits) {
        if (!traits.isEmpty()) {
            ObjectNode byAttribute = json.putObject(key);
            traits.forEach(
                    trait -> byAttribute.withArrayProperty(trait.attribute()).add(trait.value()));
        }
    }
}
