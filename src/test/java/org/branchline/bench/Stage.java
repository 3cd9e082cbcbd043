package org.branchline.bench;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.branchline.database.DatabaseAddress;
import org.branchline.database.Jdbc;
import org.branchline.database.embedded.EmbeddedPostgres;
import org.branchline.database.embedded.Role;

/** A folder with the service's data, and the Bot API end. Services come and go on it, one at a time. */
final class Stage implements AutoCloseable {

    /** Telegram's default. */
    static final int CONNECTIONS = 40;

    private static final long FIRST_MEMBER = 6_200_000_000L;

    final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    final BotApiEnd botApi = new BotApiEnd(vertx);
    private final Path folder;

    Stage() {
        try {
            folder = Files.createTempDirectory("branchline-bench");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without pacing, unless the settings say otherwise. */
    ServiceProcess service(Map<String, String> settings) {
        return service(true, settings);
    }

    ServiceProcess service(boolean shippedOptions, Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(Map.of("SEND_RATE", "0", "CHAT_RATE", "0"));
        all.put("TELEGRAM_API_URL", botApi.url());
        all.putAll(settings);
        return ServiceProcess.start(folder, shippedOptions, all);
    }

    Crowd crowd(ServiceProcess service, int connections) {
        return new Crowd(
                vertx, botApi, service.port(), "/telegram/" + ServiceProcess.BOT, ServiceProcess.SECRET, connections);
    }

    /** The ceiling, on the server that the running service holds. */
    Ceiling ceiling() {
        return new Ceiling(vertx, EmbeddedPostgres.running(data()).address(Role.OWNER));
    }

    /** So many members who agreed and have a chat with the bot, put beside those who are there. */
    void members(int count) {
        try (Connection connection = owner();
                Statement statement = connection.createStatement()) {
            statement.execute("insert into member (organisation, telegram_user, name, language, standing)"
                    + " select 1, " + FIRST_MEMBER + " + n, 'Member', 'en', 'known' from generate_series(1, " + count
                    + ") n");
            statement.execute("insert into consent (organisation, member, purpose, version, language, given_at)"
                    + " select 1, m.id, w.purpose, w.version, 'en', now() from member m"
                    + " join consent_wording w on w.organisation = m.organisation");
            statement.execute("insert into chat (organisation, bot, id, member)" + " select 1, " + ServiceProcess.BOT
                    + ", telegram_user, id from member");
            statement.execute("analyze member, chat, consent");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * Everybody is to be asked the check-in's questions at a full minute, all by one clock.
     *
     * @param due in UTC
     */
    void prompt(LocalDateTime due) {
        owner("""
                with p as (
                  insert into prompt (organisation, bot, playbook, audience, rule, starts)
                  values (1, %s, 'branch-week', '{}', 'FREQ=DAILY;COUNT=1', '%s') returning id)
                insert into schedule (organisation, kind, subject, planned_until)
                select 1, 'prompt', id, clock_timestamp() from p
                """.formatted(ServiceProcess.BOT, due));
    }

    /** How many of a prompt's audience stand in the outbox. */
    long planned() {
        return number("""
                select count(*) from outbox o join broadcast b on b.organisation = o.organisation and b.content = o.content
                where b.prompt is not null""");
    }

    private void owner(String sql) {
        try (Connection connection = owner();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private long number(String sql) {
        try (Connection connection = owner();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Connection owner() throws SQLException {
        Connection connection = Jdbc.connect(EmbeddedPostgres.running(data()).address(Role.OWNER));
        try (Statement statement = connection.createStatement()) {
            statement.execute("set branchline.organisation = '1'");
        }
        return connection;
    }

    /** The embedded server on its own, for a service that is given it by {@code DATABASE_URL}. */
    Ground ground() {
        Path own = folder.resolve("ground");
        try {
            Files.createDirectories(own);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        EmbeddedPostgres server = EmbeddedPostgres.start(own, own.resolve("programs"), true);
        try (Connection connection = Jdbc.connect(server.address(Role.SUPERUSER));
                Statement statement = connection.createStatement()) {
            statement.execute("grant branchline_service to " + Role.OWNER.roleName());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return new Ground(server);
    }

    /** A server without a service. */
    record Ground(EmbeddedPostgres server) implements AutoCloseable {

        int port() {
            return server.address(Role.OWNER).port();
        }

        /** The same server behind another port. */
        String url(int port) {
            DatabaseAddress owner = server.address(Role.OWNER);
            return DatabaseAddress.local(port, owner.database(), owner.user(), owner.password())
                    .secretUrl();
        }

        String key() {
            return "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";
        }

        @Override
        public void close() {
            server.close();
        }
    }

    double postgresCpuMillis() {
        return Proc.cpuMillisWithChildren(Proc.postmaster(data()));
    }

    Path data() {
        return folder.resolve("data");
    }

    @Override
    public void close() {
        Await.now(vertx.close());
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.delete(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
