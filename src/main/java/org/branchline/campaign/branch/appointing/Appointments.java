package org.branchline.campaign.branch.appointing;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import org.branchline.intake.Exchange;
import org.branchline.roster.joining.JoinLink;

/** Who was asked to look after a branch, and what they said. All but {@link #came} stands under the branch's lock. */
public final class Appointments {

    /** Whoever was asked is not asked the same again within this time, whatever they said. */
    private static final Duration PAUSE = Duration.ofDays(7);

    /** An older question is over. */
    private static final Duration OPEN = Duration.ofDays(60);

    private static final String CAME = """
            insert into appointment (organisation, duty, branch, asker, member, link, asked_at)
            values ($1, 'captain', $2, $3, $4, $5, $6) on conflict do nothing returning 1
            """;

    private static final String CAME_BY =
            "select 1 from appointment where organisation = $1 and link = $2 and member = $3";

    private static final String ASK = """
            insert into appointment (organisation, duty, branch, asker, member, asked_at) values ($1, $2, $3, $4, $5, $6)
            on conflict (organisation, duty, branch, asker, member) where link is null do update
              set asked_at = excluded.asked_at, answered_at = null, agreed = null
              where appointment.asked_at < $7 or appointment.agreed
            returning 1
            """;

    private static final String ASK_NOBODY_ELSE = """
            update appointment set answered_at = $6, agreed = false
            where organisation = $1 and duty = $2 and branch = $3 and asker = $4 and member <> $5 and answered_at is null
            """;

    private static final String MADE = """
            insert into appointment (organisation, duty, branch, asker, member, asked_at, answered_at, agreed)
            values ($1, 'captain', $2, $3, $4, $5, $5, true)
            on conflict (organisation, duty, branch, asker, member) where link is null do update
              set asked_at = excluded.asked_at, answered_at = excluded.answered_at, agreed = true
            """;

    private static final String IS_OPEN = """
            select 1 from appointment
            where organisation = $1 and duty = $2 and branch = $3 and asker = $4 and member = $5 and answered_at is null
              and asked_at > $6
            limit 1
            """;

    private static final String ANSWER = """
            update appointment set answered_at = $6, agreed = $7
            where organisation = $1 and duty = $2 and branch = $3 and asker = $4 and member = $5 and answered_at is null
            """;

    private static final String MADE_BY = "select " + Somebody.COLUMNS + """
             from appointment a join member m on m.organisation = a.organisation and m.id = a.asker
            where a.organisation = $1 and a.duty = 'captain' and a.branch = $2 and a.member = $3 and a.agreed
            order by a.answered_at desc, a.id desc limit 1
            """;

    private static final String RATHER_NOT = """
            update appointment set agreed = false, answered_at = $4
            where organisation = $1 and duty = 'captain' and branch = $2 and member = $3 and agreed
            """;

    private Appointments() {}

    /** Somebody came by a captain's link; false where somebody did before. */
    static Uni<Boolean> came(Exchange exchange, JoinLink link, long branch, long asker) {
        return exchange.read(
                        CAME,
                        exchange.organisation().number(),
                        branch,
                        asker,
                        exchange.member().id(),
                        link.id(),
                        exchange.utc())
                .map(rows -> rows.rowCount() > 0);
    }

    /** Whether it was this member who came by the link. */
    static Uni<Boolean> cameBefore(Exchange exchange, JoinLink link) {
        return exchange.read(
                        CAME_BY,
                        exchange.organisation().number(),
                        link.id(),
                        exchange.member().id())
                .map(rows -> rows.size() > 0);
    }

    /** Asks somebody in place of whoever was asked before and has not answered; false where they were asked lately. */
    public static Uni<Boolean> ask(Exchange exchange, Duty duty, Post post, Somebody somebody) {
        int organisation = exchange.organisation().number();
        long asker = exchange.member().id();
        return exchange.read(
                        ASK,
                        organisation,
                        duty.key(),
                        post.branch().id(),
                        asker,
                        somebody.member(),
                        exchange.utc(),
                        exchange.now().minus(PAUSE).atOffset(ZoneOffset.UTC))
                .map(rows -> {
                    boolean asked = rows.size() > 0;
                    if (asked) {
                        exchange.write(
                                ASK_NOBODY_ELSE,
                                organisation,
                                duty.key(),
                                post.branch().id(),
                                asker,
                                somebody.member(),
                                exchange.utc());
                    }
                    return asked;
                });
    }

    /** Somebody was made captain without having come by a link. */
    static void made(Exchange exchange, Post post, Somebody somebody) {
        exchange.write(
                MADE,
                exchange.organisation().number(),
                post.branch().id(),
                exchange.member().id(),
                somebody.member(),
                exchange.utc());
    }

    /** Whether a question is still open. */
    public static Uni<Boolean> open(Exchange exchange, Duty duty, Post post, Somebody asker, Somebody asked) {
        return exchange.read(
                        IS_OPEN,
                        exchange.organisation().number(),
                        duty.key(),
                        post.branch().id(),
                        asker.member(),
                        asked.member(),
                        exchange.now().minus(OPEN).atOffset(ZoneOffset.UTC))
                .map(rows -> rows.size() > 0);
    }

    /** A question is open no longer. */
    public static void answer(Exchange exchange, Duty duty, Post post, Somebody asker, Somebody asked, boolean agreed) {
        exchange.write(
                ANSWER,
                exchange.organisation().number(),
                duty.key(),
                post.branch().id(),
                asker.member(),
                asked.member(),
                exchange.utc(),
                agreed);
    }

    /** Who made the member of this turn captain; empty where that was not asked. */
    static Uni<Optional<Somebody>> madeBy(Exchange exchange, Post post) {
        return exchange.read(
                        MADE_BY,
                        exchange.organisation().number(),
                        post.branch().id(),
                        exchange.member().id())
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(Somebody.of(rows.iterator().next())));
    }

    /** The member of this turn would rather not be captain. */
    static void ratherNot(Exchange exchange, Post post) {
        exchange.write(
                RATHER_NOT,
                exchange.organisation().number(),
                post.branch().id(),
                exchange.member().id(),
                exchange.utc());
    }
}
