package org.branchline.playbooks.reading;

import java.util.List;
import java.util.Optional;

/** What stands at one place of a file. A scalar is the text as written: never a number, a date or a truth value. */
public sealed interface Node {

    Place place();

    /** What it is called when something else was expected. */
    String noun();

    /** The value of a key; empty for anything but entries. */
    default Optional<Node> at(String key) {
        return Optional.empty();
    }

    /** The text of a scalar, empty for anything else. */
    default Optional<String> text() {
        return Optional.empty();
    }

    /** The items of a list, none for anything else. */
    default List<Node> items() {
        return List.of();
    }

    /** The entries in the order written, none for anything else. */
    default List<Entry> entries() {
        return List.of();
    }

    /** The text under a key, empty when it is missing or no text. */
    default Optional<String> text(String key) {
        return at(key).flatMap(Node::text);
    }

    /** The place of a key's value, or of the whole when there is none. */
    default Place place(String key) {
        return at(key).map(Node::place).orElse(place());
    }

    /**
     * A text as written.
     *
     * @param plain written without quotes, so that an editor takes {@code true} or {@code 3} for more than text
     */
    record Scalar(Place place, String value, boolean plain) implements Node {
        @Override
        public String noun() {
            return value.isEmpty() ? "empty" : "text";
        }

        @Override
        public Optional<String> text() {
            return Optional.of(value);
        }
    }

    record Items(Place place, List<Node> items) implements Node {
        public Items {
            items = List.copyOf(items);
        }

        @Override
        public String noun() {
            return "a list";
        }
    }

    record Entries(Place place, List<Entry> entries) implements Node {
        public Entries {
            entries = List.copyOf(entries);
        }

        @Override
        public String noun() {
            return "a block of keys";
        }

        @Override
        public Optional<Node> at(String key) {
            return entries.stream()
                    .filter(entry -> entry.key().equals(key))
                    .map(Entry::value)
                    .findFirst();
        }
    }

    /**
     * A key and its value.
     *
     * @param place of the key
     */
    record Entry(Place place, String key, Node value) {}
}
