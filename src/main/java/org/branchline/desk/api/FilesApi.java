package org.branchline.desk.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.branchline.database.Clock;
import org.branchline.database.Transactions;
import org.branchline.delivery.Attachments;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Pictures and documents for broadcasts: the body is the file. */
@Path("/api/v1")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
public class FilesApi {

    /** Telegram: a picture that is uploaded has at most 10 MB. */
    static final int LONGEST_PICTURE = 10_000_000;

    /** Telegram takes 50 MB; people read on phones, and a file is in memory while it is uploaded. */
    static final int LONGEST_DOCUMENT = 20_000_000;

    private static final int BAD_REQUEST = 400;
    private static final int CREATED = 201;
    private static final int LONGEST_NAME = 100;
    private static final List<String> PICTURES = List.of("image/jpeg", "image/png", "image/webp");

    private final Transactions transactions;
    private final Tenants tenants;
    private final Clock clock;

    FilesApi(Transactions transactions, Tenants tenants, Clock clock) {
        this.transactions = transactions;
        this.tenants = tenants;
        this.clock = clock;
    }

    /**
     * A file that is kept.
     *
     * @param id what a broadcast names as its picture or document
     * @param keptUntil when it is deleted, unless a broadcast is on its way with it
     */
    public record Kept(
            long id,
            String name,
            int bytes,
            @JsonProperty("kept_until") String keptUntil) {}

    @POST
    @Path("pictures")
    @Operation(summary = "Keeps a picture (JPEG, PNG or WebP, at most 10 MB) for broadcasts; the body is the picture")
    public Uni<Response> picture(
            @QueryParam("organisation") @Nullable String organisation,
            @QueryParam("name") @Nullable String name,
            @HeaderParam("Content-Type") @Nullable String type,
            byte @Nullable [] body) {
        List<String> problems = new ArrayList<>();
        String mediaType = mediaType(type);
        if (!PICTURES.contains(mediaType)) {
            problems.add("Content-Type: must be one of " + String.join(", ", PICTURES));
        }
        String suffix = mediaType.substring(mediaType.indexOf('/') + 1);
        return keep(organisation, true, name == null ? "picture." + suffix : name, mediaType, body, problems);
    }

    @POST
    @Path("documents")
    @Operation(summary = "Keeps a document (at most 20 MB) for broadcasts; the body is the document")
    public Uni<Response> document(
            @QueryParam("organisation") @Nullable String organisation,
            @QueryParam("name") @Nullable String name,
            @HeaderParam("Content-Type") @Nullable String type,
            byte @Nullable [] body) {
        return keep(
                organisation, false, Objects.requireNonNullElse(name, ""), mediaType(type), body, new ArrayList<>());
    }

    private static String mediaType(@Nullable String type) {
        return type == null
                ? "application/octet-stream"
                : type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    private Uni<Response> keep(
            @Nullable String organisation,
            boolean picture,
            String name,
            String mediaType,
            byte @Nullable [] body,
            List<String> problems) {
        if (name.isBlank() || name.length() > LONGEST_NAME || name.chars().anyMatch(Character::isISOControl)) {
            problems.add("name: must have 1 to " + LONGEST_NAME + " characters, for example agenda.pdf");
        }
        if (body == null || body.length == 0) {
            problems.add("the body is empty: it must be the file itself");
        }
        if (body == null || !problems.isEmpty()) {
            return Uni.createFrom()
                    .item(Problem.of(BAD_REQUEST, "Not a file", "Mend what is listed and send it again.", problems));
        }
        return tenants.of(organisation)
                .flatMap(found -> found.map(tenant -> keep(tenant, picture, name, mediaType, body))
                        .orElseGet(() -> Uni.createFrom().item(Tenants.unclear())));
    }

    private Uni<Response> keep(Tenants.Tenant tenant, boolean picture, String name, String mediaType, byte[] body) {
        Instant now = clock.now();
        return transactions
                .inTransaction(
                        tenant.organisation().id(),
                        tx -> Attachments.keep(tx::query, tenant.bot(), picture, name, mediaType, body, now))
                .map(id -> Response.status(CREATED)
                        .entity(new Kept(
                                id,
                                name,
                                body.length,
                                now.plus(Attachments.KEPT).toString()))
                        .build());
    }
}
