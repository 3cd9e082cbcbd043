package org.branchline.delivery;

import io.vertx.core.json.JsonArray;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.branchline.conversation.Button;
import org.branchline.conversation.Keyboard;
import org.branchline.conversation.Outgoing;
import org.branchline.conversation.Phrases;
import org.jspecify.annotations.Nullable;

/**
 * What falls due to somebody on one day, as one message: the texts one below the other, each behind its number, and so the
 * buttons. What stands below all of them, why one gets it and how to get less, is said once.
 */
final class Digest {

    private static final Phrases PHRASES = Phrases.open("delivery");
    private static final String GAP = "\n\n";

    private Digest() {}

    /**
     * One message of several.
     *
     * @param first what the others go with
     * @param others their payloads as {@link OutgoingJson} writes them, null for none
     * @param personal makes one of the others what the reader reads
     */
    static Outgoing of(Outgoing first, @Nullable JsonArray others, UnaryOperator<Outgoing> personal, String language) {
        if (others == null || !(first instanceof Outgoing.Say leading)) {
            return first;
        }
        List<Outgoing.Say> parts = new ArrayList<>();
        parts.add(leading);
        for (int i = 0; i < others.size(); i++) {
            parts.add((Outgoing.Say)
                    personal.apply(OutgoingJson.read(others.getJsonObject(i).encode())));
        }
        return new Outgoing.Say(text(parts, language), keyboard(parts));
    }

    private static String text(List<Outgoing.Say> parts, String language) {
        List<String> texts = parts.stream().map(Outgoing.Say::text).toList();
        List<String> ends = texts.stream().map(Digest::end).toList();
        String longest =
                ends.stream().max(Comparator.comparingInt(String::length)).orElseThrow();
        boolean shared =
                ends.stream().noneMatch(String::isEmpty) && ends.stream().allMatch(longest::startsWith);
        StringBuilder whole = new StringBuilder(PHRASES.count(language, "digest", parts.size()));
        for (int i = 0; i < texts.size(); i++) {
            String text = texts.get(i);
            String body = shared
                    ? text.substring(0, text.length() - ends.get(i).length()).strip()
                    : text;
            whole.append(GAP).append(i + 1).append(". ").append(body);
        }
        if (shared) {
            whole.append(GAP).append(longest);
        }
        return whole.toString();
    }

    /** The last paragraph, empty where there is only one. */
    private static String end(String text) {
        int gap = text.lastIndexOf(GAP);
        return gap < 0 ? "" : text.substring(gap + GAP.length());
    }

    private static Keyboard keyboard(List<Outgoing.Say> parts) {
        List<List<Button>> all =
                parts.stream().flatMap(part -> part.keyboard().rows().stream()).toList();
        Set<List<Button>> shared = all.stream()
                .filter(row -> all.stream().filter(row::equals).count() > 1)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        List<List<Button>> rows = new ArrayList<>();
        for (int i = 0; i < parts.size(); i++) {
            String number = (i + 1) + " · ";
            parts.get(i).keyboard().rows().stream()
                    .filter(row -> !shared.contains(row))
                    .map(row -> row.stream()
                            .map(button -> new Button(number + button.label(), button.action()))
                            .toList())
                    .forEach(rows::add);
        }
        rows.addAll(shared);
        return new Keyboard(rows);
    }
}
