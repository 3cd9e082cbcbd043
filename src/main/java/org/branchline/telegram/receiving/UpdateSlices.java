package org.branchline.telegram.receiving;

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
final class UpdateSlices {

    // Skipping does not recurse, so depth costs nothing here.
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(1_000_000)
                    .maxNumberLength(1_000_000)
                    .build())
            .build();

    private UpdateSlices() {}

    /** The elements of the array {@code result}; fails where the text is no whole response. */
    static List<byte[]> of(byte[] response) throws IOException {
        List<byte[]> slices = new ArrayList<>();
        try (JsonParser parser = JSON.createParser(response)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean result = "result".equals(parser.currentName());
                if (parser.nextToken() == JsonToken.START_ARRAY && result) {
                    cut(parser, response, slices);
                } else {
                    parser.skipChildren();
                }
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
    static @Nullable Long number(byte[] update) {
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
