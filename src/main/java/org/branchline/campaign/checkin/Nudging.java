package org.branchline.campaign.checkin;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.time.LocalDateTime;
import org.branchline.campaign.occurrence.Fallen;
import org.branchline.campaign.prompt.Prompt;
import org.branchline.conversation.Keyboard;
import org.branchline.database.Transactions;
import org.branchline.intake.Exchange;
import org.branchline.intake.Turns;

/** One reminder, to whoever did not answer by the next day. */
@Singleton
class Nudging {

    private static final String NOTED = """
            update prompt_asked a set nudged_at = $5
            where organisation = $1 and prompt = $2 and occurrence = $3 and member = $4 and nudged_at is null
              and not exists (select from run r where r.organisation = $1 and r.id = a.run and r.completed_at is not null)
            returning 1
            """;

    private final Transactions transactions;
    private final Instance<Turns> turns;
    private final Branchwords words;

    Nudging(Transactions transactions, Instance<Turns> turns, Branchwords words) {
        this.transactions = transactions;
        this.turns = turns;
        this.words = words;
    }

    Uni<Void> nudge(Prompt prompt, LocalDateTime occurrence, Fallen fallen) {
        return Silent.find(transactions, prompt, occurrence, fallen)
                .flatMap(all -> Silent.each(all, silent -> turns.get()
                        .of(prompt.bot(), silent.chat(), exchange -> nudge(exchange, prompt, occurrence, silent))));
    }

    private Uni<Void> nudge(Exchange exchange, Prompt prompt, LocalDateTime occurrence, Silent silent) {
        if (Silent.hushed(exchange)) {
            return Uni.createFrom().voidItem();
        }
        return exchange.read(
                        NOTED,
                        exchange.organisation().number(),
                        prompt.id(),
                        occurrence.toString(),
                        silent.member(),
                        exchange.utc())
                .invoke(first -> {
                    // Another replica may have said it, and the captain answered since they were found.
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
                        exchange, "nudge", "name", silent.name(), "branch", words.names(exchange, silent.branches())),
                Keyboard.row(
                        Branchwords.SPEECH.button(exchange, "answer", CheckIn.NAME, CheckIn.ANSWER + prompt.id())));
    }
}
