package org.branchline.campaign.prompt;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.branchline.database.Clock;
import org.branchline.database.LaterWrites;
import org.branchline.database.Transactions;
import org.branchline.database.Tx;
import org.branchline.roster.Bot;
import org.branchline.roster.Organisations;

/**
 * Lets the prompts of an organisation's workspace stand. One that reads as before is left alone, paused and ended ones too; one
 * that is gone from the file ends.
 */
@Singleton
public class StandingPrompts {

    private final Transactions transactions;
    private final Organisations organisations;
    private final Clock clock;

    StandingPrompts(Transactions transactions, Organisations organisations, Clock clock) {
        this.transactions = transactions;
        this.organisations = organisations;
        this.clock = clock;
    }

    /** Makes them stand for a bot; the same file again changes nothing. */
    public Uni<Void> apply(Bot bot) {
        Map<String, Wanted> wanted = new HashMap<>();
        for (JsonObject written :
                organisations.organisation(bot.organisation()).about().entries("prompts")) {
            wanted.put(written.getString("prompt"), WrittenPrompt.read(written));
        }
        return transactions.inTransaction(bot.organisation(), tx -> tx.query(
                        "select pg_advisory_xact_lock(hashtext('prompts'), $1)::text",
                        bot.organisation().number())
                .chain(locked -> Prompts.keyed(tx::query, bot.organisation()))
                .chain(held -> carryOut(tx, bot, wanted, held)));
    }

    private Uni<Void> carryOut(Tx tx, Bot bot, Map<String, Wanted> wanted, Map<String, Prompt> held) {
        LaterWrites writes = new LaterWrites(tx);
        held.forEach((key, prompt) -> {
            if (!wanted.containsKey(key)) {
                Prompts.end(writes, prompt);
                Prompts.unname(writes, prompt);
            }
        });
        List<Map.Entry<String, Wanted>> changed = wanted.entrySet().stream()
                .filter(entry -> {
                    Prompt prompt = held.get(entry.getKey());
                    return prompt == null
                            || !prompt.bot().equals(bot)
                            || !prompt.wanted().same(entry.getValue());
                })
                .sorted(Map.Entry.comparingByKey())
                .toList();
        return Multi.createFrom()
                .iterable(changed)
                .onItem()
                .transformToUniAndConcatenate(
                        entry -> Prompts.begin(tx::query, writes, bot, entry.getKey(), entry.getValue(), clock.now()))
                .collect()
                .last()
                .chain(writes::commit);
    }
}
