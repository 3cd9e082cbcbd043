package org.branchline.campaign.report;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.branchline.conversation.Keyboard;
import org.branchline.conversation.Outgoing;
import org.branchline.database.Clock;
import org.branchline.database.Reads;
import org.branchline.database.Transactions;
import org.branchline.intake.Exchange;
import org.branchline.intake.Turns;
import org.branchline.intake.job.Job;
import org.branchline.intake.job.JobHandler;
import org.branchline.roster.Bot;
import org.branchline.roster.Branches;
import org.branchline.roster.Organisations;
import org.branchline.roster.Roles;
import org.jspecify.annotations.Nullable;

/** Writes a report that somebody ordered, or gets each month, and sends it: as much of it as they may see by then. */
@Singleton
class Sending implements JobHandler {

    static final String KIND = "report";

    /** As the audit names it. */
    static final String TAKEN = "took the report";

    static final String SUBJECT = "month ";

    /** As long as a file may be that also stands in the outbox until it is sent. */
    private static final int LONGEST = 8_000_000;

    private static final String ORDER = """
            insert into job (organisation, kind, key, argument, due_at)
            values ($1, $2, $3, $4, clock_timestamp()) on conflict do nothing
            """;

    /** Organisation, bot, chat. */
    private static final String READER = """
            select m.id, m.language, coalesce(m.timezone, b.timezone) as zone from chat c
            join member m on m.organisation = $1 and m.id = c.member and m.stopped_at is null
            left join branch b on b.organisation = $1 and b.id = m.branch
            where c.organisation = $1 and c.bot = $2 and c.id = $3
            """;

    private final Transactions transactions;
    private final Organisations organisations;
    private final Branches branches;
    private final Turns turns;
    private final Clock clock;
    private final Written written;

    Sending(
            Transactions transactions,
            Organisations organisations,
            Branches branches,
            Turns turns,
            Clock clock,
            Written written) {
        this.transactions = transactions;
        this.organisations = organisations;
        this.branches = branches;
        this.turns = turns;
        this.clock = clock;
        this.written = written;
    }

    /** Lets it be written after the commit: a turn does not wait for so much. */
    static void order(Exchange exchange, String key, YearMonth month) {
        exchange.write(
                ORDER,
                exchange.organisation().number(),
                KIND,
                key,
                new JsonObject()
                        .put("bot", exchange.scene().bot().id())
                        .put("chat", exchange.scene().chat())
                        .put("month", month.toString()));
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Uni<Void> run(Job job) {
        Bot bot = new Bot(job.organisation(), job.argument().getLong("bot"));
        long chat = job.argument().getLong("chat");
        Reads database =
                (sql, arguments) -> transactions.inTransaction(job.organisation(), tx -> tx.query(sql, arguments));
        return database.read(READER, job.organisation().number(), bot.id(), chat)
                .flatMap(rows -> rows.size() == 0
                        ? Uni.createFrom().voidItem()
                        : part(database, bot, rows.iterator().next(), job)
                                .flatMap(part -> part.map(found -> send(database, found, chat, job))
                                        .orElseGet(() -> Uni.createFrom().voidItem())));
    }

    private Uni<Optional<Part>> part(Reads database, Bot bot, Row reader, Job job) {
        Month month = new Month(
                YearMonth.parse(job.argument().getString("month")), zone(reader.getString("zone")), clock.now());
        return branches.book(bot.organisation())
                .flatMap(book -> Roles.access(database, bot.organisation(), reader.getLong("id"), book)
                        .map(access -> Part.of(
                                bot,
                                organisations.organisation(bot.organisation()),
                                book,
                                access,
                                month,
                                reader.getString("language"))));
    }

    private Uni<Void> send(Reads database, Part part, long chat, Job job) {
        return written.of(database, part)
                .flatMap(both -> turns.of(part.bot(), chat, exchange -> job.finish(exchange)
                        .invoke(first -> {
                            if (first) {
                                say(exchange, part, both);
                            }
                        })
                        .replaceWithVoid()))
                .replaceWithVoid();
    }

    private static void say(Exchange exchange, Part part, Written.Both both) {
        String month = part.month().name(part.language());
        if (Math.max(both.page().length, both.pdf().length) > LONGEST) {
            exchange.say(ReportText.SPEECH.in(part.language(), "too_long", "month", month));
            return;
        }
        exchange.say(file(part, "page", ".html", "text/html", both.page()));
        exchange.say(file(part, "pdf", ".pdf", "application/pdf", both.pdf()));
        exchange.interrupted(exchange.front() != null);
    }

    private static Outgoing file(Part part, String caption, String extension, String mediaType, byte[] content) {
        return new Outgoing.File(
                "report-" + part.month().month() + extension,
                mediaType,
                content,
                false,
                ReportText.SPEECH.in(
                        part.language(), caption, "month", part.month().name(part.language())),
                Keyboard.NONE);
    }

    private static ZoneId zone(@Nullable String id) {
        try {
            return id == null ? ZoneOffset.UTC : ZoneId.of(id);
        } catch (DateTimeException unknownHere) {
            return ZoneOffset.UTC;
        }
    }
}
