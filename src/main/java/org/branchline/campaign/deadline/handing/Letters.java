package org.branchline.campaign.deadline.handing;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.branchline.campaign.deadline.Deadline;
import org.branchline.intake.Exchange;
import org.jspecify.annotations.Nullable;

/** What is said of a deadline to one member by themselves, kept until it can be said by day where they live. */
final class Letters {

    /** Whether a branch takes it on. */
    static final String QUESTION = "question";

    /** The same once more. */
    static final String REMINDER = "reminder";

    /** That a part of theirs was taken back. */
    static final String TAKEN = "taken";

    /** So long nobody is reminded; where it is due sooner, half of the time there is. */
    private static final Duration PATIENCE = Duration.ofDays(2);

    private static final String PUT = """
            insert into deadline_letter (organisation, deadline, member, what, asked_by, due_at, said_at)
            values ($1, $2, $3, $4, $5, $6, $7)
            on conflict (organisation, deadline, member, what) do update set asked_by = excluded.asked_by,
              due_at = excluded.due_at, said_at = excluded.said_at
            """;

    private static final String FORGET =
            "delete from deadline_letter where organisation = $1 and deadline = $2 and what <> 'taken'";

    private Letters() {}

    /** One that is to be said from then on. */
    static void put(Exchange exchange, long deadline, long member, String what, @Nullable Long by, Instant due) {
        write(exchange, deadline, member, what, by, due, false);
    }

    /** The question whether a branch takes it on was said just now; who leaves it open is reminded of it once. */
    static void asked(Exchange exchange, Deadline deadline, long member, @Nullable Long by, Instant over) {
        write(exchange, deadline.id(), member, QUESTION, by, exchange.now(), true);
        remindOf(exchange, deadline, member, by, over);
    }

    /**
     * Reminds of the question in a while.
     *
     * @param over when it is too late where the member lives
     */
    static void remindOf(Exchange exchange, Deadline deadline, long member, @Nullable Long by, Instant over) {
        Duration half = Duration.between(exchange.now(), over).dividedBy(2);
        put(
                exchange,
                deadline.id(),
                member,
                REMINDER,
                by,
                exchange.now().plus(half.compareTo(PATIENCE) < 0 ? half : PATIENCE));
    }

    /** Nobody is asked any more whether their branch takes it on. */
    static void forget(Exchange exchange, long deadline) {
        exchange.write(FORGET, exchange.organisation().number(), deadline);
    }

    private static void write(
            Exchange exchange, long deadline, long member, String what, @Nullable Long by, Instant due, boolean said) {
        exchange.write(
                PUT,
                exchange.organisation().number(),
                deadline,
                member,
                what,
                by,
                due.atOffset(ZoneOffset.UTC),
                said ? exchange.utc() : null);
    }
}
