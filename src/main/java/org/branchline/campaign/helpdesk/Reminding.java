package org.branchline.campaign.helpdesk;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.branchline.conversation.Keyboard;
import org.branchline.conversation.Outgoing;
import org.branchline.database.Clock;
import org.branchline.database.Transactions;
import org.branchline.database.Tx;
import org.branchline.intake.Exchange;
import org.branchline.intake.job.OneByOne;
import org.branchline.intake.job.Round;
import org.branchline.roster.Bot;
import org.branchline.roster.BranchBook;
import org.branchline.roster.Branches;

/** Tells those who answer, once on each day of theirs, that questions have waited for more than a day. */
@Singleton
class Reminding implements Round {

    private static final String WAITING = """
            select q.branch, m.telegram_user from question q
            join member m on m.organisation = q.organisation and m.id = q.member
            join chat c on c.organisation = q.organisation and c.bot = q.bot and c.id = m.telegram_user
            where q.organisation = $1 and q.bot = $2 and q.state = 'open' and q.asked_at < $3
              and m.stopped_at is null and c.reachable
            order by q.asked_at limit 1000
            """;

    private static final String TOLD =
            "select member, day from question_reminder where organisation = $1 and day >= $2";

    /** Whoever inserts it tells; another replica finds it there. */
    private static final String TELL = """
            insert into question_reminder (organisation, member, day) values ($1, $2, $3) on conflict do nothing
            """;

    private record Told(long member, LocalDate day) {}

    private final Transactions transactions;
    private final OneByOne oneByOne;
    private final Branches branches;
    private final Clock clock;

    Reminding(Transactions transactions, OneByOne oneByOne, Branches branches, Clock clock) {
        this.transactions = transactions;
        this.oneByOne = oneByOne;
        this.branches = branches;
        this.clock = clock;
    }

    @Override
    public String what() {
        return "questions that wait";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(1);
    }

    @Override
    public Uni<Void> work(Bot bot) {
        Instant now = clock.now();
        return branches.book(bot.organisation())
                .flatMap(book -> transactions.inTransaction(bot.organisation(), tx -> due(tx, bot, book, now)))
                .flatMap(due -> oneByOne.each(
                        bot, what(), due, reminder -> reminder.helper().chat(), Reminding::tell))
                .replaceWithVoid();
    }

    private static Uni<List<Reminder>> due(Tx tx, Bot bot, BranchBook book, Instant now) {
        int organisation = bot.organisation().number();
        return tx.query(
                        WAITING,
                        organisation,
                        bot.id(),
                        now.minus(Reminder.LONG).atOffset(ZoneOffset.UTC))
                .flatMap(waiting -> waiting.size() == 0
                        ? Uni.createFrom().item(List.of())
                        : Uni.combine()
                                .all()
                                .unis(Helpers.all(tx::query, bot), tx.query(TOLD, organisation, yesterday(now)))
                                .asTuple()
                                .map(found -> {
                                    Set<Told> told = told(found.getItem2());
                                    return Reminder.due(found.getItem1(), waiting(waiting), book, now).stream()
                                            .filter(reminder -> !told.contains(
                                                    new Told(reminder.helper().member(), reminder.day())))
                                            .toList();
                                }));
    }

    private static LocalDate yesterday(Instant now) {
        return now.atZone(ZoneOffset.UTC).toLocalDate().minusDays(1);
    }

    private static List<Reminder.Waiting> waiting(RowSet<Row> rows) {
        List<Reminder.Waiting> waiting = new ArrayList<>();
        rows.forEach(row -> waiting.add(new Reminder.Waiting(row.getLong("branch"), row.getLong("telegram_user"))));
        return waiting;
    }

    private static Set<Told> told(RowSet<Row> rows) {
        Set<Told> told = new HashSet<>();
        rows.forEach(row -> told.add(new Told(row.getLong("member"), row.getLocalDate("day"))));
        return told;
    }

    private static Uni<Void> tell(Exchange exchange, Reminder reminder) {
        return exchange.read(
                        TELL,
                        exchange.organisation().number(),
                        reminder.helper().member(),
                        reminder.day())
                .invoke(rows -> {
                    if (rows.rowCount() > 0) {
                        say(exchange, reminder.waiting());
                    }
                })
                .replaceWithVoid();
    }

    private static void say(Exchange exchange, int waiting) {
        OneByOne.say(
                exchange,
                new Outgoing.Say(
                        Names.SPEECH.count(exchange, "remind", waiting),
                        Keyboard.row(Names.SPEECH.button(exchange, "questions", Listing.NAME, ""))));
    }
}
