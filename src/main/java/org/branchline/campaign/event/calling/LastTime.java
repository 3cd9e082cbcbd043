package org.branchline.campaign.event.calling;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.ZoneOffset;
import org.branchline.campaign.event.Mine;
import org.branchline.campaign.event.Shift;
import org.branchline.conversation.Moments;
import org.branchline.intake.Exchange;

/** What the phone bank before leaves to the next one: how many want a call back, and when. */
public final class LastTime {

    /** The last one that ended before, of the same event, or for the same people and the same area. */
    private static final String BEFORE = """
            select s.id, s.starts_at from event e
            join event o on o.organisation = $1 and o.bot = e.bot and o.kind = 'phone_bank'
              and (o.id = e.id or e.area <> '' and o.area = e.area and o.audience = e.audience)
            join shift s on s.organisation = $1 and s.event = o.id and s.state = 'open' and s.ends_at <= $3
              and s.ends_at > $3::timestamptz - interval '14 days'
            where e.organisation = $1 and e.id = $2 and e.kind = 'phone_bank'
            order by s.ends_at desc, s.id desc limit 1
            """;

    private LastTime() {}

    /** In the words of whoever sees to the next one; empty where nobody wants a call back. */
    public static Uni<String> text(Exchange exchange, Shift next) {
        return exchange.read(
                        BEFORE,
                        exchange.organisation().number(),
                        next.event().id(),
                        next.startsAt().atOffset(ZoneOffset.UTC))
                .chain(rows -> rows.size() == 0
                        ? Uni.createFrom().item("")
                        : of(exchange, rows.iterator().next()));
    }

    private static Uni<String> of(Exchange exchange, Row before) {
        String language = exchange.person().language();
        Instant at = before.getOffsetDateTime("starts_at").toInstant();
        return Tallies.total(exchange, before.getLong("id"))
                .map(all -> TallyText.callBacks(all, "since", language))
                .map(backs -> backs.isEmpty()
                        ? ""
                        : TallyText.SPEECH.in(
                                language,
                                "last_time",
                                "at",
                                Moments.named(at, Mine.zone(exchange), language),
                                "call_backs",
                                backs));
    }
}
