package org.branchline.sandbox;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.Promise;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.concurrent.Executor;
import org.branchline.sandbox.botapi.BotApi;
import org.branchline.sandbox.botapi.Settings;
import org.branchline.sandbox.chat.FileShelf;
import org.branchline.sandbox.chat.Journal;
import org.branchline.sandbox.chat.World;
import org.branchline.sandbox.control.Control;
import org.jspecify.annotations.Nullable;

/** The HTTP server. Everything of the sandbox happens on this verticle's one thread, so nothing is locked. */
final class SandboxServer extends AbstractVerticle {

    private static final System.Logger LOG = System.getLogger(SandboxServer.class.getName());

    private final SandboxOptions options;
    private final Doorman doorman;
    private final PageFiles page = new PageFiles();

    private Journal journal = Journal.none();
    private volatile int port;
    private @Nullable BotRoute bots;
    private @Nullable ControlRoute controls;

    SandboxServer(SandboxOptions options) {
        this.options = options;
        this.doorman = new Doorman(options.host());
    }

    int port() {
        return port;
    }

    String url() {
        String host = options.host().contains(":") ? "[" + options.host() + "]" : options.host();
        return "http://" + (host.equals("0.0.0.0") || host.equals("127.0.0.1") ? "localhost" : host) + ":" + port;
    }

    @Override
    public void start(Promise<Void> started) throws IOException {
        VertxTicker ticker = new VertxTicker(vertx);
        Path data = options.data();
        FileShelf files;
        World world;
        if (data == null) {
            Executor nowhere = Runnable::run;
            files = new FileShelf(null, nowhere);
            world = new World(ticker, journal);
        } else {
            FileJournal kept = new FileJournal(data);
            journal = kept;
            files = new FileShelf(data.resolve("files"), kept.writing());
            world = new World(ticker, kept);
            kept.restore(world);
        }
        options.tokens().forEach(token -> world.botOrNew(Long.parseLong(token.substring(0, token.indexOf(':')))));
        Settings settings = new Settings(options.limits());
        BotApi botApi = new BotApi(world, settings, files, new HttpCourier(vertx), new SplittableRandom());
        bots = new BotRoute(vertx, world, botApi, files, options.tokens());
        controls = new ControlRoute(new Control(world, botApi, settings, files), files);
        HttpServer server = vertx.createHttpServer(new HttpServerOptions()
                .setTcpNoDelay(true)
                .setHttp2ClearTextEnabled(false)
                .setMaxFormAttributeSize(-1)
                .setMaxFormFields(1000)
                .setIdleTimeout(120));
        server.requestHandler(this::handle)
                .listen(options.port(), options.host())
                .onFailure(started::fail)
                .onSuccess(open -> {
                    port = open.actualPort();
                    started.complete();
                });
    }

    @Override
    public void stop() {
        journal.close();
    }

    private void handle(HttpServerRequest request) {
        try {
            route(request);
        } catch (RuntimeException e) {
            failed(request, e);
        }
    }

    private void route(HttpServerRequest request) {
        String path = request.path();
        if (!doorman.admits(request)) {
            Wire.write(request, 403, "text/plain", Buffer.buffer("The sandbox answers to localhost only.\n"));
        } else if (path == null) {
            Wire.write(request, 400, "text/plain", Buffer.buffer("What?\n"));
        } else if (bots != null && (path.startsWith("/bot") || path.startsWith("/file/bot"))) {
            bots.handle(request, path, e -> failed(request, e));
        } else if (controls != null && path.startsWith("/sandbox/")) {
            controls.handle(request, path, e -> failed(request, e));
        } else {
            page.handle(request, path);
        }
    }

    private void failed(HttpServerRequest request, Throwable failure) {
        LOG.log(System.Logger.Level.ERROR, "A request to the sandbox failed", failure);
        if (!request.response().ended()) {
            Wire.writeJson(request, 500, Control.failure());
        }
    }
}
