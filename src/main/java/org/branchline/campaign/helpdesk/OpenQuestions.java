package org.branchline.campaign.helpdesk;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.branchline.intake.Exchange;
import org.branchline.roster.Access;
import org.branchline.roster.Branch;
import org.branchline.roster.Deed;

/** What waits for an answer of somebody who answers members, the oldest first. */
@Singleton
class OpenQuestions {

    /** Organisation, bot, the reader's chat, whether all branches, else which, from, at most. */
    private static final String OPEN = "select count(*) over ()::int as total, " + Questions.COLUMNS + """
              and q.state = 'open' and m.telegram_user <> $3 and m.stopped_at is null and c.reachable
              and ($4 or q.branch = any ($5::bigint[]))
            order by q.asked_at, q.id offset $6 limit $7
            """;

    private final Questions questions;

    OpenQuestions(Questions questions) {
        this.questions = questions;
    }

    /**
     * Some of them.
     *
     * @param total how many there are in all
     */
    record Some(int total, List<Question> questions) {
        Some {
            questions = List.copyOf(questions);
        }
    }

    Uni<Some> of(Exchange exchange, Access access, int from, int most) {
        return exchange.read(
                        OPEN,
                        exchange.organisation().number(),
                        exchange.scene().bot().id(),
                        exchange.scene().chat(),
                        access.may(Deed.ANSWER, null),
                        access.where(Deed.ANSWER).stream().map(Branch::id).toArray(Long[]::new),
                        (long) from,
                        (long) most)
                .map(rows -> {
                    List<Question> some = new ArrayList<>();
                    int total = 0;
                    for (Row row : rows) {
                        total = row.getInteger("total");
                        some.add(questions.question(exchange, row));
                    }
                    return new Some(total, some);
                });
    }
}
