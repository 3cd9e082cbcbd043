package org.branchline.desk.api;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.branchline.campaign.enrolling.Field;
import org.branchline.campaign.enrolling.Lines;
import org.branchline.campaign.enrolling.UnreadableException;
import org.branchline.campaign.enrolling.Written;
import org.branchline.playbooks.reading.Nearest;
import org.jspecify.annotations.Nullable;

/** A JSON array with an object for each member, one in hand at a time. */
final class JsonLines implements Lines {

    private static final int LONGEST_TEXT = 65_536;
    private static final int LONGEST_MEMBER = 65_536;
    private static final int DEEPEST = 8;
    private static final String ATTRIBUTES = "attributes";

    private static final JsonFactory JSON = new JsonFactoryBuilder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(LONGEST_TEXT)
                    .maxNameLength(1_000)
                    .maxNumberLength(40)
                    .maxNestingDepth(DEEPEST)
                    .build())
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final JsonParser parser;
    private boolean begun;
    private long member;
    private long memberBegan;

    JsonLines(InputStream body) throws IOException {
        this.parser = JSON.createParser(body);
    }

    @Override
    public @Nullable Written next() throws IOException {
        try {
            JsonToken token = parser.nextToken();
            if (!begun && token != JsonToken.START_ARRAY) {
                throw new UnreadableException(
                        "the list",
                        "must be a JSON array, for example [{\"chat_id\": 6200000001, \"name\": \"Ann\", …}]");
            }
            token = begun ? token : parser.nextToken();
            begun = true;
            if (token == JsonToken.END_ARRAY) {
                if (parser.nextToken() != null) {
                    throw new UnreadableException("the list", "goes on after its end");
                }
                return null;
            }
            member++;
            memberBegan = parser.currentTokenLocation().getByteOffset();
            return read(token);
        } catch (JacksonException broken) {
            throw new UnreadableException(
                    place(Math.max(1, member)) + ", line "
                            + parser.currentLocation().getLineNr() + ", column "
                            + parser.currentLocation().getColumnNr(),
                    "is not JSON there, or ends in the middle");
        }
    }

    private Written read(@Nullable JsonToken token) throws IOException {
        String place = place(member) + ", line " + parser.currentTokenLocation().getLineNr();
        Map<String, String> fields = new HashMap<>();
        Map<String, List<String>> attributes = new HashMap<>();
        List<String> problems = new ArrayList<>();
        if (token != JsonToken.START_OBJECT) {
            parser.skipChildren();
            problems.add("must be an object, for example {\"chat_id\": 6200000001, \"name\": \"Ann\", …}");
            return new Written(member, place, fields, attributes, problems);
        }
        List<String> known = Field.words();
        while (advance() != JsonToken.END_OBJECT) {
            String field = parser.currentName();
            JsonToken value = advance();
            if (field.equals(ATTRIBUTES)) {
                attributes(value, attributes, problems);
            } else if (!known.contains(field)) {
                parser.skipChildren();
                problems.add("there is no field \"" + (field.length() > 40 ? field.substring(0, 39) + "…" : field)
                        + "\", " + Nearest.hint(field, known));
            } else if (value == JsonToken.VALUE_STRING || value == JsonToken.VALUE_NUMBER_INT) {
                fields.put(field, parser.getText());
            } else if (value != JsonToken.VALUE_NULL) {
                parser.skipChildren();
                problems.add(field + ": must be a text");
            }
        }
        return new Written(member, place, fields, attributes, problems);
    }

    private void attributes(@Nullable JsonToken token, Map<String, List<String>> attributes, List<String> problems)
            throws IOException {
        if (token != JsonToken.START_OBJECT) {
            parser.skipChildren();
            if (token != JsonToken.VALUE_NULL) {
                problems.add("attributes: must be an object, for example {\"skills\": [\"phone\"]}");
            }
            return;
        }
        while (advance() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            List<String> values = new ArrayList<>();
            boolean texts = true;
            JsonToken value = advance();
            if (value == JsonToken.START_ARRAY) {
                for (value = advance(); value != JsonToken.END_ARRAY; value = advance()) {
                    texts &= value == JsonToken.VALUE_STRING;
                    values.add(parser.getText());
                    parser.skipChildren();
                }
            } else {
                texts = value == JsonToken.VALUE_STRING;
                values.add(parser.getText());
                parser.skipChildren();
            }
            if (!texts) {
                problems.add("attributes." + name + ": must be a text or a list of texts");
            } else if (!values.isEmpty()) {
                attributes.put(name, values);
            }
        }
    }

    private @Nullable JsonToken advance() throws IOException {
        JsonToken token = parser.nextToken();
        if (parser.currentLocation().getByteOffset() - memberBegan > LONGEST_MEMBER) {
            throw new UnreadableException(place(member), "has more than " + LONGEST_MEMBER + " characters");
        }
        return token;
    }

    @Override
    public String place(long number) {
        return "member " + number;
    }
}
