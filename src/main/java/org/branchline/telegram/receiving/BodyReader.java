package org.branchline.telegram.receiving;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads a body up to a length. What goes beyond is not kept but read off: who is answered and cut off while still writing
 * may never see the answer, and would come again with the same body.
 */
final class BodyReader {

    private final HttpServerRequest request;
    private final int longest;
    private final int farthest;
    private final Buffer body = Buffer.buffer();
    private long length;
    private boolean left;

    /**
     * @param longest bytes that are kept
     * @param farthest bytes that are read at all
     */
    BodyReader(HttpServerRequest request, int longest, int farthest) {
        this.request = request;
        this.longest = longest;
        this.farthest = farthest;
    }

    /**
     * Calls one of the three, once.
     *
     * @param whole gets a body that is not too long
     * @param longer when a body was too long and has come to its end
     * @param endless when a body goes on beyond what is read at all
     */
    void read(Consumer<Buffer> whole, Runnable longer, Runnable endless) {
        if (announced() > farthest) {
            endless.run();
            return;
        }
        request.handler(part -> {
            length += part.length();
            if (length <= longest) {
                body.appendBuffer(part);
            } else if (length > farthest && !left) {
                left = true;
                endless.run();
            }
        });
        request.endHandler(end -> {
            if (length <= longest) {
                whole.accept(body);
            } else if (!left) {
                longer.run();
            }
        });
        request.resume();
    }

    private long announced() {
        @Nullable String announced = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return announced == null ? 0 : Long.parseLong(announced);
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE;
        }
    }
}
