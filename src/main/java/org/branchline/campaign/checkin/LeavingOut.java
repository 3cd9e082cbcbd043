package org.branchline.campaign.checkin;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.branchline.campaign.audience.Audiences;
import org.branchline.campaign.prompt.Excusing;
import org.branchline.campaign.prompt.Prompt;
import org.branchline.database.Clock;
import org.branchline.database.Transactions;

/** Leaves out those of a check-in's audience who are away, or whose week it is not. */
@Singleton
class LeavingOut implements Excusing {

    private static final String EXCUSE = """
            insert into prompt_asked (organisation, prompt, occurrence, member, excused, asked_at)
            select $1, $4, $5, h.member, case when h.away_until > $6 then 'away' else 'off' end, $7
            from check_in_choice h
            where h.organisation = $1 and (h.away_until > $6 or h.every > 1 and (($6 - h.since) / 7) % h.every <> 0)
              and h.member in (
                select r.member from (
            """ + Audiences.MEMBERS + """
                ) r)
            on conflict do nothing
            """;

    private final Transactions transactions;
    private final Clock clock;

    LeavingOut(Transactions transactions, Clock clock) {
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public Uni<Void> excuse(Prompt prompt, String occurrence) {
        if (!prompt.wanted().checkIn()) {
            return Uni.createFrom().voidItem();
        }
        return transactions
                .inTransaction(
                        prompt.bot().organisation(),
                        tx -> tx.query(
                                EXCUSE,
                                prompt.bot().organisation().number(),
                                prompt.bot().id(),
                                prompt.wanted().audience().json(),
                                prompt.id(),
                                occurrence,
                                LocalDateTime.parse(occurrence).toLocalDate(),
                                clock.now().atOffset(ZoneOffset.UTC)))
                .replaceWithVoid();
    }
}
