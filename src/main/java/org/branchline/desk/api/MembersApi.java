package org.branchline.desk.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.branchline.campaign.enrolling.Enrolled;
import org.branchline.campaign.enrolling.Enrolling;
import org.branchline.campaign.enrolling.Lines;
import org.branchline.campaign.enrolling.UnreadableException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Members for machines: people who have a chat with the bot already and agreed elsewhere. */
@Path("/api/v1/members")
@Produces(MediaType.APPLICATION_JSON)
public class MembersApi {

    private static final Logger LOG = Logger.getLogger(MembersApi.class);
    private static final String CSV = "text/csv";
    private static final int BAD_REQUEST = 400;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Enrolling enrolling;
    private final Tenants tenants;

    MembersApi(Enrolling enrolling, Tenants tenants) {
        this.enrolling = enrolling;
        this.tenants = tenants;
    }

    /**
     * What became of a list, as machines read it.
     *
     * @param fresh members who were none before
     * @param leftAlone people who said /stop or /forget
     */
    public record Result(
            @JsonProperty("new") int fresh,
            int changed,
            int unchanged,
            @JsonProperty("left_alone") int leftAlone) {}

    @POST
    @Blocking
    @Consumes({MediaType.APPLICATION_JSON, CSV})
    @Operation(
            summary = "Brings in members who have a chat with the bot already: all of the list, or nobody",
            description =
                    "A JSON array of objects, or CSV whose first line names the columns. Fields: chat_id (of the private"
                            + " chat with the bot), name, language, timezone or city, branch (its key), consent_source, consent_at (a"
                            + " date or an instant), consent_version (where it is one of the workspace's wordings); in JSON attributes"
                            + " ({\"skills\": [\"phone\"]}), in CSV columns such as attribute.skills. chat_id, consent_source and"
                            + " consent_at are needed, and a name for somebody new. Who is a member already is changed only where the"
                            + " list says so; who said /stop or /forget is left alone. The same list again changes nothing.")
    public Response bring(
            @QueryParam("organisation") @Nullable String organisation,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) String type,
            InputStream body) {
        Optional<Tenants.Tenant> tenant = tenants.of(organisation).await().atMost(PATIENCE);
        return tenant.isEmpty() ? Tenants.unclear() : bring(tenant.get(), type, body);
    }

    private Response bring(Tenants.Tenant tenant, String type, InputStream body) {
        try {
            Lines lines = type.startsWith(CSV) ? new CsvLines(body) : new JsonLines(body);
            Enrolled enrolled = enrolling.enrol(tenant.organisation(), tenant.bot(), lines);
            return enrolled.in(new Enrolled.Cases<>() {
                @Override
                public Response done(Enrolled.Done done) {
                    return Response.ok(result(done)).build();
                }

                @Override
                public Response refused(Enrolled.Refused refused) {
                    return MembersApi.refused(refused);
                }
            });
        } catch (UnreadableException unreadable) {
            return refused(new Enrolled.Refused(List.of(String.valueOf(unreadable.getMessage()))));
        } catch (IOException cut) {
            // Whoever sent it is gone, most likely; if not, this is what they read.
            LOG.infof(
                    "a list of members did not come to its end: %s",
                    cut.getClass().getSimpleName());
            return Problem.of(BAD_REQUEST, "The list broke off", "Nobody of it was brought in; send all of it again.");
        }
    }

    private static Response refused(Enrolled.Refused refused) {
        return Problem.of(
                BAD_REQUEST,
                "Not such a list",
                "Nobody was brought in: mend what is listed and send it again.",
                refused.problems());
    }

    private static Result result(Enrolled.Done done) {
        return new Result(done.fresh(), done.changed(), done.unchanged(), done.leftAlone());
    }
}
