package org.branchline.campaign.event.meeting;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.branchline.campaign.event.Shift;
import org.branchline.intake.Exchange;
import org.jspecify.annotations.Nullable;

/** Who can take something on at a meeting: whoever came, everybody who had a place where nobody said who came. */
record Leads(List<Lead> all) {

    /** As many as are offered by name. */
    private static final long MOST = 200;

    private static final String OF = """
            select m.id, m.name from shift_place p
            join member m on m.organisation = $1 and m.id = p.member and m.stopped_at is null
            where p.organisation = $1 and p.shift = $2 and p.state = 'held' and m.id <> $3 and ($4::bigint is null or m.id = $4)
              and (p.came or not exists (
                select from shift_place c where c.organisation = $1 and c.shift = $2 and c.state = 'held' and c.came))
            order by m.name, m.id limit $5
            """;

    Leads {
        all = List.copyOf(all);
    }

    /** Somebody who can. */
    record Lead(long member, String name) {}

    /** All but this chat's member. */
    static Uni<Leads> of(Exchange exchange, Shift shift) {
        return read(exchange, shift, null);
    }

    /** The one of this number, be it this chat's member; empty where they cannot. */
    static Uni<Optional<Lead>> find(Exchange exchange, Shift shift, long member) {
        long own = exchange.member().id();
        return member == own
                ? Uni.createFrom()
                        .item(Optional.of(new Lead(own, exchange.person().name())))
                : read(exchange, shift, member)
                        .map(found -> found.all().stream().findFirst());
    }

    private static Uni<Leads> read(Exchange exchange, Shift shift, @Nullable Long only) {
        return exchange.read(
                        OF,
                        exchange.organisation().number(),
                        shift.id(),
                        exchange.member().id(),
                        only,
                        MOST)
                .map(rows -> {
                    List<Lead> all = new ArrayList<>();
                    rows.forEach(row -> all.add(new Lead(row.getLong("id"), row.getString("name"))));
                    return new Leads(all);
                });
    }
}
