package org.branchline.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import org.branchline.sandbox.chat.Json;

/** Writes answers, and nothing when the asker is gone. */
final class Wire {

    private Wire() {}

    static void write(HttpServerRequest request, int status, String type, Buffer body) {
        HttpServerResponse response = request.response();
        if (!response.closed() && !response.ended()) {
            response.setStatusCode(status).putHeader(HttpHeaders.CONTENT_TYPE, type);
            var unused = response.end(body);
        }
    }

    static void writeJson(HttpServerRequest request, int status, JsonNode body) {
        write(request, status, "application/json", Buffer.buffer(Json.bytes(body)));
    }
}
