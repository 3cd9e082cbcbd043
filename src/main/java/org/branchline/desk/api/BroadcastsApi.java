package org.branchline.desk.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.smallrye.mutiny.Uni;
import io.vertx.pgclient.PgException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.branchline.campaign.audience.Audience;
import org.branchline.campaign.audience.Audiences;
import org.branchline.campaign.broadcast.Broadcasts;
import org.branchline.campaign.broadcast.Counts;
import org.branchline.campaign.broadcast.Draft;
import org.branchline.campaign.broadcast.Price;
import org.branchline.campaign.broadcast.Started;
import org.branchline.database.Clock;
import org.branchline.database.OrganisationId;
import org.branchline.database.Reads;
import org.branchline.database.Transactions;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** Broadcasts for machines. */
@Path("/api/v1/broadcasts")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class BroadcastsApi {

    private static final int LONGEST_KEY = 200;
    private static final String NO_STARS = "NO_STARS";
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final int CREATED = 201;
    private static final String UNIQUE_VIOLATION = "23505";

    private final Transactions transactions;
    private final Audiences audiences;
    private final Broadcasts broadcasts;
    private final Beside beside;
    private final Tenants tenants;
    private final Clock clock;

    BroadcastsApi(
            Transactions transactions,
            Audiences audiences,
            Broadcasts broadcasts,
            Beside beside,
            Tenants tenants,
            Clock clock) {
        this.transactions = transactions;
        this.audiences = audiences;
        this.broadcasts = broadcasts;
        this.beside = beside;
        this.tenants = tenants;
        this.clock = clock;
    }

    /**
     * How far a broadcast is, as machines read it.
     *
     * @param goesAt when the first one falls due
     * @param lastAt when the last one falls due; while it is created the latest that can be
     * @param finishBy what has not left by then is not sent any more; null for no such end
     * @param rows how many messages are in each state
     * @param failed why those that failed did
     * @param waiting why those wait that are held and not due yet
     * @param answers how often each action was pressed last
     * @param starsAtMost what it costs in Telegram Stars, at most; null for nothing
     * @param pausedFor why it was paused without anybody asking for it, null for no such reason
     */
    public record Status(
            long id,
            String state,
            String kind,
            @JsonProperty("goes_at") String goesAt,
            @JsonProperty("last_at") String lastAt,
            @JsonProperty("finish_by") @Nullable String finishBy,
            int recipients,
            Map<String, Long> rows,
            Map<String, Long> failed,
            Map<String, Long> waiting,
            List<Long> answers,
            @JsonProperty("stars_at_most") @Nullable Integer starsAtMost,
            @JsonProperty("paused_for") @Nullable String pausedFor) {

        static Status of(Counts counts) {
            Instant end = counts.times().finishBy();
            return new Status(
                    counts.id(),
                    counts.state(),
                    counts.kind().word(),
                    counts.times().goesAt().toString(),
                    counts.times().lastAt().toString(),
                    end == null ? null : end.toString(),
                    counts.recipients(),
                    new TreeMap<>(counts.byState()),
                    new TreeMap<>(counts.failed()),
                    new TreeMap<>(counts.waiting().why()),
                    counts.answers(),
                    counts.payment().paid() ? new Price(counts.recipients(), 0, 0).stars() : null,
                    counts.payment().missing() ? NO_STARS : null);
        }
    }

    @POST
    @Operation(
            summary = "Begins a broadcast; the same Idempotency-Key again is the same broadcast",
            description = "`at`: `\"now\"` (as without it), an instant such as `\"2027-03-01T18:00:00Z\"`, or"
                    + " `{\"local_hour\": \"18:00\", \"date\": \"2027-03-01\"}` by each member's own clock, without a date the next"
                    + " time it is that hour. `quiet_hours`: `\"respect\"` (as without it: who sleeps gets it in the morning) or"
                    + " `\"ignore\"`. `finish_by`: an instant; what has not left by then fails for `TOO_LATE`.")
    public Uni<Response> begin(
            @QueryParam("organisation") @Nullable String organisation,
            @HeaderParam("Idempotency-Key") @Nullable String key,
            String body) {
        DraftReader reader = new DraftReader();
        DraftReader.Written written = reader.read(body);
        List<String> problems = new ArrayList<>(reader.problems());
        if (key == null || key.isBlank() || key.length() > LONGEST_KEY) {
            problems.add("Idempotency-Key: the header must have 1 to " + LONGEST_KEY + " characters");
        }
        return tenants.of(organisation).flatMap(found -> found.map(tenant -> begin(tenant, written, key, problems))
                .orElseGet(() -> Uni.createFrom().item(Tenants.unclear())));
    }

    private Uni<Response> begin(
            Tenants.Tenant tenant, DraftReader.Written written, @Nullable String key, List<String> problems) {
        return beside.problems(tenant, written.beside())
                .flatMap(missing -> read(tenant, written, key, problems, missing));
    }

    /**
     * What it would say or offer and there is not, or no longer, spoils a new broadcast only: one that was begun stays the
     * same for its key.
     */
    private Uni<Response> read(
            Tenants.Tenant tenant,
            DraftReader.Written written,
            @Nullable String key,
            List<String> problems,
            List<String> missing) {
        return audiences.read(tenant.organisation().id(), written.audience()).flatMap(reading -> {
            Draft draft = written.to(reading.of(audience -> audience, refused -> {
                refused.forEach(problem -> problems.add("audience: " + problem));
                return Audience.EVERYONE;
            }));
            problems.addAll(draft.problems(tenant.organisation()));
            if (!problems.isEmpty()) {
                problems.addAll(missing);
                return Uni.createFrom().item(refused(problems));
            }
            return missing.isEmpty() ? begin(tenant, draft, "api:" + key) : begunBefore(tenant, draft, key, missing);
        });
    }

    private Uni<Response> begunBefore(Tenants.Tenant tenant, Draft draft, @Nullable String key, List<String> missing) {
        return transactions
                .inTransaction(
                        tenant.organisation().id(),
                        tx -> broadcasts.begun(tx::query, tenant.organisation(), draft, "api:" + key))
                .flatMap(before -> before.map(started -> answer(tenant, started))
                        .orElseGet(() -> Uni.createFrom().item(refused(missing))));
    }

    private static Response refused(List<String> problems) {
        return Problem.of(BAD_REQUEST, "Not a broadcast", "Mend what is listed and send it again.", problems);
    }

    private Uni<Response> begin(Tenants.Tenant tenant, Draft draft, String key) {
        Instant now = clock.now();
        return transactions
                .inTransaction(
                        tenant.organisation().id(),
                        tx -> broadcasts.begin(tx::query, tenant.organisation(), tenant.bot(), draft, key, null, now))
                // Two calls with one key at the same moment: the second finds the first.
                .onFailure(BroadcastsApi::takenMeanwhile)
                .retry()
                .atMost(1)
                .flatMap(started -> answer(tenant, started));
    }

    private static boolean takenMeanwhile(Throwable failure) {
        return failure instanceof PgException refused && UNIQUE_VIOLATION.equals(refused.getSqlState());
    }

    private Uni<Response> answer(Tenants.Tenant tenant, Started started) {
        return started.in(new Started.Cases<>() {
            @Override
            public Uni<Response> accepted(Started.Accepted accepted) {
                return BroadcastsApi.this.accepted(tenant, accepted);
            }

            @Override
            public Uni<Response> keyTaken() {
                return Uni.createFrom()
                        .item(Problem.of(
                                CONFLICT,
                                "The key is taken",
                                "This Idempotency-Key was used for another broadcast: use a new key for a new one."));
            }

            @Override
            public Uni<Response> tooLate(Started.TooLate late) {
                return Uni.createFrom().item(refused(late.problems()));
            }
        });
    }

    private Uni<Response> accepted(Tenants.Tenant tenant, Started.Accepted accepted) {
        return status(tenant, accepted.id())
                .map(response -> accepted.fresh() && response.getStatus() < BAD_REQUEST
                        ? Response.fromResponse(response)
                                .status(CREATED)
                                .location(URI.create("/api/v1/broadcasts/" + accepted.id()))
                                .build()
                        : response);
    }

    @GET
    @Path("{id:\\d{1,18}}")
    @Operation(summary = "Tells how far a broadcast is")
    public Uni<Response> status(@QueryParam("organisation") @Nullable String organisation, @PathParam("id") long id) {
        return tenants.of(organisation)
                .flatMap(tenant ->
                        tenant.isEmpty() ? Uni.createFrom().item(Tenants.unclear()) : status(tenant.get(), id));
    }

    @POST
    @Path("{id:\\d{1,18}}/cancel")
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "Calls a broadcast back: nothing more leaves, what is under way arrives")
    public Uni<Response> cancel(@QueryParam("organisation") @Nullable String organisation, @PathParam("id") long id) {
        return steer(organisation, id, (tx, tenant) -> broadcasts.cancel(tx, tenant, id));
    }

    @POST
    @Path("{id:\\d{1,18}}/go-on")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "Lets a broadcast that is paused go on",
            description = "As after the Stars were used up; `paid=false` sends the rest for free, and more slowly.")
    public Uni<Response> goOn(
            @QueryParam("organisation") @Nullable String organisation,
            @PathParam("id") long id,
            @QueryParam("paid") @DefaultValue("true") boolean paid) {
        return steer(
                organisation,
                id,
                (tx, tenant) -> paid ? broadcasts.goOn(tx, tenant, id) : broadcasts.goOnForFree(tx, tenant, id));
    }

    private interface Deed {
        Uni<Void> on(Reads database, OrganisationId organisation);
    }

    private Uni<Response> steer(@Nullable String organisation, long id, Deed deed) {
        return tenants.of(organisation).flatMap(tenant -> {
            if (tenant.isEmpty()) {
                return Uni.createFrom().item(Tenants.unclear());
            }
            OrganisationId whose = tenant.get().organisation().id();
            return transactions
                    .inTransaction(whose, tx -> deed.on(tx::query, whose))
                    .chain(() -> status(tenant.get(), id));
        });
    }

    private Uni<Response> status(Tenants.Tenant tenant, long id) {
        return transactions
                .inTransaction(
                        tenant.organisation().id(),
                        tx -> broadcasts.counts(tx::query, tenant.organisation().id(), id, clock.now()))
                .map(found -> found.map(counts -> Response.ok(Status.of(counts)).build())
                        .orElseGet(() -> Problem.of(NOT_FOUND, "No such broadcast", "There is none of that number.")));
    }
}
