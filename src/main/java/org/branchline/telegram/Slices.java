package org.branchline.telegram;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Cuts a response of {@code getUpdates} into its updates as they stand, so that one that cannot be read harms no other. */
public final class Slices {

    // Skipping does not recurse, so depth costs nothing here.
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(1_000_000)
                    .maxNumberLength(1_000_000)
                    .build())
            .build();

    private Slices() {}

    /**
     * The elements of the array {@code result}.
     *
     * @throws IOException where the text is no whole response that says {@code ok}
     */
    static List<byte[]> of(byte[] response) throws IOException {
        List<byte[]> slices = new ArrayList<>();
        boolean ok = false;
        boolean listed = false;
        try (JsonParser parser = JSON.createParser(response)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                if ("ok".equals(name)) {
                    ok = value == JsonToken.VALUE_TRUE;
                } else if ("result".equals(name) && value == JsonToken.START_ARRAY) {
                    cut(parser, response, slices);
                    listed = true;
                } else {
                    parser.skipChildren();
                }
            }
            if (!ok || !listed || parser.currentToken() != JsonToken.END_OBJECT) {
                throw new IOException("no list of updates");
            }
        }
        return slices;
    }

    private static void cut(JsonParser parser, byte[] response, List<byte[]> slices) throws IOException {
        for (JsonToken token = parser.nextToken(); token != JsonToken.END_ARRAY; token = parser.nextToken()) {
            if (token == null) {
                throw new IOException("cut off");
            }
            int from = (int) parser.currentTokenLocation().getByteOffset();
            parser.skipChildren();
            parser.finishToken();
            slices.add(Arrays.copyOfRange(
                    response, from, (int) parser.currentLocation().getByteOffset()));
        }
    }

    /** The {@code update_id} of an update that cannot be read, null where there is none. */
    public static @Nullable Long number(byte[] update) {
        try (JsonParser parser = JSON.createParser(update)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return null;
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean id = "update_id".equals(parser.currentName());
                if (parser.nextToken() == JsonToken.VALUE_NUMBER_INT && id) {
                    return parser.getLongValue();
                }
                parser.skipChildren();
            }
        } catch (IOException e) {
            return null;
        }
        return null;
    }
}
