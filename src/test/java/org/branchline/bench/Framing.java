package org.branchline.bench;

import io.vertx.core.Handler;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.BiConsumer;

/** Cuts a stream into HTTP messages with a length. Of the head only what the benchmark needs is looked at. */
final class Framing implements Handler<Buffer> {

    private static final String LENGTH = "content-length:";

    private final BiConsumer<String, Buffer> message;
    private Buffer left = Buffer.buffer();

    /** @param message takes the head, in lower case but for its first line, and the body */
    Framing(BiConsumer<String, Buffer> message) {
        this.message = message;
    }

    @Override
    public void handle(Buffer part) {
        left = left.length() == 0 ? part : left.appendBuffer(part);
        int end = endOfHead();
        while (end > 0) {
            String head = left.getString(0, end, StandardCharsets.ISO_8859_1.name());
            int whole = end + 4 + length(head);
            if (left.length() < whole) {
                return;
            }
            Buffer body = left.slice(end + 4, whole);
            left = left.length() == whole ? Buffer.buffer() : left.getBuffer(whole, left.length());
            message.accept(head, body);
            end = endOfHead();
        }
    }

    private int endOfHead() {
        for (int i = 0; i + 3 < left.length(); i++) {
            if (left.getByte(i) == '\r' && left.getByte(i + 2) == '\r' && left.getByte(i + 3) == '\n') {
                return i;
            }
        }
        return -1;
    }

    private static int length(String head) {
        String lower = head.toLowerCase(Locale.ROOT);
        int at = lower.indexOf(LENGTH);
        if (at < 0) {
            return 0;
        }
        int end = lower.indexOf('\r', at);
        return Integer.parseInt(lower.substring(at + LENGTH.length(), end < 0 ? lower.length() : end)
                .strip());
    }
}
