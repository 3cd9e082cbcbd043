package org.branchline.campaign.branch;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.branchline.intake.Exchange;
import org.branchline.playbooks.OwnKeys;

/** Who joined a branch in the last week, and who answered. */
@Singleton
class Newcomers implements BranchLine {

    private static final Duration WEEK = Duration.ofDays(7);

    private static final String COUNT = """
            select count(*)::int as members, count(*) filter (where m.joined_at > $3)::int as joined,
              count(*) filter (where exists (
                select from chat c join run r on r.organisation = $1 and r.bot = c.bot and r.chat = c.id
                where c.organisation = $1 and c.member = m.id and r.completed_at > $3 and not starts_with(r.playbook, $4)
                  and not exists (select from prompt_asked a where a.organisation = $1 and a.run = r.id)
                  and not exists (select from check_in_help h where h.organisation = $1 and h.run = r.id)))::int as answered
            from member m where m.organisation = $1 and m.branch = any ($2)
            """;

    @Override
    public int place() {
        return 0;
    }

    @Override
    public Uni<List<String>> lines(Exchange exchange, List<Long> branches) {
        return exchange.read(
                        COUNT,
                        exchange.organisation().number(),
                        branches.toArray(Long[]::new),
                        exchange.now().minus(WEEK).atOffset(ZoneOffset.UTC),
                        OwnKeys.PREFIX)
                .map(rows -> {
                    Row row = rows.iterator().next();
                    return List.of(
                            BranchCard.SPEECH.count(
                                    exchange,
                                    "card.joined",
                                    row.getInteger("joined"),
                                    "all",
                                    "" + row.getInteger("members")),
                            BranchCard.SPEECH.count(exchange, "card.answered", row.getInteger("answered")));
                });
    }
}
