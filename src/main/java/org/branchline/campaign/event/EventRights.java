package org.branchline.campaign.event;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import org.branchline.intake.Exchange;
import org.branchline.roster.Access;
import org.branchline.roster.Branch;
import org.branchline.roster.BranchBook;
import org.branchline.roster.Deed;
import org.jspecify.annotations.Nullable;

/** Who sees to an event: its host, and whoever holds {@link Deed#HOST} in all of the branches it is for. */
public final class EventRights {

    /** What {@link #may} says, of {@code event e}: {@code $4} everywhere, {@code $5} keys of branches, {@code $6} the host or null. */
    static final String MAY = """
            ($4 or e.host = $6 or jsonb_array_length(coalesce(e.audience::jsonb -> 'branch', '[]')) > 0 and not exists (
              select from jsonb_array_elements_text(e.audience::jsonb -> 'branch') b where b <> all ($5::text[])))
            """;

    /** Whether it is open to anybody whom somebody looks after, or theirs: as {@link #MAY}, with all branches above those too. */
    static final String CONCERNS = """
            ($4 or e.host = $6 or cardinality($5::text[]) > 0 and (
              jsonb_array_length(coalesce(e.audience::jsonb -> 'branch', '[]')) = 0 or exists (
                select from jsonb_array_elements_text(e.audience::jsonb -> 'branch') b where b = any ($5::text[]))))
            """;

    private EventRights() {}

    /**
     * What statements that ask for rights take.
     *
     * @param all whether somebody sees to events of the whole organisation
     * @param branches keys of the branches that count
     * @param host the number of whoever is host of their own, null where they may be host of nothing
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
    record Rights(boolean all, String[] branches, @Nullable Long host) {}

    /** Of this chat's member, for {@link #MAY}. */
    static Rights of(Exchange exchange, Access access) {
        return new Rights(
                access.may(Deed.HOST, null),
                access.where(Deed.HOST).stream().map(Branch::key).toArray(String[]::new),
                access.mayAnywhere(Deed.HOST) ? exchange.member().id() : null);
    }

    /** Of this chat's member, for {@link #CONCERNS}. */
    static Rights concerning(Exchange exchange, Access access) {
        BranchBook book = exchange.scene().branches();
        List<Branch> theirs = access.where(Deed.HOST);
        return new Rights(
                access.may(Deed.HOST, null),
                book.all().stream()
                        .filter(branch -> theirs.stream().anyMatch(own -> book.within(own.id(), branch.id())))
                        .map(Branch::key)
                        .toArray(String[]::new),
                exchange.member().id());
    }

    /** Whether this chat's member does. */
    public static boolean may(Exchange exchange, Access access, Event event) {
        Long host = event.host();
        boolean own = host != null && host == exchange.member().id() && access.mayAnywhere(Deed.HOST);
        return own || may(access, event, exchange.scene().branches());
    }

    /** The shift of this number; empty where this chat's member does not see to it. */
    public static Uni<Optional<Shift>> theirs(Exchange exchange, long shift) {
        return Uni.combine()
                .all()
                .unis(
                        exchange.access(),
                        Shifts.find(exchange::read, exchange.scene().bot(), shift))
                .asTuple()
                .map(found -> found.getItem2().filter(each -> may(exchange, found.getItem1(), each.event())));
    }

    private static boolean may(Access access, Event event, BranchBook book) {
        if (event.audience().branches().isEmpty()) {
            return access.may(Deed.HOST, null);
        }
        return event.audience().branches().stream()
                .allMatch(key ->
                        access.may(Deed.HOST, book.branch(key).map(Branch::id).orElse(null)));
    }
}
