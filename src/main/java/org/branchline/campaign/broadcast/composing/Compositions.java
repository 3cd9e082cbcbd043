package org.branchline.campaign.broadcast.composing;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.branchline.campaign.audience.Audience;
import org.branchline.campaign.broadcast.Kind;
import org.branchline.intake.Exchange;

/** Where messages to many are kept while they are written: one in a chat. */
public final class Compositions {

    /** Whoever begins one writes within this time, or means something else. */
    static final Duration PATIENCE = Duration.ofHours(3);

    private static final String NEW = """
            insert into composing (organisation, bot, member, touched_at) values ($1, $2, $3, $4) returning id
            """;

    private static final String FIND = """
            select id, audience, whom, text, kind, actions, besides, edition, expected, message, timed, local_at,
              local_on, own_clock, nights, finish_by, paid, touched_at from composing
            where organisation = $1 and bot = $2 and member = $3 and touched_at > $4
            """;

    private static final String SAVE = """
            update composing set audience = $3, whom = $4, text = $5, kind = $6, actions = $7, edition = $8, expected = $9,
              message = $10, touched_at = $11, besides = $12, timed = $13, local_at = $14, local_on = $15, own_clock = $16,
              nights = $17, finish_by = $18, paid = $19
            where organisation = $1 and id = $2
            """;

    private static final String DROP = "delete from composing where organisation = $1 and bot = $2 and member = $3";

    private Compositions() {}

    /** Begins one; what was begun before is dropped. */
    static Uni<Composition> begin(Exchange exchange) {
        int organisation = exchange.organisation().number();
        long bot = exchange.scene().bot().id();
        long member = exchange.member().id();
        return exchange.read(DROP, organisation, bot, member)
                .chain(() -> exchange.read(NEW, organisation, bot, member, exchange.utc()))
                .map(rows -> Composition.begun(rows.iterator().next().getLong("id")));
    }

    /** The one of this chat. */
    static Uni<Optional<Composition>> find(Exchange exchange) {
        return exchange.read(
                        FIND,
                        exchange.organisation().number(),
                        exchange.scene().bot().id(),
                        exchange.member().id(),
                        exchange.now().minus(PATIENCE).atOffset(ZoneOffset.UTC))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(composition(rows.iterator().next())));
    }

    private static Composition composition(Row row) {
        String audience = row.getString("audience");
        String kind = row.getString("kind");
        return new Composition(
                row.getLong("id"),
                audience == null
                        ? null
                        : Audience.read(audience).of(read -> read, problems -> {
                            throw new IllegalStateException("A kept audience cannot be read: " + problems);
                        }),
                row.getString("whom"),
                new Said(
                        row.getString("text"),
                        kind == null ? null : Kind.valueOf(kind.toUpperCase(Locale.ROOT)),
                        row.getBoolean("actions"),
                        Besides.read(row.getJsonObject("besides"))),
                going(row),
                row.getInteger("edition"),
                row.getInteger("expected"),
                row.getLong("message"),
                row.getBoolean("paid"),
                row.getOffsetDateTime("touched_at").toInstant());
    }

    private static Going going(Row row) {
        OffsetDateTime end = row.getOffsetDateTime("finish_by");
        return new Going(
                row.getBoolean("timed"),
                row.getLocalTime("local_at"),
                row.getLocalDate("local_on"),
                row.getBoolean("own_clock"),
                row.getBoolean("nights"),
                end == null ? null : end.toInstant());
    }

    static void save(Exchange exchange, Composition composition) {
        Said said = composition.said();
        Going going = composition.going();
        Instant end = going.finishBy();
        exchange.write(
                SAVE,
                exchange.organisation().number(),
                composition.id(),
                composition.audience() == null ? null : composition.audience().json(),
                composition.whom(),
                said.text(),
                said.kind() == null ? null : said.kind().word(),
                said.actions(),
                composition.edition(),
                composition.expected(),
                composition.message(),
                exchange.utc(),
                said.besides().json(),
                going.said(),
                going.at(),
                going.on(),
                going.own(),
                going.nights(),
                end == null ? null : end.atOffset(ZoneOffset.UTC),
                composition.paid());
    }

    /** Nothing is being written in this chat any more. */
    public static void drop(Exchange exchange) {
        exchange.write(
                DROP,
                exchange.organisation().number(),
                exchange.scene().bot().id(),
                exchange.member().id());
    }
}
