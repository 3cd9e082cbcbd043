package org.branchline.playbooks.reading;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/**
 * Builds nodes from the parser's events, which come one by one: a file that nests too deep or repeats itself by aliases
 * is refused where it begins to, before it has cost anything.
 */
final class NodeBuilder {

    /** The deepest file of ours has 8 levels. */
    private static final int MAX_DEPTH = 32;

    private final Iterator<Event> events;
    private final FileReport report;

    NodeBuilder(Iterator<Event> events, FileReport report) {
        this.events = events;
        this.report = report;
    }

    /** The only document of the stream. */
    Optional<Node> document() {
        Event event = events.next();
        while (event.getEventId() == Event.ID.StreamStart || event.getEventId() == Event.ID.DocumentStart) {
            event = events.next();
        }
        if (event.getEventId() == Event.ID.StreamEnd) {
            report.error(Place.START, "the file is empty", "write it, or delete it");
            return Optional.empty();
        }
        try {
            Node root = node(event, 0);
            events.next();
            Event after = events.next();
            if (after.getEventId() != Event.ID.StreamEnd) {
                report.error(place(after), "a second document begins here", "remove the line ---");
                return Optional.empty();
            }
            return Optional.of(root);
        } catch (Refused refused) {
            report.error(refused.place, refused.wrong, refused.right);
            return Optional.empty();
        }
    }

    private Node node(Event event, int depth) throws Refused {
        if (depth > MAX_DEPTH) {
            throw new Refused(place(event), "more than " + MAX_DEPTH + " levels deep", "write it flatter");
        }
        if (event instanceof AliasEvent alias) {
            throw new Refused(
                    place(event),
                    "*" + alias.getAlias().getValue() + " refers to another place, which is not allowed here",
                    "write the text out, or put it in quotes");
        }
        if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
            throw new Refused(
                    place(event),
                    "&" + node.getAnchor().get().getValue() + " names a place, which is not allowed here",
                    "leave it out, or put the text in quotes");
        }
        if (event instanceof ScalarEvent scalar) {
            refuseTag(event, scalar.getTag());
            return new Node.Scalar(place(event), scalar.getValue(), scalar.isPlain());
        }
        CollectionStartEvent start = (CollectionStartEvent) event;
        refuseTag(event, start.getTag());
        return event.getEventId() == Event.ID.SequenceStart ? items(event, depth) : entries(event, depth);
    }

    private Node items(Event start, int depth) throws Refused {
        List<Node> items = new ArrayList<>();
        for (Event e = events.next(); e.getEventId() != Event.ID.SequenceEnd; e = events.next()) {
            items.add(node(e, depth + 1));
        }
        return new Node.Items(place(start), items);
    }

    private Node entries(Event start, int depth) throws Refused {
        List<Node.Entry> entries = new ArrayList<>();
        Map<String, Place> seen = new HashMap<>();
        for (Event e = events.next(); e.getEventId() != Event.ID.MappingEnd; e = events.next()) {
            Place place = place(e);
            Node key = node(e, depth + 1);
            if (!(key instanceof Node.Scalar name)) {
                throw new Refused(place, key.noun() + " stands where a key belongs", "put the text in quotes");
            }
            Place first = seen.putIfAbsent(name.value(), place);
            Node value = node(events.next(), depth + 1);
            if (cutOff(start, e, name, value)) {
                report.error(
                        place,
                        "the comma before \"" + Cut.off(name.value()) + "\" ends the text",
                        "put the whole text in double quotes");
            } else if (first == null) {
                entries.add(new Node.Entry(place, name.value(), value));
            } else {
                report.error(
                        place,
                        "\"%s\" is given twice, first in line %d".formatted(name.value(), first.line()),
                        "keep one of them");
            }
        }
        return new Node.Entries(place(start), entries);
    }

    /** In braces, words after a comma look like a key without a value; over two lines the end is missing instead. */
    private static boolean cutOff(Event start, Event key, Node.Scalar name, Node value) {
        int lastLine = key.getEndMark().map(Yaml::place).orElse(Place.START).line();
        return start instanceof CollectionStartEvent braces
                && braces.isFlow()
                && name.value().indexOf(' ') > 0
                && lastLine == place(key).line()
                && value.text().equals(Optional.of(""));
    }

    private static void refuseTag(Event event, Optional<String> tag) throws Refused {
        if (tag.isPresent()) {
            throw new Refused(place(event), "the tag " + tag.get() + " is not known here", "leave it out");
        }
    }

    private static Place place(Event event) {
        return event.getStartMark().map(Yaml::place).orElse(Place.START);
    }

    /** Ends the reading of a file; never leaves this class. */
    private static final class Refused extends Exception {
        private final Place place;
        private final String wrong;
        private final String right;

        Refused(Place place, String wrong, String right) {
            super(wrong, null, false, false);
            this.place = place;
            this.wrong = wrong;
            this.right = right;
        }
    }
}
