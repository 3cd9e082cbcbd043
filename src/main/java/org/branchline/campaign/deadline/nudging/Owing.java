package org.branchline.campaign.deadline.nudging;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.branchline.campaign.audience.Audience;
import org.branchline.campaign.audience.Audiences;
import org.branchline.campaign.broadcast.Nudges;
import org.branchline.campaign.deadline.Deadline;
import org.branchline.intake.Exchange;
import org.branchline.roster.Access;
import org.branchline.roster.Branch;
import org.branchline.roster.BranchBook;
import org.branchline.roster.Deed;
import org.branchline.roster.Grant;
import org.branchline.roster.Role;

/**
 * Those who have not answered a deadline, of a branch or of all that somebody looks after.
 *
 * @param all how many there are
 * @param reached how many of them a nudge would reach
 */
record Owing(int all, int reached) {

    private static final String COUNT = """
            select count(*)::int as owing, count(*) filter (where %s)::int as reached from (
            """.formatted(Nudges.sparesNot("$4", "$5")) + Audiences.MEMBERS + ") r";

    /** What a nudge is about. */
    static String thing(Deadline deadline) {
        return "deadline:" + deadline.id();
    }

    /** As far as a branch and all below it. */
    static Access of(Branch branch, BranchBook book) {
        return Access.of(List.of(new Grant(Role.CAPTAIN, branch.id())), book);
    }

    /**
     * Whom it is for; empty where that is nobody.
     *
     * @param reach how far it is asked
     * @param by the member who asks, and need not be asked
     */
    static Optional<Audience> audience(Deadline deadline, Access reach, BranchBook book, long by) {
        return deadline.audience().owing(deadline.id()).without(List.of(by)).within(reach, Deed.BROADCAST, book);
    }

    static Uni<Owing> count(Exchange exchange, Deadline deadline, Access reach) {
        Optional<Audience> audience = audience(
                deadline, reach, exchange.scene().branches(), exchange.member().id());
        if (audience.isEmpty()) {
            return Uni.createFrom().item(new Owing(0, 0));
        }
        return exchange.read(
                        COUNT,
                        exchange.organisation().number(),
                        exchange.scene().bot().id(),
                        audience.get().json(),
                        exchange.utc(),
                        thing(deadline))
                .map(rows -> {
                    Row row = rows.iterator().next();
                    return new Owing(
                            Objects.requireNonNull(row.getInteger("owing")),
                            Objects.requireNonNull(row.getInteger("reached")));
                });
    }
}
