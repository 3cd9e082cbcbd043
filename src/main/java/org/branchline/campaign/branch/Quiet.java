package org.branchline.campaign.branch;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import java.util.ArrayList;
import java.util.List;
import org.branchline.campaign.audience.Audience;
import org.branchline.campaign.audience.Audiences;
import org.branchline.intake.Exchange;
import org.branchline.roster.Branch;
import org.jspecify.annotations.Nullable;

/**
 * Members of a branch, and below it, who did nothing for a while.
 *
 * @param total how many there are
 * @param shown some of them, by name
 */
record Quiet(int total, List<Person> shown) {

    /** How long is a while. */
    static final int DAYS = 30;

    private static final String NAMES = """
            select r.name, r.branch, (count(*) over ())::int as total from (
            """ + Audiences.MEMBERS + """
            ) r order by lower(r.name), r.member limit $4 offset $5
            """;

    Quiet {
        shown = List.copyOf(shown);
    }

    /** One of them. */
    record Person(String name, @Nullable Long branch) {}

    static Uni<Quiet> in(Exchange exchange, Branch branch, int from, int most) {
        return exchange.read(
                        NAMES,
                        exchange.organisation().number(),
                        exchange.scene().bot().id(),
                        quiet().withBranches(List.of(branch.key())).json(),
                        most,
                        from)
                .map(rows -> {
                    List<Person> shown = new ArrayList<>();
                    int total = 0;
                    for (Row row : rows) {
                        total = row.getInteger("total");
                        shown.add(new Person(row.getString("name"), row.getLong("branch")));
                    }
                    return new Quiet(total, shown);
                });
    }

    private static Audience quiet() {
        return Audience.read("{\"not_seen_days\": " + DAYS + "}").of(read -> read, problems -> {
            throw new IllegalStateException(problems.toString());
        });
    }
}
