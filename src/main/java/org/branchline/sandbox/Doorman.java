package org.branchline.sandbox;

import io.vertx.core.http.HttpServerRequest;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether a request may come in. On loopback only loopback names are answered, so that a page elsewhere cannot
 * reach the sandbox through a name of its own; a page of another origin is refused everywhere.
 */
final class Doorman {

    private static final Set<String> LOOPBACK_NAMES = Set.of("localhost", "[::1]");
    private static final Pattern LOOPBACK_ADDRESS = Pattern.compile("127(\\.\\d{1,3}){3}");

    private final boolean loopbackOnly;

    Doorman(String boundTo) {
        loopbackOnly = loopback(boundTo) || boundTo.equals("::1");
    }

    boolean admits(HttpServerRequest request) {
        String host = request.getHeader("Host");
        return admits(host, request.getHeader("Origin"));
    }

    boolean admits(@Nullable String host, @Nullable String origin) {
        if (host == null || (loopbackOnly && !loopback(name(host)))) {
            return false;
        }
        return origin == null
                || origin.equalsIgnoreCase("http://" + host)
                || origin.equalsIgnoreCase("https://" + host);
    }

    private static String name(String host) {
        int colon = host.lastIndexOf(':');
        return colon > host.lastIndexOf(']') ? host.substring(0, colon) : host;
    }

    private static boolean loopback(String name) {
        return LOOPBACK_NAMES.contains(name.toLowerCase(Locale.ROOT))
                || LOOPBACK_ADDRESS.matcher(name).matches();
    }
}
