package org.branchline.desk.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.Response;
import java.util.List;

/**
 * What went wrong, as RFC 9457 writes it.
 *
 * @param title the kind of problem
 * @param status the HTTP status
 * @param detail what to do about it
 * @param errors each thing that is wrong in the request, with its place
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record Problem(String title, int status, String detail, List<String> errors) {

    static final String MEDIA_TYPE = "application/problem+json";

    Problem {
        errors = List.copyOf(errors);
    }

    static Response of(int status, String title, String detail, List<String> errors) {
        return Response.status(status)
                .type(MEDIA_TYPE)
                .entity(new Problem(title, status, detail, errors))
                .build();
    }

    static Response of(int status, String title, String detail) {
        return of(status, title, detail, List.of());
    }
}
