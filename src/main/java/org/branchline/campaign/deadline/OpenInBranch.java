package org.branchline.campaign.deadline;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.ZoneId;
import java.time.ZoneOffset;
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
        return InBranch.soonest(exchange, branches, false).flatMap(open -> Multi.createFrom()
                .iterable(open)
                .filter(deadline -> !deadline.over(zone(exchange.person().zone()), exchange.now()))
                .onItem()
                .transformToUniAndConcatenate(deadline -> line(exchange, deadline, branches))
                .filter(Optional::isPresent)
                .map(Optional::orElseThrow)
                .select()
                .first(InBranch.SHOWN)
                .collect()
                .asList());
    }

    private static Uni<Optional<String>> line(Exchange exchange, Deadline deadline, List<Long> branches) {
        return deadline.handed() ? handed(exchange, deadline) : counted(exchange, deadline, branches);
    }

    private static Uni<Optional<String>> handed(Exchange exchange, Deadline deadline) {
        String language = exchange.person().language();
        return Handed.find(exchange, deadline.id())
                .map(found -> found.map(handed -> Telling.SPEECH.say(
                        exchange,
                        "card.handed",
                        "title",
                        deadline.title(language),
                        "by",
                        deadline.by(zone(exchange.person().zone()), language),
                        "how",
                        handed.line(exchange))));
    }

    private static Uni<Optional<String>> counted(Exchange exchange, Deadline deadline, List<Long> branches) {
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
        return zone == null ? ZoneOffset.UTC : zone;
    }
}
