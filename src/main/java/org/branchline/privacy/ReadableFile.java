package org.branchline.privacy;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import org.branchline.intake.Speech;

/** What is kept of a person as a page to read: no script, no link, nothing from elsewhere, every text inert. */
final class ReadableFile {

    private final Speech speech;
    private final String language;

    ReadableFile(Speech speech, String language) {
        this.speech = speech;
        this.language = language;
    }

    String of(JsonObject all, String title) {
        StringBuilder page = new StringBuilder(4_096);
        page.append("<!doctype html><html lang=\"")
                .append(escaped(language))
                .append("\"><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>")
                .append(escaped(title))
                .append("</title><style>body{font:16px/1.5 sans-serif;max-width:44em;margin:2em auto;padding:0 1em}")
                .append("table{border-collapse:collapse;width:100%;margin:0 0 1em}")
                .append("td{border:1px solid #ccc;padding:.2em .5em;vertical-align:top}td:first-child{width:30%}")
                .append("</style><h1>")
                .append(escaped(title))
                .append("</h1>");
        all.forEach(section -> {
            page.append("<h2>")
                    .append(escaped(speech.in(language, "section." + section.getKey())))
                    .append("</h2>");
            JsonArray entries = (JsonArray) section.getValue();
            if (entries.isEmpty()) {
                page.append("<p>")
                        .append(escaped(speech.in(language, "section.nothing")))
                        .append("</p>");
            }
            entries.forEach(entry -> table(page, (JsonObject) entry));
        });
        return page.append("</html>\n").toString();
    }

    private static void table(StringBuilder page, JsonObject entry) {
        page.append("<table>");
        entry.forEach(field -> {
            if (field.getValue() != null) {
                page.append("<tr><td>")
                        .append(escaped(field.getKey().replace('_', ' ')))
                        .append("</td><td>")
                        .append(escaped(field.getValue().toString()))
                        .append("</td></tr>");
            }
        });
        page.append("</table>");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
