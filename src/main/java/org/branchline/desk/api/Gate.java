package org.branchline.desk.api;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/** Lets nobody in without the key, before anything of a request is read. */
class Gate {

    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;

    private final ApiKey key;

    Gate(ApiKey key) {
        this.key = key;
    }

    @ServerRequestFilter(preMatching = true)
    @Nullable
    Response check(ContainerRequestContext request) {
        if (!request.getUriInfo().getPath().startsWith("/api/")
                || key.opensFor(request.getHeaderString(HttpHeaders.AUTHORIZATION))) {
            return null;
        }
        return key.given()
                ? Problem.of(UNAUTHORIZED, "Not let in", "Send the header Authorization: Bearer and the API key.")
                : Problem.of(FORBIDDEN, "The API is closed", "Start the service with API_KEY to open it.");
    }
}
