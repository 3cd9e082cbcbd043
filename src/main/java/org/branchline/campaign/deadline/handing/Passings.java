package org.branchline.campaign.deadline.handing;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.branchline.campaign.broadcast.composing.Compositions;
import org.branchline.intake.Exchange;

/** Where it is kept what a captain is about to pass on: one in a chat, and nothing else that is written beside it. */
final class Passings {

    /** Whoever begins one goes on within this time, or means something else. */
    private static final Duration PATIENCE = Duration.ofHours(3);

    private static final String DROP =
            "delete from deadline_passing where organisation = $1 and bot = $2 and member = $3 returning id";

    private static final String NO_SKETCH =
            "delete from deadline_sketch where organisation = $1 and bot = $2 and member = $3";

    private static final String NEW = """
            insert into deadline_passing (organisation, bot, member, deadline, touched_at) values ($1, $2, $3, $4, $5) returning id
            """;

    /** Not where a message to many or a deadline was begun since. */
    private static final String FIND = """
            select p.id, p.deadline, p.chosen, p.part, p.awaited from deadline_passing p
            where p.organisation = $1 and p.bot = $2 and p.member = $3 and p.touched_at > $4
              and not exists (
                select from composing c
                where c.organisation = $1 and c.bot = $2 and c.member = $3 and c.touched_at > p.touched_at)
              and not exists (
                select from deadline_sketch s
                where s.organisation = $1 and s.bot = $2 and s.member = $3 and s.touched_at > p.touched_at)
            """;

    private static final String SAVE = """
            update deadline_passing set chosen = $3, part = $4, awaited = $5, touched_at = $6
            where organisation = $1 and id = $2
            """;

    private Passings() {}

    /** A new one; what was begun before is dropped. */
    static Uni<Passing> begin(Exchange exchange, long deadline) {
        Compositions.drop(exchange);
        return drop(exchange)
                .chain(() -> exchange.read(
                        NO_SKETCH,
                        exchange.organisation().number(),
                        exchange.scene().bot().id(),
                        exchange.member().id()))
                .chain(() -> exchange.read(
                        NEW,
                        exchange.organisation().number(),
                        exchange.scene().bot().id(),
                        exchange.member().id(),
                        deadline,
                        exchange.utc()))
                .map(rows -> new Passing(rows.iterator().next().getLong("id"), deadline, List.of(), "", false));
    }

    /** The one of this chat. */
    static Uni<Optional<Passing>> find(Exchange exchange) {
        return exchange.read(
                        FIND,
                        exchange.organisation().number(),
                        exchange.scene().bot().id(),
                        exchange.member().id(),
                        exchange.now().minus(PATIENCE).atOffset(ZoneOffset.UTC))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(passing(rows.iterator().next())));
    }

    private static Passing passing(Row row) {
        return new Passing(
                row.getLong("id"),
                row.getLong("deadline"),
                List.of(row.getArrayOfLongs("chosen")),
                row.getString("part"),
                row.getBoolean("awaited"));
    }

    static void save(Exchange exchange, Passing passing) {
        exchange.write(
                SAVE,
                exchange.organisation().number(),
                passing.id(),
                passing.chosen().toArray(Long[]::new),
                passing.part(),
                passing.awaited(),
                exchange.utc());
    }

    /** Completes with whether there was one. */
    static Uni<Boolean> drop(Exchange exchange) {
        return exchange.read(
                        DROP,
                        exchange.organisation().number(),
                        exchange.scene().bot().id(),
                        exchange.member().id())
                .map(rows -> rows.size() > 0);
    }
}
