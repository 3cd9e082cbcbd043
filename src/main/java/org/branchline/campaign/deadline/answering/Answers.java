package org.branchline.campaign.deadline.answering;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.branchline.campaign.deadline.Deadlines;
import org.branchline.database.Cipher;
import org.branchline.intake.Exchange;
import org.jspecify.annotations.Nullable;

/** Keeps what members say to a deadline: the last thing counts, and the same thing twice changes nothing. */
final class Answers {

    static final String DONE = "done";
    static final String CANNOT = "cannot";
    static final String LATER = "later";

    /** Whoever says why they cannot does it within this time, or means something else. */
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final String ANSWER = """
            insert into deadline_answer (organisation, deadline, member, said, said_at, remind_at, reason_until)
            values ($1, $2, $3, $4, $5, $6, $7)
            on conflict (organisation, deadline, member) do update set said = excluded.said, said_at = excluded.said_at,
              remind_at = excluded.remind_at, reason_until = excluded.reason_until, key_id = null, ciphertext = null,
              told_at = null
            where deadline_answer.said <> excluded.said or excluded.said = 'later'
            """;

    /** Not where they began to write something else since. */
    private static final String AWAITED = """
            select a.deadline from deadline_answer a
            where a.organisation = $1 and a.member = $2 and a.said = 'cannot' and a.reason_until > $3
              and not exists (
                select from composing c where c.organisation = $1 and c.member = $2 and c.touched_at > a.said_at)
              and not exists (
                select from deadline_sketch s where s.organisation = $1 and s.member = $2 and s.touched_at > a.said_at)
            order by a.said_at desc limit 1
            """;

    private static final String REASON = """
            update deadline_answer set key_id = $4, ciphertext = $5, reason_until = null
            where organisation = $1 and deadline = $2 and member = $3 and said = 'cannot' and told_at is null
            """;

    private static final String NO_REASON =
            "update deadline_answer set reason_until = null where organisation = $1 and member = $2 and reason_until is not null";

    private Answers() {}

    static void done(Exchange exchange, long deadline) {
        say(exchange, deadline, DONE, null, null);
    }

    /** What the member writes next is why. */
    static void cannot(Exchange exchange, long deadline) {
        say(exchange, deadline, CANNOT, null, exchange.now().plus(PATIENCE));
    }

    static void later(Exchange exchange, long deadline, Instant at) {
        say(exchange, deadline, LATER, at, null);
    }

    private static void say(
            Exchange exchange, long deadline, String said, @Nullable Instant remindAt, @Nullable Instant reasonUntil) {
        int organisation = exchange.organisation().number();
        long member = exchange.member().id();
        exchange.write(
                ANSWER,
                organisation,
                deadline,
                member,
                said,
                exchange.utc(),
                remindAt == null ? null : remindAt.atOffset(ZoneOffset.UTC),
                reasonUntil == null ? null : reasonUntil.atOffset(ZoneOffset.UTC));
        Deadlines.takeBack(exchange, deadline, member);
    }

    /** The deadline for which this chat's member was asked why not. */
    static Uni<Optional<Long>> awaited(Exchange exchange) {
        return exchange.read(
                        AWAITED,
                        exchange.organisation().number(),
                        exchange.member().id(),
                        exchange.utc())
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(rows.iterator().next().getLong("deadline")));
    }

    static void reason(Exchange exchange, long deadline, Cipher.Sealed reason) {
        exchange.write(
                REASON,
                exchange.organisation().number(),
                deadline,
                exchange.member().id(),
                reason.keyId(),
                reason.ciphertext());
    }

    /** What the member writes next is something else. */
    static void noReason(Exchange exchange) {
        exchange.write(
                NO_REASON, exchange.organisation().number(), exchange.member().id());
    }
}
