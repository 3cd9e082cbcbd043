package org.branchline.desk.api;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** Lets nobody in without the key, and nothing that is too long, before anything of a request is read. */
class Gate {

    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;
    private static final int LENGTH_REQUIRED = 411;
    private static final int TOO_LARGE = 413;
    private static final int LONGEST = 1 << 20;
    /** Read as it comes in, however long it is. */
    private static final String STREAMED = "/api/v1/members";

    private final ApiKey key;

    Gate(ApiKey key) {
        this.key = key;
    }

    @ServerRequestFilter(preMatching = true)
    @Nullable
    Response check(ContainerRequestContext request) {
        String path = request.getUriInfo().getPath();
        if (!path.startsWith("/api/")) {
            return null;
        }
        if (key.opensFor(request.getHeaderString(HttpHeaders.AUTHORIZATION))) {
            return path.startsWith(STREAMED) || request.getMethod().equals("GET") ? null : length(request);
        }
        return key.given()
                ? Problem.of(UNAUTHORIZED, "Not let in", "Send the header Authorization: Bearer and the API key.")
                : Problem.of(FORBIDDEN, "The API is closed", "Start the service with API_KEY to open it.");
    }

    /** What is read into memory says before how long it is. */
    private static @Nullable Response length(ContainerRequestContext request) {
        if (request.getHeaderString("Transfer-Encoding") != null) {
            return Problem.of(LENGTH_REQUIRED, "How long is it?", "Send the request with its Content-Length.");
        }
        int longest = longest(request.getUriInfo().getPath());
        return request.getLength() > longest
                ? Problem.of(TOO_LARGE, "Too long", "A request has at most " + longest + " bytes.")
                : null;
    }

    private static int longest(String path) {
        return switch (path) {
            case "/api/v1/pictures" -> FilesApi.LONGEST_PICTURE;
            case "/api/v1/documents" -> FilesApi.LONGEST_DOCUMENT;
            default -> LONGEST;
        };
    }
}
