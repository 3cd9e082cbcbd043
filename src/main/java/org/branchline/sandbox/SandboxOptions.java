package org.branchline.sandbox;

import java.nio.file.Path;
import java.util.Set;
import org.branchline.sandbox.botapi.Limits;
import org.jspecify.annotations.Nullable;

/**
 * How a sandbox is started.
 *
 * @param host address it listens on; on loopback it answers only to loopback names
 * @param port 0 for any free one
 * @param data folder that keeps people, chats, pending updates and the clock across restarts; null: memory only
 * @param tokens the only bot tokens that work; empty: any of the form {@code digits:secret}
 * @param limits of new messages
 */
public record SandboxOptions(
        String host, int port, @Nullable Path data, Set<String> tokens, Limits limits) {

    public static final int DEFAULT_PORT = 8090;

    public SandboxOptions {
        tokens = Set.copyOf(tokens);
    }

    /** Loopback, any free port, memory only, any token, Telegram's limits. */
    public static SandboxOptions inMemory() {
        return new SandboxOptions("127.0.0.1", 0, null, Set.of(), Limits.TELEGRAM);
    }

    public SandboxOptions onHost(String other) {
        return new SandboxOptions(other, port, data, tokens, limits);
    }

    public SandboxOptions onPort(int other) {
        return new SandboxOptions(host, other, data, tokens, limits);
    }

    public SandboxOptions keepingIn(@Nullable Path folder) {
        return new SandboxOptions(host, port, folder, tokens, limits);
    }

    public SandboxOptions onlyFor(Set<String> only) {
        return new SandboxOptions(host, port, data, only, limits);
    }

    public SandboxOptions within(Limits other) {
        return new SandboxOptions(host, port, data, tokens, other);
    }
}
