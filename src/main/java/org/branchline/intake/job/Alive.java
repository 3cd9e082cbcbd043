package org.branchline.intake.job;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.ZoneOffset;
import org.branchline.database.Clock;
import org.branchline.database.Transactions;
import org.branchline.roster.Bot;
import org.jboss.logging.Logger;

/**
 * Notices an outage: presses that nobody took for 150 s are gone at the platform, so whoever was in conversation gets the
 * open question once more.
 */
@Singleton
class Alive {

    private static final Logger LOG = Logger.getLogger(Alive.class);

    /**
     * Organisation, bot, now as people see it. One job for each run that was in conversation in the 10 minutes before the
     * last sign of life, where that was more than 150 s ago (Telegram: how long it keeps presses).
     */
    private static final String SIGN_OF_LIFE = """
            with before as (
              select alive_at, clock_timestamp() - alive_at as silence from bot
              where organisation = $1 and id = $2 for update
            ), alive as (
              update bot set alive_at = clock_timestamp() where organisation = $1 and id = $2
            )
            insert into job (organisation, kind, key, argument, due_at)
            select $1, 'ask again', r.id || '@' || before.alive_at,
              jsonb_build_object('bot', r.bot, 'chat', r.chat, 'run', r.id), clock_timestamp()
            from before join run r on r.organisation = $1 and r.bot = $2 and r.stage = 'asking'
              and r.touched_at > $3::timestamptz - before.silence - interval '10 minutes'
            where before.silence > interval '150 seconds'
            on conflict do nothing
            """;

    private final Transactions transactions;
    private final Clock clock;

    Alive(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    Uni<Void> sign(Bot bot) {
        return transactions
                .inTransaction(
                        bot.organisation(),
                        tx -> tx.query(
                                SIGN_OF_LIFE,
                                bot.organisation().number(),
                                bot.id(),
                                clock.now().atOffset(ZoneOffset.UTC)))
                .invoke(rows -> {
                    if (rows.rowCount() > 0) {
                        LOG.infof("bot=%d was away; open questions asked again: %d", bot.id(), rows.rowCount());
                    }
                })
                .replaceWithVoid();
    }
}
