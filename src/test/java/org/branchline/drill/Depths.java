package org.branchline.drill;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** How much the database holds in the course of time. */
final class Depths {

    private static final double MEGABYTE = 1 << 20;

    private final Installation installation;
    private final List<Double> waiting = new ArrayList<>();
    private final List<Double> megabytes = new ArrayList<>();

    Depths(Installation installation) {
        this.installation = installation;
    }

    synchronized void sample() throws SQLException {
        waiting.add((double) number("select count(*) from outbox where state in ('queued', 'sending')"));
        megabytes.add(number("select pg_database_size(current_database())") / MEGABYTE);
    }

    private long number(String sql) throws SQLException {
        try (Connection database = installation.operator();
                Statement statement = database.createStatement()) {
            return Members.number(statement, sql);
        }
    }

    synchronized void into(Figures figures) throws SQLException {
        figures.exactly("dead_letters", number("select count(*) from dead_letter"), 0)
                .exactly(
                        "replies_uncertain",
                        number("select count(*) from outbox where state = 'uncertain' and content is null"),
                        0)
                .add("outbox_rows", number("select count(*) from outbox"))
                .course("outbox_waiting_by_minute", waiting)
                .course("database_mb_by_minute", megabytes);
    }
}
