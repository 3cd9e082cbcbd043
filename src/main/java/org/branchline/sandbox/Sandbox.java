package org.branchline.sandbox;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.file.FileSystemOptions;
import java.nio.file.Path;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A running Bot API server with its chat page, on a Vert.x and a thread of its own. */
public final class Sandbox implements AutoCloseable {

    /** A token for who starts the sandbox and the bot together. */
    public static final String DEFAULT_TOKEN = "7700000001:sandbox";

    private final Vertx vertx;
    private final SandboxServer server;

    private Sandbox(Vertx vertx, SandboxServer server) {
        this.vertx = vertx;
        this.server = server;
    }

    /**
     * Starts and returns once the port is open.
     *
     * @throws IllegalStateException when the port is taken or the data folder cannot be used
     */
    public static Sandbox start(SandboxOptions options) {
        Vertx vertx = Vertx.vertx(new VertxOptions()
                .setEventLoopPoolSize(1)
                .setWorkerPoolSize(1)
                .setInternalBlockingPoolSize(2)
                .setFileSystemOptions(
                        new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false)));
        SandboxServer server = new SandboxServer(options);
        try {
            vertx.deployVerticle(server)
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
        } catch (CompletionException e) {
            vertx.close();
            throw new IllegalStateException("the sandbox cannot start: " + e.getCause(), e.getCause());
        }
        return new Sandbox(vertx, server);
    }

    /** Whether somebody was played in a sandbox that kept its people in this folder. */
    public static boolean played(Path folder) {
        return FileJournal.hasPeople(folder);
    }

    public int port() {
        return server.port();
    }

    /** Base address, without a slash at the end: the page, and the Bot API's base. */
    public String url() {
        return server.url();
    }

    /** Writes what is not on disk yet and closes the port. */
    @Override
    public void close() {
        try {
            vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the sandbox did not close", e);
        }
    }
}
