package org.branchline.campaign.onetoone;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.branchline.intake.Exchange;

/** What this chat's member was asked to type of a one-to-one: at most one thing. */
final class Typing {

    /** Whoever was asked types it within this time, or means something else. */
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private static final String AWAIT = """
            insert into one_to_one_choice (organisation, bot, member, awaited, about, asked_at) values ($1, $2, $3, $4, $5, $6)
            on conflict (organisation, bot, member) do update set awaited = excluded.awaited, about = excluded.about,
              asked_at = excluded.asked_at
            """;

    private static final String FIND = """
            select awaited, about from one_to_one_choice
            where organisation = $1 and bot = $2 and member = $3 and awaited is not null and asked_at > $4
            """;

    private static final String DROP = """
            update one_to_one_choice set awaited = null, about = null, asked_at = null
            where organisation = $1 and bot = $2 and member = $3 and awaited is not null
            """;

    private Typing() {}

    enum Awaited {
        /** Whom they met, or whom they met instead. */
        WHO,
        /** The day. */
        DAY,
        /** What they want to remember, while they log it. */
        NOTE,
        /** The same, later. */
        OTHER_NOTE,
        /** The day on which they want to get back. */
        BACK
    }

    /** @param about the number of the one-to-one, 0 for one that is not begun yet */
    record Asked(Awaited what, long about) {}

    static void await(Exchange exchange, Awaited what, long about) {
        exchange.write(AWAIT, OneToOnes.mine(exchange, what.name().toLowerCase(Locale.ROOT), about, exchange.utc()));
        // Also where it is asked in a message that changes: what is typed next does not answer an open question.
        exchange.interrupted(exchange.front() != null);
    }

    static Uni<Optional<Asked>> find(Exchange exchange) {
        return exchange.read(
                        FIND,
                        OneToOnes.mine(exchange, exchange.now().minus(PATIENCE).atOffset(ZoneOffset.UTC)))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(rows.iterator().next())
                                .map(row -> new Asked(
                                        Awaited.valueOf(row.getString("awaited").toUpperCase(Locale.ROOT)),
                                        row.getLong("about"))));
    }

    static void drop(Exchange exchange) {
        exchange.write(DROP, OneToOnes.mine(exchange));
    }
}
