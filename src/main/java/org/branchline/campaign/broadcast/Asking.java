package org.branchline.campaign.broadcast;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import org.branchline.intake.Exchange;
import org.branchline.intake.OpenRun;
import org.branchline.intake.waiting.Expiring;
import org.branchline.intake.waiting.WaitingRuns;

/** Begins an occurrence of a prompt because its reader wants to: by the offer's button, early, late, or for another. */
@Singleton
public class Asking {

    /** Organisation, prompt, occurrence, whose it is, chat, who asks for it. */
    private static final String RUN = """
            select r.id, r.stage in ('asking', 'summary', 'waiting') and r.chat = $5 as open,
              r.completed_at is not null as done
            from (
              select run from prompt_asked where organisation = $1 and prompt = $2 and occurrence = $3 and member = $4
              union all
              select run from check_in_help
              where organisation = $1 and prompt = $2 and occurrence = $3 and member = $4 and helper = $6) a
            join run r on r.organisation = $1 and r.id = a.run
            order by open desc, done desc limit 1
            """;

    /** What another was done with meanwhile counts, as {@code first_answer_counts} has it. */
    private static final String LINK = """
            insert into prompt_asked (organisation, prompt, occurrence, member, run, asked_at) values ($1, $2, $3, $4, $5, $6)
            on conflict (organisation, prompt, occurrence, member) do update set run = excluded.run, excused = null
              where not exists (
                select from run r where r.organisation = $1 and r.id = prompt_asked.run and r.completed_at is not null)
            """;

    /** What the member began themselves stays theirs to finish: who is done first counts. */
    private static final String HELP = """
            insert into check_in_help (organisation, prompt, occurrence, member, helper, run, at)
            values ($1, $2, $3, $4, $7, $5, $6)
            on conflict (organisation, prompt, occurrence, member, helper) do update set run = excluded.run
            """;

    private final WaitingRuns waiting;

    Asking(WaitingRuns waiting) {
        this.waiting = waiting;
    }

    /** Begins it for the reader, or goes on with it; whoever is done with it is thanked. */
    public Uni<Void> start(Exchange exchange, String playbook, long prompt, String occurrence) {
        return start(exchange, playbook, prompt, occurrence, exchange.member().id());
    }

    /** Begins it in this chat; the answers count for a member, who may be another. */
    public Uni<Void> start(Exchange exchange, String playbook, long prompt, String occurrence, long member) {
        return exchange.read(
                        RUN,
                        exchange.organisation().number(),
                        prompt,
                        occurrence,
                        member,
                        exchange.scene().chat(),
                        exchange.member().id())
                .flatMap(rows -> {
                    if (rows.size() == 0) {
                        return begin(exchange, playbook, prompt, occurrence, member);
                    }
                    Row run = rows.iterator().next();
                    if (run.getBoolean("open")) {
                        return exchange.resume(run.getLong("id"));
                    }
                    if (run.getBoolean("done")) {
                        exchange.say(Wording.SPEECH.say(exchange, "offer.answered"));
                        return Uni.createFrom().voidItem();
                    }
                    return begin(exchange, playbook, prompt, occurrence, member);
                });
    }

    private Uni<Void> begin(Exchange exchange, String playbook, long prompt, String occurrence, long member) {
        return Expiring.makeWay(exchange, playbook)
                .chain(() -> exchange.begin(playbook))
                .invoke(() -> {
                    OpenRun front = exchange.front();
                    if (front != null) {
                        link(exchange, prompt, occurrence, member, front.id());
                    }
                });
    }

    /** Asks again tomorrow, unless it is begun: then it keeps its place. */
    public Uni<Void> later(Exchange exchange, String playbook, long prompt, String occurrence) {
        return waiting.tomorrow(exchange, playbook)
                .invoke(run ->
                        link(exchange, prompt, occurrence, exchange.member().id(), run))
                .replaceWithVoid();
    }

    private static void link(Exchange exchange, long prompt, String occurrence, long member, long run) {
        int organisation = exchange.organisation().number();
        long reader = exchange.member().id();
        if (member == reader) {
            exchange.write(LINK, organisation, prompt, occurrence, member, run, exchange.utc());
        } else {
            exchange.write(HELP, organisation, prompt, occurrence, member, run, exchange.utc(), reader);
        }
    }
}
