package org.branchline.playbooks.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Nodes as JSON. An editor takes plain {@code true} and {@code 3} for more than text, so they become
 * a truth value and a number here too, but only where writing them back gives the same letters.
 */
public final class Json {

    private static final JsonNodeFactory MAKE = JsonNodeFactory.instance;
    private static final Pattern WHOLE = Pattern.compile("0|-?[1-9][0-9]{0,8}");

    private Json() {}

    /** The node's entries and some more, on one line. */
    public static String text(Node node, List<Node.Entry> more) {
        List<Node.Entry> all = new ArrayList<>(node.entries());
        all.addAll(more);
        return of(new Node.Entries(node.place(), all)).toString();
    }

    static JsonNode of(Node node) {
        if (node instanceof Node.Entries entries) {
            ObjectNode object = MAKE.objectNode();
            entries.entries().forEach(entry -> object.set(entry.key(), of(entry.value())));
            return object;
        }
        if (node instanceof Node.Items list) {
            ArrayNode array = MAKE.arrayNode();
            list.items().forEach(item -> array.add(of(item)));
            return array;
        }
        return scalar((Node.Scalar) node);
    }

    private static JsonNode scalar(Node.Scalar scalar) {
        String text = scalar.value();
        if (scalar.plain() && (text.equals("true") || text.equals("false"))) {
            return MAKE.booleanNode(text.equals("true"));
        }
        if (scalar.plain() && WHOLE.matcher(text).matches()) {
            return MAKE.numberNode(Integer.parseInt(text));
        }
        return MAKE.textNode(text);
    }
}
