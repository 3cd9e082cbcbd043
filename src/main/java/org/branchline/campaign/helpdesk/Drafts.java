package org.branchline.campaign.helpdesk;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.branchline.database.Cipher;
import org.branchline.intake.Exchange;
import org.jspecify.annotations.Nullable;

/** What a member wrote and nobody was shown yet: at most one in a chat. */
@Singleton
class Drafts {

    private static final String FIND = """
            select id, state, key_id, ciphertext, about, asked_at from question
            where organisation = $1 and bot = $2 and member = $3 and state in ('awaited', 'offered')
            """;

    private static final String AWAIT = """
            insert into question (organisation, bot, member, state, asked_at, about) values ($1, $2, $3, 'awaited', $4, $5)
            on conflict (organisation, bot, member) where state in ('awaited', 'offered')
              do update set state = 'awaited', key_id = null, ciphertext = null, asked_at = excluded.asked_at,
                about = excluded.about
            """;

    private static final String OFFER = """
            insert into question (organisation, bot, member, state, key_id, ciphertext, asked_at)
            values ($1, $2, $3, 'offered', $4, $5, $6)
            on conflict (organisation, bot, member) where state in ('awaited', 'offered')
              do update set state = 'offered', key_id = excluded.key_id, ciphertext = excluded.ciphertext,
                asked_at = excluded.asked_at
            returning id
            """;

    private static final String OPEN = """
            update question set state = 'open', branch = $3, asked_at = $4
            where organisation = $1 and id = $2 and state = 'offered'
            """;

    private static final String DROP =
            "delete from question where organisation = $1 and bot = $2 and member = $3 and state in ('awaited', 'offered')";

    private final QuestionTexts texts;

    Drafts(QuestionTexts texts) {
        this.texts = texts;
    }

    /**
     * A draft.
     *
     * @param text empty while the member was told to write and did not yet
     * @param about what they were asked to do, where that is what they ask about; else empty
     */
    record Draft(long id, String text, String about, Instant at) {
        boolean awaited() {
            return text.isEmpty();
        }
    }

    /** The draft of this chat. */
    Uni<Optional<Draft>> find(Exchange exchange) {
        return exchange.read(
                        FIND,
                        exchange.organisation().number(),
                        exchange.scene().bot().id(),
                        exchange.member().id())
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(draft(exchange, rows.iterator().next())));
    }

    private Draft draft(Exchange exchange, Row row) {
        String key = row.getString("key_id");
        String text = key == null
                ? ""
                : texts.open(exchange.organisation(), exchange.scene().chat(), key, row.getBuffer("ciphertext"));
        return new Draft(
                row.getLong("id"),
                text,
                row.getString("about"),
                row.getOffsetDateTime("asked_at").toInstant());
    }

    /** Waits for what the member writes next, about something they were asked to do, or about anything. */
    void await(Exchange exchange, String about) {
        exchange.write(
                AWAIT,
                exchange.organisation().number(),
                exchange.scene().bot().id(),
                exchange.member().id(),
                utc(exchange),
                about);
    }

    /** Keeps what was written until the member says whether it is passed on; completes with its number. */
    Uni<Long> offer(Exchange exchange, String text) {
        Cipher.Sealed sealed =
                texts.seal(exchange.organisation(), exchange.scene().chat(), text);
        return exchange.read(
                        OFFER,
                        exchange.organisation().number(),
                        exchange.scene().bot().id(),
                        exchange.member().id(),
                        sealed.keyId(),
                        sealed.ciphertext(),
                        utc(exchange))
                .map(rows -> rows.iterator().next().getLong("id"));
    }

    /** From here on it is a question that others see. */
    void passOn(Exchange exchange, long id, @Nullable Long branch) {
        exchange.write(OPEN, exchange.organisation().number(), id, branch, utc(exchange));
    }

    /** Forgets what was not passed on. */
    void drop(Exchange exchange) {
        exchange.write(
                DROP,
                exchange.organisation().number(),
                exchange.scene().bot().id(),
                exchange.member().id());
    }

    private static OffsetDateTime utc(Exchange exchange) {
        return exchange.now().atOffset(ZoneOffset.UTC);
    }
}
