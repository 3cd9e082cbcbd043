package org.branchline.campaign.broadcast.composing;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.branchline.conversation.Attached;
import org.branchline.conversation.Button;
import org.jspecify.annotations.Nullable;

/**
 * What stands beside the first text of a message to many.
 *
 * @param texts of the other languages, by language
 * @param labels of the writer's own buttons, by language; empty for the usual ones
 * @param piece the picture or document above the text, null for none
 * @param playbook the key of the one that is offered, empty for none
 * @param awaited what is being asked for out of turn
 * @param heard when a text came last, and in which language; null before the first
 */
record Besides(
        Map<String, String> texts,
        Map<String, List<String>> labels,
        @Nullable Piece piece,
        String playbook,
        Awaited awaited,
        @Nullable Heard heard) {

    static final Besides NOTHING = new Besides(Map.of(), Map.of(), null, "", Awaited.NOTHING, null);

    Besides {
        texts = Map.copyOf(texts);
        labels = Map.copyOf(labels);
    }

    /**
     * A picture or document.
     *
     * @param number under which it is kept
     */
    record Piece(long number, Attached attached) {

        /** The button that leaves it out. */
        Button leaving(Buttons buttons) {
            return buttons.of(attached.picture() ? "no_picture" : "no_document", "np");
        }
    }

    /**
     * A text or labels that were asked for in a language.
     *
     * @param language empty where nothing is awaited
     */
    record Awaited(Thing thing, String language) {

        static final Awaited NOTHING = new Awaited(Thing.NOTHING, "");

        enum Thing {
            NOTHING,
            TEXT,
            LABELS
        }
    }

    /** A text that came, taken or not. */
    record Heard(Instant at, String language) {

        /** The app cuts what is longer than 4,096 units into messages that arrive together. */
        private static final Duration TOGETHER = Duration.ofSeconds(5);
    }

    /** The language of a text that came so shortly before that whatever comes now belongs to it. */
    Optional<String> justHeard(Instant now) {
        return heard == null || now.isAfter(heard.at().plus(Heard.TOGETHER))
                ? Optional.empty()
                : Optional.of(heard.language());
    }

    /** With a picture or document, or with null without one. */
    Besides with(@Nullable Piece changed) {
        return new Besides(texts, labels, changed, playbook, awaited, heard);
    }

    /** Offering a playbook in its own words; there are no other buttons. */
    Besides offering(String key, Map<String, String> words) {
        return new Besides(words, Map.of(), piece, key, Awaited.NOTHING, null);
    }

    /** Without the playbook and its words. */
    Besides offeringNothing() {
        return new Besides(Map.of(), labels, piece, "", Awaited.NOTHING, null);
    }

    Besides saying(String language, String text) {
        Map<String, String> changed = new TreeMap<>(texts);
        changed.put(language, text);
        return new Besides(changed, labels, piece, playbook, Awaited.NOTHING, heard);
    }

    Besides without(String language) {
        Map<String, String> changed = new TreeMap<>(texts);
        changed.remove(language);
        return new Besides(changed, labels, piece, playbook, Awaited.NOTHING, heard);
    }

    Besides labelled(String language, List<String> own) {
        Map<String, List<String>> changed = new TreeMap<>(labels);
        changed.put(language, own);
        return new Besides(texts, changed, piece, playbook, Awaited.NOTHING, heard);
    }

    Besides unlabelled() {
        return new Besides(texts, Map.of(), piece, playbook, Awaited.NOTHING, heard);
    }

    /** Asks; what comes now is no rest of what came before. */
    Besides awaiting(Awaited.Thing thing, String language) {
        return new Besides(texts, labels, piece, playbook, new Awaited(thing, language), null);
    }

    Besides unheard() {
        return new Besides(texts, labels, piece, playbook, awaited, null);
    }

    Besides hearing(String language, Instant now) {
        return new Besides(texts, labels, piece, playbook, awaited, new Heard(now, language));
    }

    JsonObject json() {
        JsonObject json = new JsonObject();
        json.put("texts", new JsonObject(new TreeMap<>(texts)));
        JsonObject byLanguage = new JsonObject();
        new TreeMap<>(labels).forEach((language, own) -> byLanguage.put(language, new JsonArray(own)));
        json.put("labels", byLanguage);
        if (awaited.thing() != Awaited.Thing.NOTHING) {
            json.put("awaited", awaited.thing().name()).put("in", awaited.language());
        }
        if (!playbook.isEmpty()) {
            json.put("playbook", playbook);
        }
        if (piece != null) {
            json.put("attachment", piece.number())
                    .put("file", piece.attached().file())
                    .put("picture", piece.attached().picture());
        }
        if (heard != null) {
            json.put("heard", heard.at().toString()).put("heard_in", heard.language());
        }
        return json;
    }

    static Besides read(JsonObject json) {
        Map<String, String> texts = new TreeMap<>();
        JsonObject written = json.getJsonObject("texts", new JsonObject());
        written.fieldNames().forEach(language -> texts.put(language, written.getString(language)));
        Map<String, List<String>> labels = new TreeMap<>();
        JsonObject own = json.getJsonObject("labels", new JsonObject());
        own.fieldNames()
                .forEach(language -> labels.put(
                        language,
                        own.getJsonArray(language).stream()
                                .map(Object::toString)
                                .toList()));
        String heard = json.getString("heard");
        return new Besides(
                texts,
                labels,
                json.containsKey("attachment")
                        ? new Piece(
                                json.getLong("attachment"),
                                new Attached(json.getString("file"), json.getBoolean("picture")))
                        : null,
                json.getString("playbook", ""),
                new Awaited(
                        Awaited.Thing.valueOf(json.getString("awaited", Awaited.Thing.NOTHING.name())),
                        json.getString("in", "")),
                heard == null ? null : new Heard(Instant.parse(heard), json.getString("heard_in", "")));
    }
}
