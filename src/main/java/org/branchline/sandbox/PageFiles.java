package org.branchline.sandbox;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/** The page's own files, read once; nothing else of the class path is served. */
final class PageFiles {

    private static final String SCRIPT = "text/javascript; charset=utf-8";
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("index.html", "text/html; charset=utf-8"),
            Map.entry("chat.css", "text/css; charset=utf-8"),
            Map.entry("icon.svg", "image/svg+xml"),
            Map.entry("api.js", SCRIPT),
            Map.entry("app.js", SCRIPT),
            Map.entry("column.js", SCRIPT),
            Map.entry("composer.js", SCRIPT),
            Map.entry("media.js", SCRIPT),
            Map.entry("messages.js", SCRIPT),
            Map.entry("people.js", SCRIPT),
            Map.entry("text.js", SCRIPT));
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " connect-src 'self'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

    private final Map<String, Buffer> files = new HashMap<>();

    PageFiles() {
        TYPES.keySet().forEach(name -> files.put(name, read(name)));
    }

    void handle(HttpServerRequest request, String path) {
        String name = path.equals("/") ? "index.html" : path.substring(1);
        Buffer file = files.get(name);
        String type = TYPES.get(name);
        if (file == null || type == null) {
            Wire.write(request, 404, "text/plain", Buffer.buffer("Not found.\n"));
            return;
        }
        request.response()
                .putHeader("Content-Security-Policy", POLICY)
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Referrer-Policy", "no-referrer")
                .putHeader("Cache-Control", "no-cache");
        Wire.write(request, 200, type, file);
    }

    private static Buffer read(String name) {
        try (InputStream in = PageFiles.class.getResourceAsStream("/sandbox/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks /sandbox/" + name);
            }
            return Buffer.buffer(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
