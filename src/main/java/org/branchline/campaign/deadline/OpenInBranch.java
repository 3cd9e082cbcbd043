package org.branchline.campaign.deadline;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.branchline.campaign.audience.Audiences;
import org.branchline.campaign.branch.BranchLine;
import org.branchline.intake.Exchange;
import org.jspecify.annotations.Nullable;

/** The next deadlines of a branch's members on its captain's card, and how far they are. */
@Singleton
class OpenInBranch implements BranchLine {

    private static final int SHOWN = 3;
    /** So many of the organisation's are looked at for them. */
    private static final int LOOKED_AT = 12;

    private static final String COUNT = """
            select count(*)::int as members, count(*) filter (where a.said = 'done')::int as done,
              count(*) filter (where a.said = 'cannot')::int as cannot
            from (
            """ + Audiences.MEMBERS + """
            ) r left join deadline_answer a on a.organisation = $1 and a.deadline = $4 and a.member = r.member
            where r.branch = any ($5)
            """;

    @Override
    public int place() {
        return 1;
    }

    @Override
    public Uni<List<String>> lines(Exchange exchange, List<Long> branches) {
        return Deadlines.open(exchange::read, exchange.scene().bot(), exchange.utc())
                .flatMap(open -> Multi.createFrom()
                        .iterable(open.subList(0, Math.min(LOOKED_AT, open.size())))
                        .onItem()
                        .transformToUniAndConcatenate(deadline -> line(exchange, deadline, branches))
                        .filter(Optional::isPresent)
                        .map(Optional::orElseThrow)
                        .select()
                        .first(SHOWN)
                        .collect()
                        .asList());
    }

    private static Uni<Optional<String>> line(Exchange exchange, Deadline deadline, List<Long> branches) {
        return exchange.read(
                        COUNT,
                        exchange.organisation().number(),
                        exchange.scene().bot().id(),
                        deadline.audience().json(),
                        deadline.id(),
                        branches.toArray(Long[]::new))
                .map(rows -> line(exchange, deadline, rows.iterator().next()));
    }

    private static Optional<String> line(Exchange exchange, Deadline deadline, Row row) {
        int members = Objects.requireNonNull(row.getInteger("members"));
        int cannot = Objects.requireNonNull(row.getInteger("cannot"));
        if (members == 0) {
            return Optional.empty();
        }
        String language = exchange.person().language();
        return Optional.of(Telling.SPEECH.say(
                exchange,
                cannot == 0 ? "card.open" : "card.open_cannot",
                "title",
                deadline.title(language),
                "by",
                deadline.by(zone(exchange.person().zone()), language),
                "done",
                "" + row.getInteger("done"),
                "members",
                "" + members,
                "cannot",
                "" + cannot));
    }

    private static ZoneId zone(@Nullable ZoneId zone) {
        return zone == null ? java.time.ZoneOffset.UTC : zone;
    }
}
