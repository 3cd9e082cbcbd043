package org.branchline.campaign.deadline.handing;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.branchline.campaign.audience.Audience;
import org.branchline.campaign.audience.Audiences;
import org.branchline.campaign.deadline.Handed;
import org.branchline.intake.Exchange;
import org.branchline.roster.Branch;

/** Members of a branch to whom a part of what it was handed can be passed on, and those who have one. */
final class Receivers {

    /** So many stand below one message. */
    private static final int A_PAGE = 8;

    /** So many are named. */
    private static final int NAMED = 30;

    /** Organisation, bot, criteria, whole, who passes it on. Nobody has two parts of one whole. */
    private static final String FREE = """
            select r.member, r.name from (
            """ + Audiences.MEMBERS + """
            ) r where r.member <> $5 and not exists (
              select from deadline p
              join deadline_holder h on h.organisation = p.organisation and h.deadline = p.id
              where p.organisation = $1 and p.parent = $4 and p.state = 'open' and h.member = r.member)
            """;

    private static final String PAGE = FREE + """
              and (r.name, r.member) > (coalesce((select name from member where organisation = $1 and id = $6), ''), $6)
            order by r.name, r.member limit $7
            """;

    private static final String CHOSEN = FREE + " and r.member = any ($6) order by r.name, r.member";

    private static final String HAVE = """
            select m.name, coalesce(a.said, '') as said from deadline p
            join deadline_holder h on h.organisation = p.organisation and h.deadline = p.id
            join member m on m.organisation = h.organisation and m.id = h.member
            left join deadline_answer a on a.organisation = p.organisation and a.deadline = p.id and a.member = h.member
            where p.organisation = $1 and p.parent = $2 and p.state = 'open'
            order by m.name, m.id limit $3
            """;

    private Receivers() {}

    /** Somebody of the branch. */
    record Receiver(long member, String name) {}

    /**
     * Some of them, by name.
     *
     * @param next the number behind which the next page begins, 0 where none is
     */
    record Page(List<Receiver> shown, long next) {
        Page {
            shown = List.copyOf(shown);
        }
    }

    /** Those behind a member, 0 for the first. */
    static Uni<Page> page(Exchange exchange, Handed handed, long after) {
        return criteria(exchange, handed)
                .map(criteria -> exchange.read(
                                PAGE,
                                exchange.organisation().number(),
                                exchange.scene().bot().id(),
                                criteria,
                                handed.deadline().id(),
                                exchange.member().id(),
                                after,
                                A_PAGE + 1)
                        .map(Receivers::receivers)
                        .map(found -> found.size() <= A_PAGE
                                ? new Page(found, 0)
                                : new Page(
                                        found.subList(0, A_PAGE),
                                        found.get(A_PAGE - 1).member())))
                .orElseGet(() -> Uni.createFrom().item(new Page(List.of(), 0)));
    }

    /** Those of some who are of the branch and have no part yet. */
    static Uni<List<Receiver>> of(Exchange exchange, Handed handed, List<Long> chosen) {
        return criteria(exchange, handed)
                .map(criteria -> exchange.read(
                                CHOSEN,
                                exchange.organisation().number(),
                                exchange.scene().bot().id(),
                                criteria,
                                handed.deadline().id(),
                                exchange.member().id(),
                                chosen.toArray(Long[]::new))
                        .map(Receivers::receivers))
                .orElseGet(() -> Uni.createFrom().item(List.of()));
    }

    /** Who has a part, and what they said to it, a line each. */
    static Uni<String> have(Exchange exchange, Handed handed) {
        return exchange.read(
                        HAVE,
                        exchange.organisation().number(),
                        handed.deadline().id(),
                        NAMED)
                .map(rows -> {
                    StringBuilder lines = new StringBuilder();
                    for (Row row : rows) {
                        String said = row.getString("said");
                        String key = said.equals("done") || said.equals("cannot") ? said : "open";
                        lines.append('\n')
                                .append(Handing.SPEECH.say(exchange, "has." + key, "name", row.getString("name")));
                    }
                    return lines.toString();
                });
    }

    static String names(List<Receiver> receivers) {
        return receivers.stream().map(Receiver::name).collect(Collectors.joining(", "));
    }

    /** The branch and all below it; nobody where it is there no longer. */
    private static Optional<String> criteria(Exchange exchange, Handed handed) {
        return exchange.scene()
                .branches()
                .branch(handed.branch())
                .map(Branch::key)
                .map(key -> Audience.EVERYONE.withBranches(List.of(key)).json());
    }

    private static List<Receiver> receivers(RowSet<Row> rows) {
        List<Receiver> found = new ArrayList<>();
        rows.forEach(row -> found.add(new Receiver(row.getLong("member"), row.getString("name"))));
        return found;
    }
}
