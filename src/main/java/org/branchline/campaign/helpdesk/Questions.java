package org.branchline.campaign.helpdesk;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.branchline.intake.Exchange;

/** Questions that were passed on, and the messages that show them. */
@Singleton
class Questions {

    private static final String SHOWN = """
            select question from question_copy where organisation = $1 and bot = $2 and chat = $3 and message = $4
            """;

    private static final String LOCK = "select 1 from question where organisation = $1 and id = $2 for no key update";

    /** The columns of a question {@code q}; organisation is $1, its bot $2. */
    static final String COLUMNS = """
            q.id, m.telegram_user, m.name, m.language, coalesce(m.timezone, b.timezone) as timezone, q.branch,
              q.state = 'answered' as answered, m.stopped_at is null and coalesce(c.reachable, false) as reachable,
              q.asked_at, q.key_id, q.ciphertext
            from question q
            join member m on m.organisation = q.organisation and m.id = q.member
            left join chat c on c.organisation = q.organisation and c.bot = q.bot and c.id = m.telegram_user
            left join branch b on b.organisation = m.organisation and b.id = m.branch
            where q.organisation = $1 and q.bot = $2
            """;

    private static final String READ = "select " + COLUMNS + " and q.id = $3 and q.state in ('open', 'answered')";

    private static final String COPIES = """
            select p.chat, p.message, m.language from question_copy p
            join member m on m.organisation = p.organisation and m.telegram_user = p.chat
            where p.organisation = $1 and p.bot = $2 and p.question = $3 order by p.message
            """;

    private static final String ANSWERED_BY = """
            select m.id, m.name from question_answer a
            join member m on m.organisation = a.organisation and m.id = a.member
            where a.organisation = $1 and a.question = $2 order by a.answered_at, m.id
            """;

    private final QuestionTexts texts;

    Questions(QuestionTexts texts) {
        this.texts = texts;
    }

    /** A message that shows a question, and the language of the chat it stands in. */
    record Copy(long chat, long message, String language) {}

    /** Whoever answered. */
    record Answerer(long member, String name) {}

    /** The number of the question that a message of this chat shows. */
    Uni<Optional<Long>> shown(Exchange exchange, long message) {
        return exchange.read(
                        SHOWN,
                        exchange.organisation().number(),
                        exchange.scene().bot().id(),
                        exchange.scene().chat(),
                        message)
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(rows.iterator().next().getLong("question")));
    }

    /** The question, empty where whoever asked it is gone. Locked: two who answer at once see each other's answer. */
    Uni<Optional<Question>> locked(Exchange exchange, long id) {
        Uni<RowSet<Row>> lock = exchange.read(LOCK, exchange.organisation().number(), id);
        return Uni.combine().all().unis(lock, read(exchange, id)).asTuple().map(both -> both.getItem2());
    }

    /** The question, empty where whoever asked it is gone. */
    Uni<Optional<Question>> read(Exchange exchange, long id) {
        return exchange.read(
                        READ,
                        exchange.organisation().number(),
                        exchange.scene().bot().id(),
                        id)
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(question(exchange, rows.iterator().next())));
    }

    Question question(Exchange exchange, Row row) {
        long asker = row.getLong("telegram_user");
        return new Question(
                row.getLong("id"),
                asker,
                row.getString("name"),
                row.getString("language"),
                Helpers.zone(row.getString("timezone")),
                row.getLong("branch"),
                row.getBoolean("answered"),
                row.getBoolean("reachable"),
                row.getOffsetDateTime("asked_at").toInstant(),
                texts.open(exchange.organisation(), asker, row.getString("key_id"), row.getBuffer("ciphertext")));
    }

    /** Every message that shows it. */
    Uni<List<Copy>> copies(Exchange exchange, long question) {
        return exchange.read(
                        COPIES,
                        exchange.organisation().number(),
                        exchange.scene().bot().id(),
                        question)
                .map(rows -> {
                    List<Copy> copies = new ArrayList<>();
                    for (Row row : rows) {
                        copies.add(new Copy(row.getLong("chat"), row.getLong("message"), row.getString("language")));
                    }
                    return copies;
                });
    }

    /** Who answered it so far, the first first. */
    Uni<List<Answerer>> answeredBy(Exchange exchange, long question) {
        return exchange.read(ANSWERED_BY, exchange.organisation().number(), question)
                .map(rows -> {
                    List<Answerer> answerers = new ArrayList<>();
                    for (Row row : rows) {
                        answerers.add(new Answerer(row.getLong("id"), row.getString("name")));
                    }
                    return answerers;
                });
    }
}
