package org.branchline.campaign.deadline.answering;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.branchline.calendar.QuietHours;
import org.branchline.campaign.helpdesk.Helper;
import org.branchline.campaign.helpdesk.Helpers;
import org.branchline.conversation.Outgoing;
import org.branchline.database.Clock;
import org.branchline.database.Transactions;
import org.branchline.database.Tx;
import org.branchline.delivery.Doubt;
import org.branchline.delivery.Letter;
import org.branchline.delivery.Priority;
import org.branchline.intake.Exchange;
import org.branchline.intake.Turns;
import org.branchline.intake.job.Round;
import org.branchline.roster.Bot;
import org.branchline.roster.BranchBook;
import org.branchline.roster.Branches;
import org.branchline.roster.Organisations;

/** Tells captains once a day who cannot, and why; after that nobody keeps why. */
@Singleton
class Gathering implements Round {

    private static final int A_PAGE = 500;

    /** So many are told in one turn, so that none is long; a reason is short. */
    private static final int A_TURN = 100;

    /** Those of one branch stand together, so that its captain reads of them together. */
    private static final String UNTOLD = """
            select a.deadline, a.member, m.telegram_user, m.branch,
              case when d.branch is null and d.lead is distinct from a.member then d.lead
                else coalesce(nullif(d.lead, a.member), d.created_by) end as lead,
              d.branch is not null or coalesce(d.lead = a.member, false) as given, a.said_at
            from deadline_answer a
            join deadline d on d.organisation = $1 and d.id = a.deadline and d.bot = $2 and d.state = 'open'
            join member m on m.organisation = $1 and m.id = a.member
            where a.organisation = $1 and a.said = 'cannot' and a.told_at is null
              and (a.reason_until is null or a.reason_until <= $3)
              and (coalesce(m.branch, 0), a.deadline, a.member) > ($4, $5, $6)
            order by coalesce(m.branch, 0), a.deadline, a.member limit $7
            """;

    /** Whoever takes them tells; another replica finds nothing. */
    private static final String TAKE = """
            with it as materialized (
              select a.deadline, a.member, a.key_id, a.ciphertext from deadline_answer a
              where a.organisation = $1 and a.said = 'cannot' and a.told_at is null
                and (a.deadline, a.member) in (select * from unnest($2::bigint[], $3::bigint[]))
              for update),
            told as (
              update deadline_answer a set told_at = $4, reason_until = null, key_id = null, ciphertext = null from it
              where a.organisation = $1 and a.deadline = it.deadline and a.member = it.member)
            select it.deadline, it.key_id, it.ciphertext, m.name, m.telegram_user, d.titles, d.fallback
            from it
            join member m on m.organisation = $1 and m.id = it.member
            join deadline d on d.organisation = $1 and d.id = it.deadline
            order by it.deadline, m.name, m.id
            """;

    private record Found(Untold untold, List<Helper> helpers) {}

    private final Transactions transactions;
    private final Turns turns;
    private final Branches branches;
    private final Reasons reasons;
    private final Organisations organisations;
    private final Clock clock;

    Gathering(
            Transactions transactions,
            Turns turns,
            Branches branches,
            Reasons reasons,
            Organisations organisations,
            Clock clock) {
        this.transactions = transactions;
        this.turns = turns;
        this.branches = branches;
        this.reasons = reasons;
        this.organisations = organisations;
        this.clock = clock;
    }

    @Override
    public String what() {
        return "who cannot";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public Uni<Void> work(Bot bot) {
        Instant now = clock.now();
        return branches.book(bot.organisation()).chain(book -> from(Untold.Place.FIRST, bot, book, now));
    }

    /** Page by page: those for whom it is too early yet stand in nobody's way. */
    private Uni<Void> from(Untold.Place place, Bot bot, BranchBook book, Instant now) {
        return transactions
                .inTransaction(bot.organisation(), tx -> untold(tx, bot, now, place)
                        .chain(untold -> untold.page().isEmpty()
                                ? Uni.createFrom().item(new Found(untold, List.of()))
                                : Helpers.all(tx::query, bot).map(helpers -> new Found(untold, helpers))))
                .chain(found -> tell(bot, found, book, now).chain(() -> found.untold()
                        .more()
                        .map(next -> from(next, bot, book, now))
                        .orElseGet(() -> Uni.createFrom().voidItem())));
    }

    private static Uni<Untold> untold(Tx tx, Bot bot, Instant now, Untold.Place place) {
        return tx.query(
                        UNTOLD,
                        bot.organisation().number(),
                        bot.id(),
                        now.atOffset(ZoneOffset.UTC),
                        place.branch(),
                        place.deadline(),
                        place.member(),
                        A_PAGE)
                .map(rows -> {
                    List<Cannot> read = new ArrayList<>();
                    rows.forEach(row -> read.add(Cannot.of(row)));
                    return Untold.of(read, A_PAGE);
                });
    }

    private Uni<Void> tell(Bot bot, Found found, BranchBook book, Instant now) {
        QuietHours quiet = organisations.organisation(bot.organisation()).quietHours();
        return Multi.createFrom()
                .iterable(found.untold().due(found.helpers(), book, quiet, now, A_TURN))
                .onItem()
                .transformToUniAndConcatenate(told -> tell(bot, told.helpers(), told.them()))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> tell(Bot bot, List<Helper> helpers, List<Cannot> them) {
        return turns.of(bot, helpers.get(0).chat(), exchange -> exchange.read(
                                TAKE,
                                exchange.organisation().number(),
                                them.stream().map(Cannot::deadline).toArray(Long[]::new),
                                them.stream().map(Cannot::member).toArray(Long[]::new),
                                exchange.utc())
                        .invoke(taken -> helpers.forEach(helper -> say(exchange, helper, taken)))
                        .replaceWithVoid())
                .replaceWithVoid();
    }

    private void say(Exchange exchange, Helper helper, RowSet<Row> taken) {
        CannotText told = new CannotText(helper.language());
        for (Row row : taken) {
            String key = row.getString("key_id");
            String reason = key == null
                    ? ""
                    : reasons.open(
                            exchange.organisation(),
                            row.getLong("deadline"),
                            row.getLong("telegram_user"),
                            key,
                            row.getBuffer("ciphertext"));
            String title = row.getJsonObject("titles")
                    .getString(helper.language(), row.getJsonObject("titles").getString(row.getString("fallback")));
            told.add(title, row.getString("name"), reason);
        }
        for (String text : told.texts()) {
            exchange.send(new Letter(
                            exchange.scene().bot(),
                            helper.chat(),
                            null,
                            Priority.REMINDER,
                            Doubt.RESEND,
                            true,
                            new Outgoing.Say(text))
                    .byDay());
        }
    }
}
