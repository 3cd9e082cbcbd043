package org.branchline.campaign.checkin;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.branchline.campaign.occurrence.Fallen;
import org.branchline.campaign.prompt.Prompt;
import org.branchline.conversation.Keyboard;
import org.branchline.database.Transactions;
import org.branchline.intake.Exchange;
import org.branchline.intake.Turns;

/** Asks the buddies of whoever is silent after the nudge. */
@Singleton
class Helping {

    /** Each of them once, however often it is begun again; nobody who took it by themselves. */
    private static final String NOTED = """
            insert into check_in_help (organisation, prompt, occurrence, member, helper, asked, at)
            select $1, $2, $3, $4, $5, true, $6
            where not exists (
              select from prompt_asked a join run r on r.organisation = $1 and r.id = a.run
              where a.organisation = $1 and a.prompt = $2 and a.occurrence = $3 and a.member = $4
                and r.completed_at is not null)
            on conflict (organisation, prompt, occurrence, member, helper) do nothing
            returning 1
            """;

    private static final String BUDDIES = """
            select distinct c.id from member_role r
            join chat c on c.organisation = $1 and c.bot = $2 and c.member = r.member and c.reachable and c.moved_to is null
            where r.organisation = $1 and r.role = 'buddy' and r.branch = any ($3) and r.member <> $4 order by c.id
            """;

    private final Transactions transactions;
    private final Instance<Turns> turns;
    private final Branchwords words;

    Helping(Transactions transactions, Instance<Turns> turns, Branchwords words) {
        this.transactions = transactions;
        this.turns = turns;
        this.words = words;
    }

    Uni<Void> ask(Prompt prompt, LocalDateTime occurrence, Fallen fallen) {
        return Silent.find(transactions, prompt, occurrence, fallen)
                .flatMap(all -> Silent.each(all, silent -> buddies(prompt, silent)
                        .flatMap(buddies -> Silent.each(buddies, chat -> turns.get()
                                .of(prompt.bot(), chat, exchange -> ask(exchange, prompt, occurrence, silent))))));
    }

    private Uni<List<Long>> buddies(Prompt prompt, Silent silent) {
        return transactions
                .inTransaction(
                        prompt.bot().organisation(),
                        tx -> tx.query(
                                BUDDIES,
                                prompt.bot().organisation().number(),
                                prompt.bot().id(),
                                silent.branches().toArray(Long[]::new),
                                silent.member()))
                .map(rows -> {
                    List<Long> chats = new ArrayList<>();
                    rows.forEach(row -> chats.add(row.getLong("id")));
                    return chats;
                });
    }

    private Uni<Void> ask(Exchange exchange, Prompt prompt, LocalDateTime occurrence, Silent silent) {
        if (Silent.hushed(exchange)) {
            return Uni.createFrom().voidItem();
        }
        return exchange.read(
                        NOTED,
                        exchange.organisation().number(),
                        prompt.id(),
                        occurrence.toString(),
                        silent.member(),
                        exchange.member().id(),
                        exchange.utc())
                .invoke(first -> {
                    if (first.size() > 0) {
                        say(exchange, prompt, silent);
                    }
                })
                .replaceWithVoid();
    }

    private void say(Exchange exchange, Prompt prompt, Silent silent) {
        Silent.tell(
                exchange,
                silent.run(),
                Branchwords.SPEECH.say(
                        exchange,
                        "buddy",
                        "name",
                        exchange.person().name(),
                        "other",
                        silent.name(),
                        "branch",
                        words.names(exchange, silent.branches())),
                Keyboard.row(Branchwords.SPEECH.button(
                        exchange, "take", CheckIn.NAME, CheckIn.TAKE + prompt.id() + "." + silent.member())));
    }
}
