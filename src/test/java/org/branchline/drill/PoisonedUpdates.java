package org.branchline.drill;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * Some updates fail whenever they are handled, by a trigger on one text, and Postgres restarts among them. While polling, the
 * process is also killed as soon as one is parked.
 */
final class PoisonedUpdates {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Duration LOOK = Duration.ofMillis(20);

    private static final String CHOKE = """
            create function drill_choke() returns trigger language plpgsql as $$
            begin
              if new.answer = 'POISON' then raise exception 'drill'; end if;
              return new;
            end $$;
            create trigger drill_choke before insert or update on answer for each row execute function drill_choke()
            """;

    private final Path folder;
    private final Installation.Updates way;
    private final int people;
    private final int updatesEach;
    private final int poisoned;

    PoisonedUpdates(Path folder, Installation.Updates way, int people, int updatesEach, int poisoned) {
        this.folder = folder;
        this.way = way;
        this.people = people;
        this.updatesEach = updatesEach;
        this.poisoned = poisoned;
    }

    Figures play() throws SQLException {
        Figures figures =
                new Figures(way == Installation.Updates.WEBHOOK ? "answers/poison" : "answers/poison while polling");
        try (Installation installation = new Installation(folder)) {
            installation.open(way);
            try (Connection owner = installation.owner();
                    Statement statement = owner.createStatement()) {
                statement.execute(CHOKE);
            }
            Crowd crowd = new Crowd(
                    installation.control(),
                    Audit.bundled(),
                    people,
                    number -> number < poisoned
                            ? Volunteer.Manner.poisonous(updatesEach)
                            : Volunteer.Manner.thorough(updatesEach, false));
            crowd.begin();
            List<Outage> outages = new ArrayList<>();
            if (way == Installation.Updates.POLLING) {
                outages.add(killed(installation));
            }
            crowd.awaitUpdates((long) people * updatesEach / 2, PATIENCE);
            Instant gone = Instant.now();
            installation.postgres("stop", "--mode=immediate");
            installation.postgres("start");
            outages.add(new Outage(gone, Instant.now()));
            crowd.awaitAll(PATIENCE);
            figures.add("updates", crowd.updates());
            try (Connection database = installation.owner()) {
                figures.exactly(
                                "dead_letters",
                                count(database, "dead_letter d join chat c on c.id = d.chat where d.state = 'dead'"),
                                poisoned)
                        .exactly("given_up_healthy", healthy(database, crowd), 0)
                        .exactly("still_parked", count(database, "dead_letter where state = 'parked'"), 0);
                crowd.into(figures, database, outages);
            }
        }
        return figures;
    }

    private Outage killed(Installation installation) throws SQLException {
        try (Connection database = installation.owner()) {
            long since = System.nanoTime();
            while (count(database, "dead_letter where state = 'parked'") == 0) {
                if (System.nanoTime() - since > PATIENCE.toNanos()) {
                    throw new IllegalStateException("nothing was parked");
                }
                LockSupport.parkNanos(LOOK.toNanos());
            }
        }
        Instant gone = Instant.now();
        installation.kill();
        installation.open(way);
        return new Outage(gone, Instant.now());
    }

    /** Dead letters of people who said nothing poisonous. */
    private long healthy(Connection database, Crowd crowd) throws SQLException {
        String chats = crowd.volunteers().subList(0, poisoned).stream()
                .map(volunteer -> Long.toString(volunteer.id()))
                .collect(java.util.stream.Collectors.joining(","));
        return count(database, "dead_letter where chat not in (" + chats + ")");
    }

    private static long count(Connection database, String from) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from " + from)) {
            row.next();
            return row.getLong(1);
        }
    }
}
