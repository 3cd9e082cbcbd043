package org.branchline.campaign.event.signing;

import io.smallrye.mutiny.Uni;
import java.util.Optional;
import org.branchline.campaign.event.Shift;
import org.branchline.intake.Exchange;
import org.branchline.roster.joining.JoinLink;
import org.branchline.roster.joining.JoinLinks;

/** The join links by which people bring friends along to a shift: one of each member's for a shift, until it begins. */
final class FriendLinks {

    /** So many people somebody brings to a shift: it is for friends, not for a crowd. */
    static final int MOST = 5;

    private static final String OWN = """
            select l.id from shift_link k
            join join_link l on l.organisation = $1 and l.id = k.link
            where k.organisation = $1 and k.shift = $2 and l.created_by = $3 and l.revoked_at is null
            order by l.id desc limit 1
            """;

    /** Also by those that were taken back. */
    private static final String USES = """
            select coalesce(sum(l.uses), 0)::int as uses from shift_link k
            join join_link l on l.organisation = $1 and l.id = k.link
            where k.organisation = $1 and k.shift = $2 and l.created_by = $3
            """;

    private static final String LANDS = "insert into shift_link (organisation, link, shift) values ($1, $2, $3)";

    private static final String SHIFT = "select shift from shift_link where organisation = $1 and link = $2";

    /**
     * Counts whoever comes for the first time while the link's row is held, so that of two at the same moment only as many
     * are brought as may still be. Whoever has a place or waits came by themselves.
     */
    private static final String BRING = """
            with mine as materialized (
              select from shift_place where organisation = $1 and shift = $2 and member = $3),
            room as (
              update join_link set uses = uses + 1
              where organisation = $1 and id = $6 and revoked_at is null and (max_uses is null or uses < max_uses)
                and not exists (select from mine)
              returning id),
            noted as (
              insert into shift_place as p (organisation, shift, member, state, queue, asked_at, invited_by)
              select $1, $2, $3, 'invited', 0, $4, $5 where exists (select from mine) or exists (select from room)
              on conflict (organisation, shift, member) do update set invited_by = excluded.invited_by
                where p.state not in ('held', 'waiting', 'offered'))
            select exists (select from mine) or exists (select from room) as brought
            """;

    private FriendLinks() {}

    /** That of this chat's member which was not taken back; empty where there is none. */
    static Uni<Optional<JoinLink>> own(Exchange exchange, Shift shift) {
        return exchange.read(
                        OWN,
                        exchange.organisation().number(),
                        shift.id(),
                        exchange.member().id())
                .chain(rows -> rows.size() == 0
                        ? Uni.createFrom().item(Optional.empty())
                        : JoinLinks.byId(
                                exchange::read,
                                exchange.organisation(),
                                rows.iterator().next().getLong("id")));
    }

    /** A new one for as many as may still come: whoever joins by it does so where its maker is. */
    static Uni<JoinLink> make(Exchange exchange, Shift shift) {
        return exchange.read(
                        USES,
                        exchange.organisation().number(),
                        shift.id(),
                        exchange.member().id())
                .chain(rows -> make(
                        exchange,
                        shift,
                        Math.max(0, MOST - rows.iterator().next().getInteger("uses"))));
    }

    private static Uni<JoinLink> make(Exchange exchange, Shift shift, int most) {
        return JoinLinks.make(
                        exchange::read,
                        exchange.organisation(),
                        exchange.member().id(),
                        exchange.member().branch(),
                        exchange.now(),
                        shift.startsAt(),
                        most,
                        JoinLink.Purpose.SHIFT)
                .invoke(link -> exchange.write(LANDS, exchange.organisation().number(), link.id(), shift.id()));
    }

    /** The shift at which one lands; empty where that is gone. */
    static Uni<Optional<Long>> shift(Exchange exchange, JoinLink link) {
        return exchange.read(SHIFT, exchange.organisation().number(), link.id())
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(rows.iterator().next().getLong("shift")));
    }

    /** This chat's member came by one of somebody's; completes with whether it still brings them. */
    static Uni<Boolean> bring(Exchange exchange, Shift shift, JoinLink link, long by) {
        return exchange.read(
                        BRING,
                        exchange.organisation().number(),
                        shift.id(),
                        exchange.member().id(),
                        exchange.utc(),
                        by,
                        link.id())
                .map(rows -> rows.iterator().next().getBoolean("brought"));
    }
}
