package org.branchline.telegram.receiving;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads a body up to a length; what goes beyond is not kept. */
final class BodyReader {

    private final HttpServerRequest request;
    private final int longest;
    private final Buffer body = Buffer.buffer();
    private boolean tooLong;

    BodyReader(HttpServerRequest request, int longest) {
        this.request = request;
        this.longest = longest;
    }

    void read(Consumer<Buffer> whole, Runnable longer) {
        if (announced() > longest) {
            longer.run();
            return;
        }
        request.handler(part -> {
            if (!tooLong && body.length() + part.length() > longest) {
                tooLong = true;
                longer.run();
            } else if (!tooLong) {
                body.appendBuffer(part);
            }
        });
        request.endHandler(end -> {
            if (!tooLong) {
                whole.accept(body);
            }
        });
        request.resume();
    }

    private long announced() {
        @Nullable String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE;
        }
    }
}
