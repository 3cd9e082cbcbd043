package org.branchline.telegram;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.ApiResponse;
import org.telegram.telegrambots.meta.api.objects.ResponseParameters;

/** Reads what stands in a response. A page of a proxy, a cut text, an object without {@code ok} are no word of the Bot API. */
final class ReplyReader {

    private static final int FIRST_FAILURE = 300;

    private final ObjectReader envelope;

    ReplyReader(ObjectMapper mapper) {
        this.envelope = mapper.readerFor(
                        mapper.getTypeFactory().constructParametricType(ApiResponse.class, JsonNode.class))
                .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    Reply read(int status, byte[] body) {
        ApiResponse<JsonNode> response = parsed(body);
        Boolean ok = response == null ? null : response.getOk();
        if (response == null || ok == null || (ok && status >= FIRST_FAILURE)) {
            return new Reply.Unclear("HTTP " + status + " with " + body.length + " bytes that are not the Bot API's");
        }
        return ok ? done(response.getResult()) : denied(status, response);
    }

    /** The same for a response whose result is a list, of which no item can spoil the others. */
    Reply readList(int status, byte[] body) {
        if (status < FIRST_FAILURE) {
            try {
                return new Reply.Items(Slices.of(body));
            } catch (IOException e) {
                return new Reply.Unclear("HTTP " + status + " with " + body.length + " bytes that are no whole list");
            }
        }
        return read(status, body);
    }

    private static Reply done(@Nullable JsonNode result) {
        return new Reply.Done(result == null ? MissingNode.getInstance() : result);
    }

    private static Reply denied(int status, ApiResponse<JsonNode> response) {
        @Nullable Integer code = response.getErrorCode();
        @Nullable String description = response.getErrorDescription();
        @Nullable ResponseParameters parameters = response.getParameters();
        return new Reply.Denied(
                code == null ? status : code,
                description == null ? "" : description,
                parameters == null ? null : parameters.getRetryAfter(),
                parameters == null ? null : parameters.getMigrateToChatId());
    }

    private @Nullable ApiResponse<JsonNode> parsed(byte[] body) {
        try {
            return envelope.readValue(body);
        } catch (IOException e) {
            return null;
        }
    }
}
