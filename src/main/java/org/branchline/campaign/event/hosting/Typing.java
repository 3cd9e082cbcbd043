package org.branchline.campaign.event.hosting;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.branchline.campaign.event.Shift;
import org.branchline.intake.Exchange;

/** What this chat's member was asked to type of a shift: at most one thing. */
final class Typing {

    /** Whoever was asked types it within this time, or means something else. */
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private static final String AWAIT = """
            insert into shift_typing (organisation, bot, member, shift, what, asked_at) values ($1, $2, $3, $4, $5, $6)
            on conflict (organisation, bot, member) do update set shift = excluded.shift, what = excluded.what,
              asked_at = excluded.asked_at
            """;

    private static final String FIND = """
            select shift, what from shift_typing where organisation = $1 and bot = $2 and member = $3 and asked_at > $4
            """;

    private static final String DROP = "delete from shift_typing where organisation = $1 and bot = $2 and member = $3";

    private Typing() {}

    enum Awaited {
        /** The name of somebody without a chat. */
        GUEST,
        /** When it begins instead. */
        TIME,
        /** Where it is. */
        WHERE
    }

    record Asked(long shift, Awaited what) {}

    static void await(Exchange exchange, Shift shift, Awaited what) {
        exchange.write(
                AWAIT,
                exchange.organisation().number(),
                exchange.scene().bot().id(),
                exchange.member().id(),
                shift.id(),
                what.name().toLowerCase(Locale.ROOT),
                exchange.utc());
    }

    static Uni<Optional<Asked>> find(Exchange exchange) {
        return exchange.read(
                        FIND,
                        exchange.organisation().number(),
                        exchange.scene().bot().id(),
                        exchange.member().id(),
                        exchange.now().minus(PATIENCE).atOffset(ZoneOffset.UTC))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(of(rows.iterator().next())));
    }

    private static Asked of(Row row) {
        return new Asked(
                row.getLong("shift"), Awaited.valueOf(row.getString("what").toUpperCase(Locale.ROOT)));
    }

    static void drop(Exchange exchange) {
        exchange.write(
                DROP,
                exchange.organisation().number(),
                exchange.scene().bot().id(),
                exchange.member().id());
    }
}
