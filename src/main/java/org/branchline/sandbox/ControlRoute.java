package org.branchline.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.branchline.sandbox.chat.FileShelf;
import org.branchline.sandbox.chat.Json;
import org.branchline.sandbox.control.Ask;
import org.branchline.sandbox.control.Control;
import org.branchline.sandbox.control.Responder;
import org.branchline.sandbox.control.Told;

/** {@code /sandbox/…}: reads requests to the controls; a POST must say that it is JSON, which a foreign form cannot. */
final class ControlRoute {

    private static final Set<String> SHOWN_INLINE = Set.of("image/png", "image/jpeg", "image/gif", "image/webp");

    private final Control control;
    private final FileShelf files;

    ControlRoute(Control control, FileShelf files) {
        this.control = control;
        this.files = files;
    }

    void handle(HttpServerRequest request, String path, Consumer<Throwable> failed) {
        List<String> parts = List.of(path.substring("/sandbox/".length()).split("/"));
        Map<String, String> query = new HashMap<>();
        request.params().forEach(entry -> query.put(entry.getKey(), entry.getValue()));
        if (request.method().equals(HttpMethod.GET)) {
            if (parts.get(0).equals("files") && parts.size() == 2) {
                file(request, parts.get(1));
            } else {
                control.answer(new Ask(false, parts, query, Json.object()), responder(request));
            }
        } else if (!request.method().equals(HttpMethod.POST)) {
            error(request, 405, "only GET and POST");
        } else if (!isJson(request)) {
            error(request, 415, "a POST needs Content-Type: application/json");
        } else {
            request.body().onFailure(failed::accept).onSuccess(body -> {
                ObjectNode json = body.length() == 0 ? Json.object() : Json.readObject(body.toString());
                if (json == null) {
                    error(request, 400, "the body must be a JSON object");
                } else {
                    ask(request, new Ask(true, parts, query, json), failed);
                }
            });
        }
    }

    private void ask(HttpServerRequest request, Ask ask, Consumer<Throwable> failed) {
        try {
            control.answer(ask, responder(request));
        } catch (RuntimeException e) {
            failed.accept(e);
        }
    }

    private static boolean isJson(HttpServerRequest request) {
        String type = request.getHeader("Content-Type");
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("application/json");
    }

    private static void error(HttpServerRequest request, int status, String why) {
        Wire.writeJson(request, status, Json.object().put("error", why));
    }

    private static Responder responder(HttpServerRequest request) {
        return new Responder() {
            @Override
            public void tell(Told told) {
                request.response().putHeader("Cache-Control", "no-store");
                Wire.writeJson(request, told.status(), told.body());
            }

            @Override
            public void whenGone(Runnable task) {
                request.response().closeHandler(nothing -> task.run());
            }
        };
    }

    private void file(HttpServerRequest request, String id) {
        FileShelf.Stored file = files.get(id);
        if (file == null) {
            error(request, 404, "no such file");
            return;
        }
        boolean inline = SHOWN_INLINE.contains(file.type());
        String name = URLEncoder.encode(file.name(), StandardCharsets.UTF_8).replace("+", "%20");
        request.response()
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Content-Security-Policy", "sandbox; default-src 'none'")
                .putHeader("Content-Disposition", (inline ? "inline" : "attachment") + "; filename*=UTF-8''" + name);
        Wire.write(request, 200, inline ? file.type() : "application/octet-stream", Buffer.buffer(file.bytes()));
    }
}
