package org.branchline.roster;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.branchline.database.OrganisationId;
import org.branchline.database.Transactions;
import org.branchline.database.Tx;
import org.branchline.database.Writes;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The branches of each organisation, kept in memory. What changed here is seen from the commit on, what changed on another
 * replica after {@link #LONGEST} at the latest: until then that replica may tell a captain of yesterday about a newcomer.
 * What somebody may do is never decided by it alone: {@link Roles#access} asks for the roles each time.
 */
@Singleton
public class Branches {

    /** A picture older than this is taken anew, while the old one is still shown. */
    public static final Duration FRESH = Duration.ofSeconds(30);

    /** A picture older than this is shown to nobody. */
    public static final Duration LONGEST = Duration.ofSeconds(60);

    private static final Logger LOG = Logger.getLogger(Branches.class);

    private static final String BRANCHES = """
            select id, key, parent, names, timezone, members_stated from branch
            where organisation = $1 and retired_at is null order by id
            """;

    private static final String OFFICERS = """
            select r.role, nullif(r.branch, 0) as branch, m.id, m.telegram_user, m.name, m.language
            from member_role r join member m on m.organisation = r.organisation and m.id = r.member
            where r.organisation = $1 and m.stopped_at is null order by r.granted_at, m.id
            """;

    private record Picture(BranchBook book, long takenAt) {}

    private final Transactions transactions;
    private final Map<OrganisationId, Picture> pictures = new ConcurrentHashMap<>();
    private final Map<OrganisationId, Boolean> looking = new ConcurrentHashMap<>();
    private final List<Consumer<OrganisationId>> watchers = new CopyOnWriteArrayList<>();
    private final AtomicLong changes = new AtomicLong();

    Branches(Transactions transactions) {
        this.transactions = transactions;
    }

    /** The branches as last seen; waits where nobody looked for a minute. */
    public Uni<BranchBook> book(OrganisationId organisation) {
        Picture picture = pictures.get(organisation);
        long age = picture == null ? Long.MAX_VALUE : System.nanoTime() - picture.takenAt();
        if (picture == null || age > LONGEST.toNanos()) {
            return look(organisation);
        }
        boolean old = age > FRESH.toNanos();
        if (old && looking.putIfAbsent(organisation, true) == null) {
            look(organisation)
                    .onTermination()
                    .invoke(() -> looking.remove(organisation))
                    .subscribe()
                    .with(
                            seen -> {},
                            failure -> LOG.debugf(
                                    "organisation=%s branches not seen: %s",
                                    organisation, failure.getClass().getName()));
        }
        return Uni.createFrom().item(picture.book());
    }

    /** The next call asks the database; for those whose change of a branch or a role is committed. */
    public void forget(OrganisationId organisation) {
        changes.incrementAndGet();
        pictures.remove(organisation);
        watchers.forEach(watcher -> watcher.accept(organisation));
    }

    /** Forgets once what is being written is committed. */
    public void forget(Writes writes, OrganisationId organisation) {
        writes.afterCommit(() -> forget(organisation));
    }

    /** Tells of every organisation whose branches or roles changed here; the watcher must neither block nor fail. */
    public void watch(Consumer<OrganisationId> watcher) {
        watchers.add(watcher);
    }

    private Uni<BranchBook> look(OrganisationId organisation) {
        long now = System.nanoTime();
        long before = changes.get();
        return transactions
                .inTransaction(organisation, tx -> read(tx, organisation))
                .invoke(book -> pictures.compute(
                        organisation,
                        // What was read before a change is not kept.
                        (of, kept) -> changes.get() == before ? new Picture(book, now) : kept));
    }

    private static Uni<BranchBook> read(Tx tx, OrganisationId organisation) {
        return Uni.combine()
                .all()
                .unis(tx.query(BRANCHES, organisation.number()), tx.query(OFFICERS, organisation.number()))
                .asTuple()
                .map(both -> book(both.getItem1(), both.getItem2()));
    }

    private static BranchBook book(RowSet<Row> branches, RowSet<Row> people) {
        List<Officer> officers = new ArrayList<>();
        Map<Long, String> captains = new LinkedHashMap<>();
        for (Row row : people) {
            Grant grant = new Grant(Role.of(row.getString("role")), row.getLong("branch"));
            officers.add(new Officer(
                    grant,
                    row.getLong("id"),
                    row.getLong("telegram_user"),
                    row.getString("name"),
                    row.getString("language")));
            if (grant.role() == Role.CAPTAIN && grant.branch() != null) {
                captains.putIfAbsent(grant.branch(), row.getString("name"));
            }
        }
        List<Branch> list = new ArrayList<>();
        for (Row row : branches) {
            long id = row.getLong("id");
            list.add(new Branch(
                    id,
                    row.getString("key"),
                    row.getLong("parent"),
                    names(row.getJsonObject("names")),
                    zone(row.getString("timezone")),
                    row.getInteger("members_stated"),
                    captains.get(id)));
        }
        return new BranchBook(list, officers);
    }

    private static Map<String, String> names(JsonObject names) {
        Map<String, String> byLanguage = new LinkedHashMap<>();
        names.forEach(entry -> byLanguage.put(entry.getKey(), String.valueOf(entry.getValue())));
        return byLanguage;
    }

    private static @Nullable ZoneId zone(@Nullable String id) {
        try {
            return id == null ? null : ZoneId.of(id);
        } catch (DateTimeException unknownHere) {
            LOG.warnf("A branch has the time zone %s, which this Java does not know", id);
            return null;
        }
    }
}
