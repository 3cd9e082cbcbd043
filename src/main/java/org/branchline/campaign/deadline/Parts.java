package org.branchline.campaign.deadline;

import io.vertx.sqlclient.Row;
import java.util.Objects;
import org.branchline.intake.Exchange;
import org.branchline.intake.Speech;

/**
 * How far those are to whom parts of a deadline were passed on.
 *
 * @param all how many they are
 */
public record Parts(int all, int done, int cannot) {

    /** What a query must read of {@link #JOIN}. */
    public static final String COLUMNS = "s.parts, s.parts_done, s.parts_cannot";

    /** Counts them for a deadline {@code d}. */
    public static final String JOIN = """
            cross join lateral (
              select count(*)::int as parts, count(*) filter (where w.said = 'done')::int as parts_done,
                count(*) filter (where w.said = 'cannot')::int as parts_cannot
              from deadline p
              join deadline_holder h on h.organisation = p.organisation and h.deadline = p.id
              left join deadline_answer w on w.organisation = p.organisation and w.deadline = p.id and w.member = h.member
              where p.organisation = d.organisation and p.parent = d.id and p.state = 'open') s
            """;

    private static final Speech SPEECH = Speech.of("handing");

    public static Parts of(Row row) {
        return new Parts(
                Objects.requireNonNull(row.getInteger("parts")),
                Objects.requireNonNull(row.getInteger("parts_done")),
                Objects.requireNonNull(row.getInteger("parts_cannot")));
    }

    /** As somebody reads it, on a line of its own; empty where nothing was passed on. */
    public String line(Exchange exchange) {
        return all == 0 ? "" : "\n" + SPEECH.count(exchange, "parts", all, "done", "" + done, "cannot", "" + cannot);
    }
}
