package org.branchline.campaign.deadline;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.branchline.database.OrganisationId;
import org.branchline.database.Reads;
import org.branchline.intake.Exchange;
import org.branchline.intake.Speech;
import org.jspecify.annotations.Nullable;

/**
 * What became of a deadline that a branch was asked to take on.
 *
 * @param branch the number of the branch
 * @param state how far its answer is
 * @param captain the member who answered, null for nobody or somebody erased
 * @param name of that member, empty for none
 * @param said what they said of the deadline since, empty for nothing
 * @param setBy the member who set it, null for somebody erased
 * @param asked when the question was put to the branch's captain first, null while that sleeps
 * @param reminded when they were reminded of it, null where they were not
 */
public record Handed(
        Deadline deadline,
        long branch,
        State state,
        @Nullable Long captain,
        String name,
        String said,
        @Nullable Long setBy,
        Parts parts,
        @Nullable Instant asked,
        @Nullable Instant reminded) {

    /** How far the branch's answer is. */
    public enum State {
        ASKED,
        /** Whoever declines may still say why. */
        DECLINING,
        DECLINED,
        ACCEPTED
    }

    private static final Speech SPEECH = Speech.of("handing");

    private static final String FIND = "select " + Deadlines.COLUMNS
            + ", d.handing, d.captain, d.created_by, c.name as captain_name, a.said, q.asked, q.reminded, "
            + Parts.COLUMNS
            + " from deadline d " + Deadlines.LEAD + """
            left join member c on c.organisation = d.organisation and c.id = d.captain
            left join deadline_answer a on a.organisation = d.organisation and a.deadline = d.id and a.member = d.captain
            cross join lateral (
              select min(l.said_at) filter (where l.what = 'question') as asked,
                max(l.said_at) filter (where l.what = 'reminder') as reminded
              from deadline_letter l where l.organisation = d.organisation and l.deadline = d.id) q
            """ + Parts.JOIN
            + "where d.organisation = $1 and d.bot = $2 and d.id = $3 and d.handing is not null";

    /** The one of that number that a bot handed to a branch, where it is open. */
    public static Uni<Optional<Handed>> find(Exchange exchange, long id) {
        return find(
                exchange::read, exchange.organisation(), exchange.scene().bot().id(), id);
    }

    /** The same outside of a turn. */
    public static Uni<Optional<Handed>> find(Reads database, OrganisationId organisation, long bot, long id) {
        return database.read(FIND, organisation.number(), bot, id)
                .map(rows -> rows.size() == 0
                        ? Optional.<Handed>empty()
                        : Optional.of(of(rows.iterator().next())))
                .map(found -> found.filter(handed -> handed.deadline().open()));
    }

    private static Handed of(Row row) {
        return new Handed(
                Deadlines.of(row),
                Objects.requireNonNull(row.getLong("branch")),
                State.valueOf(row.getString("handing").toUpperCase(Locale.ROOT)),
                row.getLong("captain"),
                Objects.requireNonNullElse(row.getString("captain_name"), ""),
                Objects.requireNonNullElse(row.getString("said"), ""),
                row.getLong("created_by"),
                Parts.of(row),
                instant(row.getOffsetDateTime("asked")),
                instant(row.getOffsetDateTime("reminded")));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime moment) {
        return moment == null ? null : moment.toInstant();
    }

    /** Whether a member took it on for the branch. */
    public boolean heldBy(long member) {
        return state == State.ACCEPTED && captain != null && captain == member;
    }

    /** Whether another branch can be asked: nobody took it on, or whoever did is erased. */
    public boolean waits() {
        return state != State.ACCEPTED || captain == null;
    }

    /** How it stands, in the reader's words. */
    public String line(Exchange exchange) {
        String key =
                switch (state) {
                    case ASKED -> asked == null ? "how.asked" : reminded == null ? "how.asked.on" : "how.asked.again";
                    case DECLINING, DECLINED -> "how.declined";
                    case ACCEPTED ->
                        captain == null
                                ? "how.nobody"
                                : switch (said) {
                                    case "done" -> "how.done";
                                    case "cannot" -> "how.cannot";
                                    default -> "how.accepted";
                                };
                };
        return SPEECH.say(
                        exchange,
                        key,
                        "name",
                        shown(exchange),
                        "branch",
                        branchName(exchange),
                        "day",
                        day(exchange, asked),
                        "again",
                        day(exchange, reminded))
                + parts.line(exchange);
    }

    /** The branch's name, as the reader calls it. */
    public String branchName(Exchange exchange) {
        return exchange.scene()
                .branches()
                .branch(branch)
                .map(one -> one.name(exchange.person().language()))
                .orElse("");
    }

    private static String day(Exchange exchange, @Nullable Instant moment) {
        return moment == null ? "" : Speech.day(exchange, moment);
    }

    private String shown(Exchange exchange) {
        return name.isEmpty() ? SPEECH.say(exchange, "somebody") : name;
    }
}
