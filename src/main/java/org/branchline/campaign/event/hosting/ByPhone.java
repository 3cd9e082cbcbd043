package org.branchline.campaign.event.hosting;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.branchline.campaign.event.Mine;
import org.branchline.campaign.event.Shift;
import org.branchline.conversation.Moments;
import org.branchline.intake.Exchange;
import org.branchline.intake.Speech;

/** Those without a chat, whom their host has to tell themselves: so many that their names fit into a message. */
final class ByPhone {

    private static final Speech SPEECH = ShiftCard.SPEECH;

    private static final int MOST = 50;

    private static final String ONE = """
            select s.starts_at, p.guest, count(*) over ()::int as many
            from shift s join shift_place p on p.organisation = $1 and p.shift = s.id and p.guest is not null
              and p.state in ('held', 'waiting', 'offered')
            where s.organisation = $1 and s.id = $2 order by p.queue limit $3
            """;

    private static final String SERIES = """
            select s.starts_at, p.guest, count(*) over ()::int as many
            from shift s join shift_place p on p.organisation = $1 and p.shift = s.id and p.guest is not null
              and p.state in ('held', 'waiting', 'offered')
            where s.organisation = $1 and s.event = $2 and s.state = 'open' and s.ends_at > $4
            order by s.starts_at, s.id, p.queue limit $3
            """;

    private ByPhone() {}

    /** Those of a shift, on a line of their own; empty where there are none. */
    static Uni<String> of(Exchange exchange, Shift shift) {
        return exchange.read(ONE, exchange.organisation().number(), shift.id(), (long) MOST)
                .map(rows -> {
                    List<String> names = new ArrayList<>();
                    rows.forEach(row -> names.add(row.getString("guest")));
                    return line(exchange, rows, String.join(", ", names));
                });
    }

    /** Those of all shifts of its event that are not over, by shift. */
    static Uni<String> ofSeries(Exchange exchange, Shift shift) {
        return exchange.read(
                        SERIES, exchange.organisation().number(), shift.event().id(), (long) MOST, exchange.utc())
                .map(rows -> line(exchange, rows, byShift(exchange, rows)));
    }

    private static String byShift(Exchange exchange, RowSet<Row> rows) {
        Map<Instant, List<String>> byShift = new LinkedHashMap<>();
        for (Row row : rows) {
            byShift.computeIfAbsent(row.getOffsetDateTime("starts_at").toInstant(), fresh -> new ArrayList<>())
                    .add(row.getString("guest"));
        }
        return byShift.entrySet().stream()
                .map(each -> "\n"
                        + Moments.of(
                                each.getKey(),
                                Mine.zone(exchange),
                                exchange.person().language()) + ": "
                        + String.join(", ", each.getValue()))
                .collect(Collectors.joining());
    }

    private static String line(Exchange exchange, RowSet<Row> rows, String names) {
        if (rows.size() == 0) {
            return "";
        }
        int more = rows.iterator().next().getInteger("many") - rows.size();
        String all = more > 0 ? names + " " + SPEECH.count(exchange, "card.more", more) : names;
        return "\n" + SPEECH.say(exchange, "tell_guests", "names", all);
    }
}
