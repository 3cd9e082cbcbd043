package org.branchline.sandbox.botapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.branchline.sandbox.chat.Json;
import org.jspecify.annotations.Nullable;

/** Reads {@code parse_mode=HTML}: the plain text and its entities, or Telegram's refusal with the byte offset. */
final class HtmlText {

    private static final Pattern TAG = Pattern.compile("<(/?)([a-zA-Z-]*)((?:\\s[^<>]*)?)>");
    private static final Pattern HREF =
            Pattern.compile("(?:href|emoji-id|class)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)'|([^\\s>]+))");
    private static final Pattern REFERENCE = Pattern.compile("&(lt|gt|amp|quot|#\\d{1,7}|#x[0-9a-fA-F]{1,6});");
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("b", "bold"),
            Map.entry("strong", "bold"),
            Map.entry("i", "italic"),
            Map.entry("em", "italic"),
            Map.entry("u", "underline"),
            Map.entry("ins", "underline"),
            Map.entry("s", "strikethrough"),
            Map.entry("strike", "strikethrough"),
            Map.entry("del", "strikethrough"),
            Map.entry("span", "spoiler"),
            Map.entry("tg-spoiler", "spoiler"),
            Map.entry("a", "text_link"),
            Map.entry("code", "code"),
            Map.entry("pre", "pre"),
            Map.entry("blockquote", "blockquote"),
            Map.entry("tg-emoji", "custom_emoji"));

    private final String source;
    private final StringBuilder text = new StringBuilder();
    private final ArrayNode entities = Json.array();
    private final Deque<Open> open = new ArrayDeque<>();

    private record Open(String tag, int begin, @Nullable String argument) {}

    private HtmlText(String source) {
        this.source = source;
    }

    /** Plain text and the Bot API's MessageEntity list. */
    record Parsed(String text, ArrayNode entities) {}

    static Parsed read(String source) {
        HtmlText reading = new HtmlText(source);
        reading.readAll();
        return new Parsed(reading.text.toString(), reading.entities);
    }

    private void readAll() {
        Matcher tag = TAG.matcher(source);
        Matcher reference = REFERENCE.matcher(source);
        int at = 0;
        while (at < source.length()) {
            char c = source.charAt(at);
            if (c == '<') {
                if (!tag.region(at, source.length()).lookingAt()) {
                    throw refused("Unclosed start tag at byte offset " + bytesBefore(at));
                }
                if (tag.group(1).isEmpty()) {
                    opened(tag, at);
                } else {
                    closed(tag.group(2).toLowerCase(Locale.ROOT), at);
                }
                at = tag.end();
            } else if (c == '&' && reference.region(at, source.length()).lookingAt()) {
                text.append(referenced(reference.group(1)));
                at = reference.end();
            } else {
                text.append(c);
                at++;
            }
        }
        if (!open.isEmpty()) {
            throw refused("Can't find end tag corresponding to start tag \"" + open.peek().tag + "\"");
        }
    }

    private void opened(Matcher tag, int at) {
        String name = tag.group(2).toLowerCase(Locale.ROOT);
        if (!TYPES.containsKey(name)) {
            throw refused("Unsupported start tag \"" + name + "\" at byte offset " + bytesBefore(at));
        }
        Matcher argument = HREF.matcher(tag.group(3));
        String value = null;
        if (argument.find()) {
            value = argument.group(1) != null
                    ? argument.group(1)
                    : argument.group(2) != null ? argument.group(2) : argument.group(3);
        }
        open.push(new Open(name, text.length(), value));
    }

    private void closed(String name, int at) {
        if (open.isEmpty()) {
            throw refused("Unexpected end tag at byte offset " + bytesBefore(at));
        }
        Open begun = open.pop();
        if (!name.isEmpty() && !name.equals(begun.tag)) {
            throw refused("Unmatched end tag at byte offset " + bytesBefore(at) + ", expected \"</" + begun.tag
                    + ">\", found \"</" + name + ">\"");
        }
        int length = text.length() - begun.begin;
        if (length > 0 && !(begun.tag.equals("a") && begun.argument == null)) {
            ObjectNode entity = entities.addObject()
                    .put("offset", begun.begin)
                    .put("length", length)
                    .put("type", TYPES.get(begun.tag));
            if (begun.tag.equals("a")) {
                entity.put("url", begun.argument);
            }
        }
    }

    private static String referenced(String name) {
        return switch (name) {
            case "lt" -> "<";
            case "gt" -> ">";
            case "amp" -> "&";
            case "quot" -> "\"";
            default -> {
                int point = name.startsWith("#x")
                        ? Integer.parseInt(name.substring(2), 16)
                        : Integer.parseInt(name.substring(1));
                yield Character.isValidCodePoint(point) && (point < 0xD800 || point > 0xDFFF)
                        ? Character.toString(point)
                        : "";
            }
        };
    }

    private int bytesBefore(int at) {
        return source.substring(0, at).getBytes(StandardCharsets.UTF_8).length;
    }

    private static RefusedException refused(String why) {
        return RefusedException.badRequest("can't parse entities: " + why);
    }
}
