package org.branchline.drill;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

/** Prompts of an installation, and what its database says of them. */
final class Prompted {

    /** The first question of what is asked. */
    static final String QUESTION = "Weekly check-in. Did the branch do anything this week?";

    private static final String NEW = """
            with p as (
              insert into prompt (organisation, bot, playbook, audience, rule, starts)
              values (1, ?, 'branch-week', ?, ?, ?) returning id)
            insert into schedule (organisation, kind, subject, planned_until) select 1, 'prompt', id, ? from p
            """;

    /** What was said by itself to whom a prompt asked. */
    private static final String QUESTIONS = """
            outbox o join prompt_asked a on a.organisation = o.organisation and a.run = o.run""";

    private final Installation installation;

    Prompted(Installation installation) {
        this.installation = installation;
    }

    /** Members live by these clocks, as many by each, in the order of their chats. */
    void live(List<ZoneId> zones) throws SQLException {
        try (Connection owner = installation.owner();
                PreparedStatement statement = owner.prepareStatement("""
                        update member m set timezone = (?::text[])[1 + n.place % ?], weekly_messages = 1000
                        from (select id, row_number() over (order by telegram_user) - 1 as place from member) n
                        where m.id = n.id""")) {
            statement.setArray(
                    1,
                    owner.createArrayOf(
                            "text", zones.stream().map(ZoneId::getId).toArray()));
            statement.setInt(2, zones.size());
            statement.executeUpdate();
        }
    }

    /** One of them lives elsewhere from now on. */
    void move(long telegramUser, ZoneId zone) throws SQLException {
        try (Connection owner = installation.owner();
                PreparedStatement statement =
                        owner.prepareStatement("update member set timezone = ? where telegram_user = ?")) {
            statement.setString(1, zone.getId());
            statement.setLong(2, telegramUser);
            statement.executeUpdate();
        }
    }

    /**
     * Begins one.
     *
     * @param audience criteria
     * @param now as people see it
     */
    void begin(String audience, String rule, LocalDateTime starts, OffsetDateTime now) throws SQLException {
        try (Connection owner = installation.owner();
                PreparedStatement statement = owner.prepareStatement(NEW)) {
            statement.setLong(1, Installation.BOT);
            statement.setString(2, audience);
            statement.setString(3, rule);
            statement.setObject(4, starts);
            statement.setObject(5, now);
            statement.executeUpdate();
        }
    }

    /** Questions in one of these states. */
    long questions(String... states) throws SQLException {
        return number(
                "select count(*) from " + QUESTIONS + " where o.state = any('{" + String.join(",", states) + "}')");
    }

    /** How long after their moment the last of them stood in the outbox, in seconds. */
    double latest() throws SQLException {
        return seconds("""
                select max(extract(epoch from o.created_at - c.due_at)) from %s
                join member m on m.organisation = a.organisation and m.id = a.member
                join schedule s on s.organisation = a.organisation and s.kind = 'prompt' and s.subject = a.prompt
                join occurrence c on c.organisation = a.organisation and c.schedule = s.id and c.occurrence = a.occurrence
                  and c.zone = m.timezone""".formatted(QUESTIONS));
    }

    long number(String sql) throws SQLException {
        return (long) seconds(sql);
    }

    private double seconds(String sql) throws SQLException {
        try (Connection owner = installation.owner();
                Statement statement = owner.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getDouble(1);
        }
    }

    static OffsetDateTime now() {
        return OffsetDateTime.now(ZoneOffset.UTC);
    }
}
