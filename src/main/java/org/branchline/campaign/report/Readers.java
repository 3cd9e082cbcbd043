package org.branchline.campaign.report;

import io.smallrye.mutiny.Uni;
import org.branchline.campaign.occurrence.Schedules;
import org.branchline.intake.Exchange;

/** Who gets the report on the first of each month; each call in the caller's transaction. */
final class Readers {

    private static final String HAS =
            "select 1 from report_reader where organisation = $1 and bot = $2 and member = $3";

    private static final String ADD = """
            insert into report_reader (organisation, bot, member, asked_at) values ($1, $2, $3, $4) on conflict do nothing
            """;

    private static final String REMOVE =
            "delete from report_reader where organisation = $1 and bot = $2 and member = $3";

    /** Organisation, bot. */
    static final String ANY = "select 1 from report_reader where organisation = $1 and bot = $2 limit 1";

    private Readers() {}

    static Uni<Boolean> has(Exchange exchange) {
        return exchange.read(
                        HAS,
                        exchange.organisation().number(),
                        exchange.scene().bot().id(),
                        exchange.member().id())
                .map(rows -> rows.size() > 0);
    }

    static void add(Exchange exchange) {
        exchange.write(
                ADD,
                exchange.organisation().number(),
                exchange.scene().bot().id(),
                exchange.member().id(),
                exchange.utc());
        Schedules.open(
                exchange,
                exchange.organisation(),
                Monthly.KIND,
                exchange.scene().bot().id(),
                exchange.now());
    }

    /** The schedule ends by itself when nobody is left. */
    static void remove(Exchange exchange) {
        exchange.write(
                REMOVE,
                exchange.organisation().number(),
                exchange.scene().bot().id(),
                exchange.member().id());
    }
}
