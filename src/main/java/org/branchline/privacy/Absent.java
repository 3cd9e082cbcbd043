package org.branchline.privacy;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.branchline.database.OrganisationId;
import org.branchline.database.Transactions;
import org.branchline.database.Tx;
import org.branchline.database.Writes;
import org.branchline.playbooks.Keep;
import org.jspecify.annotations.Nullable;

/**
 * Members who were not here for as long as the consent they gave covers: they are erased as if they had asked for it. How
 * long that is, the organisation's files say ({@code keep} of the required consent); without it members stay.
 */
@Singleton
class Absent {

    private static final int STEP = 100;

    private static final String SETTINGS = "select settings from organisation where id = $1";

    private static final String LONG_AWAY = """
            select m.telegram_user from member m
            where m.organisation = $1 and m.joined_at < $2
              and not exists (select 1 from chat c where c.organisation = m.organisation and c.member = m.id
                and (c.seen_at >= $2 or exists (select 1 from run r where r.organisation = c.organisation
                  and r.bot = c.bot and r.chat = c.id and r.touched_at >= $2)))
              and not exists (select 1 from member_role r where r.organisation = m.organisation and r.member = m.id)
            limit $3
            """;

    private final Transactions transactions;
    private final Erasing erasing;

    Absent(Transactions transactions, Erasing erasing) {
        this.transactions = transactions;
        this.erasing = erasing;
    }

    /** Erases them, some at a time; completes with how many there were. */
    Uni<Integer> erase(OrganisationId organisation, Instant now) {
        return transactions
                .inTransaction(organisation, tx -> tx.query(SETTINGS, organisation.number()))
                .map(rows -> keep(rows.iterator().next().getJsonObject("settings")))
                .chain(keep -> keep.map(period -> some(
                                organisation,
                                now,
                                now.atOffset(ZoneOffset.UTC).minus(period).toInstant(),
                                0))
                        .orElseGet(() -> Uni.createFrom().item(0)));
    }

    private Uni<Integer> some(OrganisationId organisation, Instant now, Instant before, int sofar) {
        return transactions
                .inTransaction(
                        organisation,
                        tx -> tx.query(LONG_AWAY, organisation.number(), before.atOffset(ZoneOffset.UTC), (long) STEP))
                .map(rows -> {
                    List<Long> people = new ArrayList<>();
                    for (Row row : rows) {
                        people.add(row.getLong("telegram_user"));
                    }
                    return people;
                })
                .chain(people -> Multi.createFrom()
                        .iterable(people)
                        .onItem()
                        .transformToUniAndConcatenate(person ->
                                transactions.inTransaction(organisation, tx -> erase(tx, organisation, person, now)))
                        .collect()
                        .last()
                        .chain(() -> people.size() < STEP
                                ? Uni.createFrom().item(sofar + people.size())
                                : some(organisation, now, before, sofar + people.size())));
    }

    private Uni<Void> erase(Tx tx, OrganisationId organisation, long person, Instant now) {
        Last last = new Last(tx, new ArrayList<>());
        erasing.erase(last, organisation, person, now);
        return tx.commitWith(last.statements());
    }

    /** What leaves with the commit of a transaction that is no turn. */
    private record Last(Tx tx, List<Uni<?>> statements) implements Writes {

        @Override
        public void write(String sql, @Nullable Object... arguments) {
            statements.add(tx.query(sql, arguments));
        }

        @Override
        public void afterCommit(Runnable step) {
            tx.afterCommit(step);
        }
    }

    /** How long the required consent covers, empty where it does not say. */
    static Optional<Period> keep(JsonObject settings) {
        return settings.getJsonArray("consents", new JsonArray()).stream()
                .map(JsonObject.class::cast)
                .filter(consent -> consent.getBoolean("required", false))
                .map(consent -> consent.getString("keep", ""))
                .flatMap(text -> Keep.parse(text).stream())
                .findFirst();
    }
}
