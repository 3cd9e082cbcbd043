package org.branchline.campaign.checkin;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.branchline.campaign.branch.CardNeed;
import org.branchline.campaign.broadcast.Schedule;
import org.branchline.campaign.occurrence.Fallen;
import org.branchline.campaign.prompt.Prompt;
import org.branchline.database.Transactions;
import org.branchline.intake.Exchange;
import org.branchline.intake.Turns;
import org.branchline.roster.Access;
import org.branchline.roster.Branch;
import org.branchline.roster.Deed;

/** The card that each coordinator gets on the third day, of the branches they look after. */
@Singleton
class Reporting {

    private static final String COORDINATORS = """
            select distinct c.id from member_role r
            join member m on m.organisation = $1 and m.id = r.member
            join chat c on c.organisation = $1 and c.bot = $2 and c.member = m.id and c.reachable and c.moved_to is null
            left join branch h on h.organisation = $1 and h.id = m.branch
            where r.organisation = $1 and r.role = 'coordinator'
              and (coalesce(m.timezone, h.timezone, $4) = any ($3) or $5 and m.moved_at > $6::timestamptz - interval '30 hours')
            order by c.id
            """;

    private static final String ONCE = """
            insert into check_in_card (organisation, prompt, occurrence, member, at) values ($1, $2, $3, $4, $5)
            on conflict do nothing returning 1
            """;

    /** Organisation, prompt, occurrence: its captains, a row for each of their branches. */
    private static final String CAPTAINS = """
            select c.branch, m.id, m.name, a.excused is not null as excused, r.completed_at is not null as answered, (
                select count(*) from prompt_asked s left join run t on t.organisation = $1 and t.id = s.run
                where s.organisation = $1 and s.prompt = $2 and s.member = m.id and s.occurrence <= $3 and s.excused is null
                  and t.completed_at is null and s.occurrence > coalesce((
                    select max(d.occurrence) from prompt_asked d join run u on u.organisation = $1 and u.id = d.run
                    where d.organisation = $1 and d.prompt = $2 and d.member = m.id and d.occurrence <= $3
                      and u.completed_at is not null), ''))::int as weeks
            from prompt_asked a
            join member m on m.organisation = $1 and m.id = a.member
            join member_role c on c.organisation = $1 and c.member = m.id and c.role = 'captain' and c.branch <> 0
            left join run r on r.organisation = $1 and r.id = a.run
            where a.organisation = $1 and a.prompt = $2 and a.occurrence = $3
            order by c.branch, m.id
            """;

    private static final String BEFORE = """
            select max(occurrence) as occurrence from prompt_asked where organisation = $1 and prompt = $2 and occurrence < $3
            """;

    private final Transactions transactions;
    private final Instance<Turns> turns;
    private final CardText text;
    private final List<CardNeed> needs;

    Reporting(Transactions transactions, Instance<Turns> turns, CardText text, Instance<CardNeed> needs) {
        this.transactions = transactions;
        this.turns = turns;
        this.text = text;
        this.needs =
                needs.stream().sorted(Comparator.comparingInt(CardNeed::place)).toList();
    }

    Uni<Void> report(Prompt prompt, LocalDateTime occurrence, Fallen fallen) {
        return transactions
                .inTransaction(
                        prompt.bot().organisation(),
                        tx -> tx.query(
                                COORDINATORS,
                                prompt.bot().organisation().number(),
                                prompt.bot().id(),
                                fallen.zones().toArray(String[]::new),
                                Schedule.UNKNOWN.getId(),
                                fallen.last(),
                                fallen.due().atOffset(ZoneOffset.UTC)))
                .flatMap(rows -> {
                    List<Long> chats = new ArrayList<>();
                    rows.forEach(row -> chats.add(row.getLong("id")));
                    return Silent.each(chats, chat -> turns.get()
                            .of(prompt.bot(), chat, exchange -> report(exchange, prompt, occurrence)));
                });
    }

    private Uni<Void> report(Exchange exchange, Prompt prompt, LocalDateTime occurrence) {
        if (Silent.hushed(exchange)) {
            return Uni.createFrom().voidItem();
        }
        return exchange.read(
                        ONCE,
                        exchange.organisation().number(),
                        prompt.id(),
                        occurrence.toString(),
                        exchange.member().id(),
                        exchange.utc())
                .chain(fresh -> fresh.size() == 0
                        ? Uni.createFrom().voidItem()
                        : exchange.access().chain(access -> standing(exchange, access, prompt, occurrence.toString())
                                .chain(standing -> standing.asked() + standing.away() == 0
                                        ? Uni.createFrom().voidItem()
                                        : others(exchange, access)
                                                .invoke(others -> text.show(exchange, occurrence, standing, others))
                                                .replaceWithVoid())));
    }

    private Uni<List<CardNeed.Need>> others(Exchange exchange, Access access) {
        return Multi.createFrom()
                .iterable(needs)
                .onItem()
                .transformToUniAndConcatenate(one -> one.needs(exchange, access))
                .collect()
                .asList()
                .map(all -> all.stream().flatMap(List::stream).toList());
    }

    private static Uni<Standing> standing(Exchange exchange, Access access, Prompt prompt, String occurrence) {
        Set<Long> within = new HashSet<>();
        access.where(Deed.PROMPT).stream().map(Branch::id).forEach(within::add);
        return captains(exchange, prompt, occurrence, within)
                .chain(now -> exchange.read(BEFORE, exchange.organisation().number(), prompt.id(), occurrence)
                        .map(rows -> rows.iterator().next().getString("occurrence"))
                        .chain(before -> before == null
                                ? Uni.createFrom().item(-1)
                                : captains(exchange, prompt, before, within)
                                        .map(all -> Standing.of(all, -1).answered()))
                        .map(before -> Standing.of(now, before)));
    }

    private static Uni<List<Standing.Captain>> captains(
            Exchange exchange, Prompt prompt, String occurrence, Set<Long> within) {
        return exchange.read(CAPTAINS, exchange.organisation().number(), prompt.id(), occurrence)
                .map(rows -> {
                    List<Standing.Captain> all = new ArrayList<>();
                    for (Row row : rows) {
                        if (within.contains(row.getLong("branch"))) {
                            all.add(new Standing.Captain(
                                    row.getLong("branch"),
                                    row.getLong("id"),
                                    row.getString("name"),
                                    row.getBoolean("excused"),
                                    row.getBoolean("answered"),
                                    row.getInteger("weeks")));
                        }
                    }
                    return all;
                });
    }
}
