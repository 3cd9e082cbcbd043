package org.branchline.journey;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;
import org.branchline.database.ground.SuiteGround;

/** Makes Postgres refuse every answer that holds a word, so that handling it fails while all else is well. */
final class Choke implements AutoCloseable {

    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final String word;
    private final String name = "choke_" + NUMBERS.incrementAndGet();

    private Choke(String word) {
        this.word = word;
    }

    static Choke on(String word) {
        Choke choke = new Choke(word);
        execute("""
                create function %1$s() returns trigger language plpgsql as $$
                begin
                  if strpos(new::text, '%2$s') > 0 then raise exception 'choked'; end if;
                  return new;
                end $$;
                create trigger %1$s before insert or update on answer for each row execute function %1$s()
                """.formatted(choke.name, word));
        return choke;
    }

    String word() {
        return word;
    }

    /** From now on it is an answer like any other. */
    @Override
    public void close() {
        execute("drop function if exists %s cascade".formatted(name));
    }

    private static void execute(String sql) {
        try (Connection connection = SuiteGround.owner();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
