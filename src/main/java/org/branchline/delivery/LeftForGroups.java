package org.branchline.delivery;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import org.branchline.database.Transactions;
import org.branchline.roster.Bot;

/** What whoever held a bot's lease before sent to groups in the last minute. */
final class LeftForGroups {

    /** Edits are counted too: a row that is through says no more what it was. */
    private static final String FIND = """
            select l.chat, (extract(epoch from clock_timestamp() - l.at) * 1000)::bigint as millis_ago from (
              select chat, done_at as at from outbox
              where organisation = $1 and bot = $2 and chat < 0 and state in ('sent', 'uncertain')
                and done_at > clock_timestamp() - interval '61 seconds'
              union all
              select chat, claimed_at from outbox
              where organisation = $1 and bot = $2 and chat < 0 and state = 'sending') l
            order by l.at
            """;

    private LeftForGroups() {}

    static Uni<List<Rows.Left>> of(Transactions transactions, Bot bot) {
        return transactions
                .inTransaction(
                        bot.organisation(),
                        tx -> tx.query(FIND, bot.organisation().number(), bot.id()))
                .map(rows -> {
                    List<Rows.Left> left = new ArrayList<>(rows.size());
                    rows.forEach(row -> left.add(new Rows.Left(row.getLong("chat"), row.getLong("millis_ago"))));
                    return left;
                });
    }
}
