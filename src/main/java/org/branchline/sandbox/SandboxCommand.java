package org.branchline.sandbox;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** {@code sandbox [--host HOST] [--port PORT] [--data FOLDER]}: runs the sandbox alone until it is told to stop. */
public final class SandboxCommand {

    private static final String USAGE = "sandbox [--host HOST] [--port PORT] [--data FOLDER]";

    private SandboxCommand() {}

    /**
     * Prints one address and blocks until SIGTERM.
     *
     * @param args what follows the word {@code sandbox}
     * @return exit code: 0, or 2 when the arguments are wrong, 1 when it cannot start
     */
    public static int run(String... args) {
        return run(System.out, System.err, args);
    }

    private static int run(PrintStream out, PrintStream err, String... args) {
        SandboxOptions options;
        try {
            options = options(System.getenv(), args);
        } catch (IllegalArgumentException e) {
            err.println(e.getMessage() + "\n" + USAGE);
            return 2;
        }
        try (Sandbox sandbox = Sandbox.start(options)) {
            CountDownLatch stopped = new CountDownLatch(1);
            Thread stop = new Thread(stopped::countDown, "sandbox-stop");
            Runtime.getRuntime().addShutdownHook(new Thread(sandbox::close, "sandbox-close"));
            Runtime.getRuntime().addShutdownHook(stop);
            out.println("Sandbox at " + sandbox.url());
            out.flush();
            stopped.await();
            return 0;
        } catch (IllegalStateException e) {
            err.println(e.getMessage());
            return 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }

    /** Options from the environment (SANDBOX_HOST, SANDBOX_PORT, SANDBOX_DATA), then the arguments. */
    static SandboxOptions options(Map<String, String> environment, String... args) {
        SandboxOptions options = SandboxOptions.inMemory().onPort(SandboxOptions.DEFAULT_PORT);
        for (String name : List.of("host", "port", "data")) {
            String value = environment.get("SANDBOX_" + name.toUpperCase(Locale.ROOT));
            if (value != null && !value.isBlank()) {
                options = with(options, "--" + name, value);
            }
        }
        Iterator<String> words = List.of(args).iterator();
        while (words.hasNext()) {
            String name = words.next();
            if (!words.hasNext()) {
                throw new IllegalArgumentException(name + " needs a value");
            }
            options = with(options, name, words.next());
        }
        return options;
    }

    private static SandboxOptions with(SandboxOptions options, String name, String value) {
        return switch (name) {
            case "--host" -> options.onHost(value);
            case "--port" -> options.onPort(port(value));
            case "--data" -> options.keepingIn(Path.of(value));
            default -> throw new IllegalArgumentException("unknown option " + name);
        };
    }

    private static int port(String value) {
        try {
            int port = Integer.parseInt(value);
            if (port >= 0 && port <= 65535) {
                return port;
            }
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("--port must be a number", e);
        }
        throw new IllegalArgumentException("--port must be 0 to 65535");
    }
}
