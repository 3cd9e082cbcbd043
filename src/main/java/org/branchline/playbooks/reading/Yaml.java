package org.branchline.playbooks.reading;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads a YAML file into nodes that know their place. */
public final class Yaml {

    /** Larger files are refused unread: no playbook of a hundred questions comes near it. */
    public static final int MAX_BYTES = 1 << 20;

    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setCodePointLimit(MAX_BYTES)
            .setUseMarks(true)
            .build();

    private Yaml() {}

    /** The root of the file; empty when it cannot be read, which the report then says. */
    public static Optional<Node> read(byte[] content, FileReport report) {
        if (content.length > MAX_BYTES) {
            report.error(Place.START, "the file has more than 1 MiB", "split it");
            return Optional.empty();
        }
        return decode(content, report).flatMap(text -> parse(text, report));
    }

    private static Optional<Node> parse(String text, FileReport report) {
        if (text.isBlank()) {
            report.error(Place.START, "the file is empty", "write it, or delete it");
            return Optional.empty();
        }
        try {
            return new NodeBuilder(new Parse(SETTINGS).parseString(text).iterator(), report).document();
        } catch (MarkedYamlEngineException e) {
            Place place = e.getProblemMark().map(Yaml::place).orElse(Place.START);
            Syntax.explain(e, report, place);
        } catch (ReaderException e) {
            report.error(
                    at(text, e.getPosition()),
                    "the character U+%04X has no place in a text file".formatted(e.getCodePoint()),
                    "save it as plain text in UTF-8");
        } catch (YamlEngineException e) {
            report.error(Place.START, "not readable as YAML: " + e.getMessage(), "");
        }
        return Optional.empty();
    }

    /** Strict UTF-8, with or without a byte order mark. */
    private static Optional<String> decode(byte[] content, FileReport report) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        ByteBuffer bytes = ByteBuffer.wrap(content);
        try {
            String text = decoder.decode(bytes).toString();
            return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
        } catch (CharacterCodingException e) {
            String before = new String(content, 0, bytes.position(), StandardCharsets.UTF_8);
            report.error(
                    at(before, before.codePointCount(0, before.length())),
                    "this is no UTF-8 text",
                    "save it as plain text in UTF-8");
            return Optional.empty();
        }
    }

    private static Place at(String text, int codePoints) {
        int end = text.offsetByCodePoints(0, Math.min(codePoints, text.codePointCount(0, text.length())));
        String before = text.substring(0, end);
        int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        return new Place(line, end - before.lastIndexOf('\n'));
    }

    static Place place(Mark mark) {
        return new Place(mark.getLine() + 1, mark.getColumn() + 1);
    }
}
