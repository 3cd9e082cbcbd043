package org.branchline.campaign.checkin;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.List;
import org.branchline.conversation.Keyboard;
import org.branchline.database.Transactions;
import org.branchline.intake.Exchange;
import org.branchline.intake.Turns;
import org.branchline.intake.job.Job;
import org.branchline.intake.job.JobHandler;
import org.branchline.intake.waiting.Expiring;
import org.branchline.roster.Bot;

/** A check-in that a captain and buddies have begun: who is done first counts, the others need not go on. */
@Singleton
class Shared implements JobHandler {

    private static final String KIND = "check-in answered";

    /** As the trigger on {@code run} locks: also where the row is not there yet. */
    private static final String LOCK = """
            insert into prompt_asked (organisation, prompt, occurrence, member, asked_at) values ($1, $2, $3, $4, $5)
            on conflict (organisation, prompt, occurrence, member) do update set excused = prompt_asked.excused
            """;

    /** Whoever was done before this run. */
    private static final String BEFORE = """
            select m.name from prompt_asked a
            join run r on r.organisation = $1 and r.id = a.run and r.completed_at is not null
            join chat c on c.organisation = $1 and c.bot = r.bot and c.id = r.chat
            join member m on m.organisation = $1 and m.id = c.member
            where a.organisation = $1 and a.prompt = $2 and a.occurrence = $3 and a.member = $4 and r.id <> $5
            """;

    private static final String LATER = """
            insert into job (organisation, kind, key, argument, due_at)
            values ($1, $2, $6, jsonb_build_object('bot', $7::bigint, 'prompt', $3::bigint, 'occurrence', $4::text,
              'member', $5::bigint, 'run', $8::bigint), clock_timestamp())
            on conflict do nothing
            """;

    /** What others have open of it; {@code own} is whether it is the captain's, who was told. */
    private static final String OTHERS = """
            select r.id, r.playbook, r.chat, h.helper = h.member as own, array(
                select c.branch from member_role c
                where c.organisation = $1 and c.member = h.member and c.role = 'captain' and c.branch <> 0
                order by c.branch) as branches, (
                select m.name from run d join chat c on c.organisation = $1 and c.bot = d.bot and c.id = d.chat
                join member m on m.organisation = $1 and m.id = c.member
                where d.organisation = $1 and d.id = $5) as name
            from check_in_help h
            join run r on r.organisation = $1 and r.id = h.run and r.stage in ('asking', 'summary', 'waiting')
            where h.organisation = $1 and h.prompt = $2 and h.occurrence = $3 and h.member = $4 and r.id <> $5
            """;

    private final Transactions transactions;
    private final Instance<Turns> turns;
    private final Branchwords words;

    Shared(Transactions transactions, Instance<Turns> turns, Branchwords words) {
        this.transactions = transactions;
        this.turns = turns;
        this.words = words;
    }

    @Override
    public String kind() {
        return KIND;
    }

    /**
     * Whether a run that is done now is the first, so that it counts. Where it is not, its reader hears whose does; where it is,
     * the others hear of it after the commit.
     */
    Uni<Boolean> first(Exchange exchange, long run, Row asked) {
        int organisation = exchange.organisation().number();
        long prompt = asked.getLong("prompt");
        String occurrence = asked.getString("occurrence");
        long captain = asked.getLong("member");
        return exchange.read(LOCK, organisation, prompt, occurrence, captain, exchange.utc())
                .chain(() -> exchange.read(BEFORE, organisation, prompt, occurrence, captain, run))
                .map(before -> {
                    if (before.size() > 0) {
                        String name = before.iterator().next().getString("name");
                        exchange.say(Branchwords.SPEECH.say(exchange, "answered_before", "name", name));
                        return false;
                    }
                    long bot = exchange.scene().bot().id();
                    exchange.write(LATER, organisation, KIND, prompt, occurrence, captain, "" + run, bot, run);
                    return true;
                });
    }

    @Override
    public Uni<Void> run(Job job) {
        JsonObject of = job.argument();
        Bot bot = new Bot(job.organisation(), of.getLong("bot"));
        return transactions
                .inTransaction(
                        job.organisation(),
                        tx -> tx.query(
                                OTHERS,
                                job.organisation().number(),
                                of.getLong("prompt"),
                                of.getString("occurrence"),
                                of.getLong("member"),
                                of.getLong("run")))
                .chain(rows -> Multi.createFrom()
                        .iterable(rows)
                        .onItem()
                        .transformToUniAndConcatenate(
                                row -> turns.get().of(bot, row.getLong("chat"), exchange -> end(exchange, row)))
                        .collect()
                        .last()
                        .replaceWithVoid());
    }

    private Uni<Void> end(Exchange exchange, Row open) {
        return Expiring.end(exchange, open.getString("playbook"), open.getLong("id"))
                .invoke(ended -> {
                    String name = open.getString("name");
                    if (ended && !open.getBoolean("own") && name != null && !Silent.hushed(exchange)) {
                        Silent.tell(
                                exchange,
                                null,
                                Branchwords.SPEECH.say(
                                        exchange,
                                        "answered_meanwhile",
                                        "name",
                                        name,
                                        "branch",
                                        words.names(exchange, List.of(open.getArrayOfLongs("branches")))),
                                Keyboard.NONE);
                    }
                })
                .replaceWithVoid();
    }
}
