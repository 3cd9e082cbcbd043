package org.branchline.database;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a database is and who connects: a {@code DATABASE_URL}, read once for both drivers. Its text hides the password. */
public record DatabaseAddress(
        String host,
        int port,
        String database,
        String user,
        String password,
        Tls tls,
        Optional<String> rootCertificate) {

    /** How libpq names the ways to use TLS; {@code prefer} unless the URL says otherwise, as there. */
    public enum Tls {
        DISABLE,
        PREFER,
        REQUIRE,
        VERIFY_CA,
        VERIFY_FULL;

        /** As in {@code sslmode=verify-full}. */
        public String parameter() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    private static final String FORM = "postgresql://user:password@host:5432/database?sslmode=require";

    /**
     * Reads a URL.
     *
     * @throws StartProblem when it is not of that form; the line does not repeat the URL
     */
    public static DatabaseAddress parse(String url) {
        URI uri = uri(url);
        String scheme = uri.getScheme();
        if (!"postgresql".equals(scheme) && !"postgres".equals(scheme)) {
            throw malformed("it does not begin with postgresql://");
        }
        String[] login = Optional.ofNullable(uri.getRawUserInfo()).orElse("").split(":", 2);
        String path = Optional.ofNullable(uri.getRawPath()).orElse("");
        if (uri.getHost() == null) {
            throw malformed("it names no host");
        }
        if (login.length != 2 || login[0].isEmpty() || login[1].isEmpty()) {
            throw malformed("it lacks user or password");
        }
        if (path.length() < 2) {
            throw malformed("it names no database");
        }
        Map<String, String> options = options(uri.getRawQuery());
        String mode = options.remove("sslmode");
        String certificate = options.remove("sslrootcert");
        if (!options.isEmpty()) {
            throw malformed("it takes sslmode and sslrootcert, not " + String.join(", ", options.keySet()));
        }
        return new DatabaseAddress(
                uri.getHost().replace("[", "").replace("]", ""),
                uri.getPort() < 0 ? 5432 : uri.getPort(),
                decode(path.substring(1)),
                decode(login[0]),
                decode(login[1]),
                tls(mode),
                Optional.ofNullable(certificate));
    }

    /** On this machine, without TLS. */
    public static DatabaseAddress local(int port, String database, String user, String password) {
        return new DatabaseAddress("127.0.0.1", port, database, user, password, Tls.DISABLE, Optional.empty());
    }

    /** With the password: for a file of mode 600 only. */
    public String secretUrl() {
        return "postgresql://" + encode(user) + ":" + encode(password) + "@" + hostInUrl() + ":" + port + "/"
                + encode(database);
    }

    /** Host, port and database, the part an operator may see in a line. */
    public String place() {
        return hostInUrl() + ":" + port + "/" + database;
    }

    public String hostInUrl() {
        return host.contains(":") ? "[" + host + "]" : host;
    }

    @Override
    public String toString() {
        return "postgresql://" + user + "@" + place();
    }

    private static URI uri(String url) {
        try {
            return new URI(url.strip());
        } catch (URISyntaxException e) {
            throw malformed("a character in it is not written as %XX");
        }
    }

    private static Map<String, String> options(@Nullable String query) {
        Map<String, String> options = new HashMap<>();
        for (String pair : query == null ? new String[0] : query.split("&", -1)) {
            String[] halves = pair.split("=", 2);
            if (halves.length == 2) {
                options.put(decode(halves[0]), decode(halves[1]));
            }
        }
        return options;
    }

    private static Tls tls(@Nullable String mode) {
        if (mode == null) {
            return Tls.PREFER;
        }
        for (Tls tls : Tls.values()) {
            if (tls.parameter().equals(mode)) {
                return tls;
            }
        }
        throw malformed("sslmode is disable, prefer, require, verify-ca or verify-full");
    }

    private static String decode(String text) {
        try {
            // In a URL a plus is a plus; only forms read it as a space.
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw malformed("a character in it is not written as %XX");
        }
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static StartProblem malformed(String why) {
        return new StartProblem("DATABASE_URL cannot be read, " + why + ": it looks like " + FORM + ".");
    }
}
