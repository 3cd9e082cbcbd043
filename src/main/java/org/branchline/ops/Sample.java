package org.branchline.ops;

import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowIterator;
import io.vertx.sqlclient.RowSet;
import java.util.EnumMap;
import java.util.Map;
import org.branchline.delivery.Priority;

/**
 * What Postgres held of a bot at a moment.
 *
 * @param queues by priority
 * @param asking runs whose question is open
 * @param waiting runs that fall due or wait for another to end
 * @param dead updates that were given up
 * @param parked updates that are tried again
 */
record Sample(Map<Priority, Queue> queues, long asking, long waiting, long dead, long parked) {

    /** How many rows are counted of anything that may be many. */
    static final int MOST = 10_000;

    /** How many updates are counted that were put aside. */
    private static final int MOST_LETTERS = 1_000;

    /**
     * Organisation, bot. As far as rows are counted they are read in the order of the index that claims them, a page of ten
     * thousand at most of each priority, however many wait: ordered by number alone, Postgres may read all that ever left.
     */
    static final String QUEUES = """
            select p.priority, count(q.due_at) as rows,
              coalesce(extract(epoch from clock_timestamp() - min(q.due_at) filter (where q.due_at <= clock_timestamp())), 0)::float8
                as oldest
            from generate_series(0, %d) as p(priority)
            left join lateral (
              select o.due_at from outbox o
              where o.organisation = $1 and o.bot = $2 and o.state = 'queued' and o.priority = p.priority
              order by o.priority, o.id limit %d) q on true
            group by p.priority order by p.priority
            """.formatted(Priority.values().length - 1, MOST);

    /** Organisation, bot: each by the index of its stage. */
    static final String RUNS = """
            select
              (select count(*) from (
                select from run where organisation = $1 and bot = $2 and stage = 'asking' limit %1$d) a) as asking,
              (select count(*) from (
                select from run where organisation = $1 and bot = $2 and stage = 'waiting' order by due_at limit %1$d) w) as waiting
            """.formatted(MOST);

    /** Organisation, bot. They stay 7 days. */
    static final String LETTERS = """
            select count(*) filter (where state = 'dead') as dead, count(*) filter (where state = 'parked') as parked
            from (select state from dead_letter where organisation = $1 and bot = $2 limit %d) l
            """.formatted(MOST_LETTERS);

    static final Sample EMPTY = new Sample(Map.of(), 0, 0, 0, 0);

    /**
     * The messages of a priority that wait.
     *
     * @param rows at most {@link #MOST}
     * @param oldest seconds for which the oldest that may go has waited, 0 for none
     */
    record Queue(long rows, double oldest) {
        static final Queue NONE = new Queue(0, 0);
    }

    Sample {
        queues = Map.copyOf(queues);
    }

    static Sample of(RowSet<Row> queues, RowSet<Row> runs, RowSet<Row> letters) {
        Map<Priority, Queue> all = new EnumMap<>(Priority.class);
        // Both in the order of going.
        RowIterator<Row> rows = queues.iterator();
        for (Priority priority : Priority.values()) {
            Row row = rows.next();
            all.put(priority, new Queue(row.getLong("rows"), row.getDouble("oldest")));
        }
        Row run = runs.iterator().next();
        Row letter = letters.iterator().next();
        return new Sample(
                all, run.getLong("asking"), run.getLong("waiting"), letter.getLong("dead"), letter.getLong("parked"));
    }

    Queue queue(Priority priority) {
        return queues.getOrDefault(priority, Queue.NONE);
    }
}
