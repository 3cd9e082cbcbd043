package org.branchline.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.branchline.sandbox.botapi.Answer;
import org.branchline.sandbox.botapi.BotApi;
import org.branchline.sandbox.botapi.Call;
import org.branchline.sandbox.chat.Bot;
import org.branchline.sandbox.chat.FileShelf;
import org.branchline.sandbox.chat.Json;
import org.branchline.sandbox.chat.World;

/** {@code /bot<token>/<method>} and {@code /file/bot<token>/<path>}, read from JSON, forms and multipart alike. */
final class BotRoute {

    private static final Pattern PATH = Pattern.compile("(/file)?/bot([^/]*)/(.*)");
    private static final Pattern TOKEN = Pattern.compile("(\\d{1,15}):[A-Za-z0-9_-]+");
    private static final long LARGEST = 50L * 1024 * 1024;

    private final Vertx vertx;
    private final World world;
    private final BotApi botApi;
    private final FileShelf files;
    private final Set<String> tokens;

    BotRoute(Vertx vertx, World world, BotApi botApi, FileShelf files, Set<String> tokens) {
        this.vertx = vertx;
        this.world = world;
        this.botApi = botApi;
        this.files = files;
        this.tokens = tokens;
    }

    void handle(HttpServerRequest request, String path, Consumer<Throwable> failed) {
        Matcher parts = PATH.matcher(path);
        if (!parts.matches()) {
            write(request, BotApi.refused(404, "Not Found"));
            return;
        }
        Matcher token = TOKEN.matcher(parts.group(2).replace("%3A", ":").replace("%3a", ":"));
        if (!token.matches() || token.group(1).startsWith("0")) {
            write(request, BotApi.refused(404, "Not Found"));
        } else if (!tokens.isEmpty() && !tokens.contains(token.group())) {
            write(request, BotApi.refused(401, "Unauthorized"));
        } else {
            Bot bot = world.botOrNew(Long.parseLong(token.group(1)));
            if (parts.group(1) != null) {
                download(request, parts.group(3));
            } else {
                read(request, parts.group(3), failed, call -> call(request, bot, call));
            }
        }
    }

    private void read(HttpServerRequest request, String method, Consumer<Throwable> failed, Consumer<Call> done) {
        ObjectNode values = Json.object();
        putAll(values, request.params());
        String type = String.valueOf(request.getHeader("Content-Type")).toLowerCase(Locale.ROOT);
        String length = request.getHeader("Content-Length");
        if (length != null && length.length() < 19 && Long.parseLong(length) > LARGEST) {
            write(request, BotApi.refused(413, "Request Entity Too Large"));
        } else if (type.startsWith("multipart/form-data") || type.startsWith("application/x-www-form-urlencoded")) {
            readForm(request, values, method, failed, done);
        } else {
            request.body().onFailure(failed::accept).onSuccess(body -> {
                ObjectNode json = body.length() == 0 ? Json.object() : Json.readObject(body.toString());
                if (json == null) {
                    write(request, BotApi.refused(400, "Bad Request: can't parse JSON object"));
                } else {
                    done.accept(new Call(method, values.isEmpty() ? json : values.setAll(json), Map.of()));
                }
            });
        }
    }

    private static void readForm(
            HttpServerRequest request,
            ObjectNode values,
            String method,
            Consumer<Throwable> failed,
            Consumer<Call> done) {
        Map<String, Call.Upload> uploads = new HashMap<>();
        request.setExpectMultipart(true);
        request.uploadHandler(upload -> {
            Buffer bytes = Buffer.buffer();
            upload.handler(bytes::appendBuffer);
            upload.endHandler(nothing -> uploads.put(
                    upload.name(), new Call.Upload(upload.filename(), upload.contentType(), bytes.getBytes())));
        });
        request.end().onFailure(failed::accept).onSuccess(nothing -> {
            putAll(values, request.formAttributes());
            done.accept(new Call(method, values, uploads));
        });
    }

    private static void putAll(ObjectNode values, MultiMap given) {
        for (Map.Entry<String, String> entry : given) {
            values.put(entry.getKey(), entry.getValue());
        }
    }

    private void call(HttpServerRequest request, Bot bot, Call call) {
        Runnable gone = botApi.handle(bot, call, answer -> later(request, answer));
        if (!request.response().ended()) {
            request.response().closeHandler(nothing -> gone.run());
        }
    }

    private void later(HttpServerRequest request, Answer answer) {
        if (answer.delayMillis() > 0) {
            vertx.setTimer(answer.delayMillis(), id -> write(request, answer));
        } else {
            write(request, answer);
        }
    }

    private static void write(HttpServerRequest request, Answer answer) {
        if (answer.cut()) {
            var unused = request.connection().close();
            return;
        }
        if (answer.retryAfter() > 0) {
            request.response().putHeader("Retry-After", Integer.toString(answer.retryAfter()));
        }
        Wire.write(request, answer.status(), answer.type(), Buffer.buffer(answer.body()));
    }

    private void download(HttpServerRequest request, String path) {
        String id = BotApi.fileId(path);
        FileShelf.Stored file = id == null ? null : files.get(id);
        if (file == null) {
            write(request, BotApi.refused(404, "Not Found"));
        } else {
            Wire.write(request, 200, "application/octet-stream", Buffer.buffer(file.bytes()));
        }
    }
}
