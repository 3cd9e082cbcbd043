package org.branchline.telegram;

import io.vertx.core.buffer.Buffer;
import java.util.UUID;

/** A form with files as {@code multipart/form-data}, in memory: what we send is small. */
public final class Multipart {

    private final String boundary = "branchline-" + UUID.randomUUID();
    private final Buffer parts = Buffer.buffer();

    public Multipart field(String name, String value) {
        open("name=\"" + name + "\"").appendString("\r\n").appendString(value).appendString("\r\n");
        return this;
    }

    public Multipart file(String name, String fileName, String mediaType, byte[] content) {
        open("name=\"" + name + "\"; filename=\"" + quotable(fileName) + "\"")
                .appendString("Content-Type: " + quotable(mediaType) + "\r\n\r\n")
                .appendBytes(content)
                .appendString("\r\n");
        return this;
    }

    String contentType() {
        return "multipart/form-data; boundary=" + boundary;
    }

    Buffer body() {
        return parts.copy().appendString("--" + boundary + "--\r\n");
    }

    private Buffer open(String disposition) {
        return parts.appendString("--" + boundary + "\r\nContent-Disposition: form-data; " + disposition + "\r\n");
    }

    // A quote or a line break would end the header.
    private static String quotable(String text) {
        return text.replaceAll("[\"\\\\\\p{Cntrl}]", "_");
    }
}
