package org.branchline.start;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A Bot API double that others wrote and published: npm's {@code telegram-test-api}, installed into {@code target} at the
 * versions of its lock file, run by Node in a process of its own. It shares no code with the sandbox.
 */
final class PublicTelegram implements AutoCloseable {

    /** Its {@code getMe} always says that it is bot 666. */
    static final String TOKEN = "666:a-token-that-opens-nothing-7hK2qZ";

    private static final Path FOLDER = Path.of("target", "public-telegram").toAbsolutePath();
    private static final List<String> FILES = List.of("package.json", "package-lock.json", "server.js");
    private static final JsonObject NONE = new JsonObject();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Process process;
    private final String url;

    private PublicTelegram(Process process, String url) {
        this.process = process;
        this.url = url;
    }

    /** Whether this machine has Node and npm. */
    static boolean canRun() {
        try {
            return run(Path.of("."), "node", "--version") == 0 && run(Path.of("."), "npm", "--version") == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** Installs it unless it is there. */
    static void install() throws IOException {
        Files.createDirectories(FOLDER);
        for (String name : FILES) {
            try (InputStream file = PublicTelegram.class.getResourceAsStream("/public-telegram/" + name)) {
                Files.copy(file, FOLDER.resolve(name), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        // npm writes this file when it has finished.
        if (!Files.exists(FOLDER.resolve("node_modules").resolve(".package-lock.json"))) {
            int code = run(FOLDER, "npm", "ci", "--no-audit", "--no-fund");
            if (code != 0) {
                throw new IOException("npm ci ended with " + code);
            }
        }
    }

    /** A new one, for one service. */
    static PublicTelegram start() throws IOException {
        Process process = new ProcessBuilder("node", "server.js")
                .directory(FOLDER.toFile())
                .redirectError(
                        ProcessBuilder.Redirect.appendTo(FOLDER.resolve("log").toFile()))
                .start();
        BufferedReader said =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        return new PublicTelegram(process, "http://127.0.0.1:" + said.readLine());
    }

    String url() {
        return url;
    }

    PublicPerson person(long id, String firstName) {
        return new PublicPerson(this, id, firstName);
    }

    /** The messages of the bot to a chat as they stand, oldest first. */
    List<JsonObject> messagesTo(long chat) {
        JsonArray all =
                post("/getUpdatesHistory", new JsonObject().put("token", TOKEN)).getJsonArray("result");
        return all.stream()
                .map(JsonObject.class::cast)
                .filter(update -> Long.toString(chat)
                        .equals(update.getJsonObject("message", NONE).getString("chat_id")))
                .toList();
    }

    JsonObject post(String path, JsonObject body) {
        try {
            HttpResponse<String> response = HTTP.send(
                    HttpRequest.newBuilder(URI.create(url + path))
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(body.encode()))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            return new JsonObject(response.body());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        process.destroy();
    }

    private static int run(Path folder, String... command) throws IOException {
        Process started = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (!started.waitFor(5, TimeUnit.MINUTES)) {
                started.destroyForcibly();
                return -1;
            }
            return started.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
