package org.branchline.campaign.checkin;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.branchline.campaign.broadcast.Schedule;
import org.branchline.campaign.occurrence.Fallen;
import org.branchline.campaign.prompt.Prompt;
import org.branchline.conversation.Keyboard;
import org.branchline.conversation.Outgoing;
import org.branchline.database.Outages;
import org.branchline.database.Transactions;
import org.branchline.delivery.Letter;
import org.branchline.intake.Causes;
import org.branchline.intake.Exchange;
import org.branchline.roster.Member;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * A captain who was asked and did not answer yet.
 *
 * @param chat where they are written to
 * @param branches which they look after, at least one
 * @param run their answers so far, null where none is begun
 */
record Silent(
        long member,
        long chat,
        String name,
        List<Long> branches,
        @Nullable Long run) {

    /**
     * Organisation, bot, prompt, occurrence, zones, the zone of whoever's is not known, whether also those who moved away from
     * where it was to fall due, when it fell due.
     */
    static final String FIND = """
            select m.id, c.id as chat, m.name, array(
                select r.branch from member_role r
                where r.organisation = $1 and r.member = m.id and r.role = 'captain' and r.branch <> 0 order by r.branch) as branches, a.run
            from prompt_asked a
            join member m on m.organisation = $1 and m.id = a.member
            join chat c on c.organisation = $1 and c.bot = $2 and c.member = m.id and c.reachable and c.moved_to is null
            left join branch h on h.organisation = $1 and h.id = m.branch
            left join run r on r.organisation = $1 and r.id = a.run
            where a.organisation = $1 and a.prompt = $3 and a.occurrence = $4 and a.excused is null
              and r.completed_at is null
              and (coalesce(m.timezone, h.timezone, $6) = any ($5) or $7 and m.moved_at > $8::timestamptz - interval '30 hours')
            order by m.id
            """;

    private static final Logger LOG = Logger.getLogger(Silent.class);

    Silent {
        branches = List.copyOf(branches);
    }

    /** Those who live where a rung falls due. */
    static Uni<List<Silent>> find(Transactions transactions, Prompt prompt, LocalDateTime occurrence, Fallen fallen) {
        return transactions
                .inTransaction(
                        prompt.bot().organisation(),
                        tx -> tx.query(
                                FIND,
                                prompt.bot().organisation().number(),
                                prompt.bot().id(),
                                prompt.id(),
                                occurrence.toString(),
                                fallen.zones().toArray(String[]::new),
                                Schedule.UNKNOWN.getId(),
                                fallen.last(),
                                fallen.due().atOffset(ZoneOffset.UTC)))
                .map(rows -> {
                    List<Silent> all = new ArrayList<>();
                    for (Row row : rows) {
                        all.add(new Silent(
                                row.getLong("id"),
                                row.getLong("chat"),
                                row.getString("name"),
                                List.of(row.getArrayOfLongs("branches")),
                                row.getLong("run")));
                    }
                    return all;
                });
    }

    /** One after the other; one that cannot be written to stops no other. */
    static <T> Uni<Void> each(List<T> all, Function<T, Uni<?>> work) {
        return Multi.createFrom()
                .iterable(all)
                .onItem()
                .transformToUniAndConcatenate(one -> work.apply(one)
                        .replaceWithVoid()
                        .onFailure(failure -> !Outages.outage(failure))
                        .recoverWithUni(failure -> {
                            LOG.warnf("one of the check-in's messages is left out: %s", Causes.trace(failure));
                            return Uni.createFrom().voidItem();
                        }))
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** Whoever wants no messages is left alone. */
    static boolean hushed(Exchange exchange) {
        Member member = exchange.scene().member();
        return member == null || member.stopped() || member.quiet(exchange.now());
    }

    /**
     * Says something that the service begins, by day; an open question is named again after it.
     *
     * @param run once that is done nobody needs to read it any more, null for none
     */
    static void tell(Exchange exchange, @Nullable Long run, String text, Keyboard keyboard) {
        exchange.send(Letter.unasked(
                        exchange.scene().bot(), exchange.scene().chat(), run, false, new Outgoing.Say(text, keyboard))
                .byDay());
        exchange.interrupted(exchange.front() != null);
    }
}
