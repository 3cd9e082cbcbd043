package org.branchline.campaign.event;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.branchline.database.OrganisationId;
import org.branchline.database.Reads;

/**
 * Some of those who asked for a place of a shift, in the order of their asking, and how many there are of each standing.
 *
 * @param all those of this part, by standing as many as it may hold
 * @param from so many of each standing come before
 */
public record Attendees(List<Attendee> all, Counts counts, int from) {

    /** So many of each standing stand in a message with others. */
    public static final int MANY = 25;

    private static final String OF = """
            with part as materialized (
              select p.*, row_number() over (partition by p.state order by p.queue) as n from shift_place p
              where p.organisation = $1 and p.shift = $2 and p.state <> 'invited')
            select p.id, coalesce(m.name, p.guest) as name, p.member is null as guest, p.state, p.came,
              b.name as bringer, p.state = 'held' and p.unconfirmed_since is not null as unconfirmed,
              p.member is null or exists (
                select from chat c
                where c.organisation = $1 and c.bot = e.bot and c.member = p.member and c.reachable
                  and c.moved_to is null) as reachable,
              m.stopped_at is not null as stopped,
              p.member is not null and p.state = 'held' and not exists (
                select from shift_place o
                join shift os on os.organisation = $1 and os.id = o.shift and os.state = 'open' and os.ends_at <= s.starts_at
                join event oe on oe.organisation = $1 and oe.id = os.event and oe.bot = e.bot and oe.kind = e.kind
                where o.organisation = $1 and o.member = p.member and o.state = 'held' and o.shift <> s.id
                  and o.came is distinct from false) as first,
              array(
                select o.came from shift_place o
                join shift os on os.organisation = $1 and os.id = o.shift and os.state = 'open' and os.starts_at <= s.starts_at
                where o.organisation = $1 and o.member = p.member and o.state = 'held' and o.came is not null
                order by os.starts_at desc, os.id desc limit $3) as lately
            from shift s
            join event e on e.organisation = $1 and e.id = s.event
            join part p on p.n > $4 and p.n <= $5
            left join member m on m.organisation = $1 and m.id = p.member
            left join member b on b.organisation = $1 and b.id = p.invited_by and p.guest is null
            where s.organisation = $1 and s.id = $2
            order by p.queue
            """;

    private static final String COUNTS = """
            select count(*) filter (where state = 'held')::int as held, count(*) filter (where state = 'offered')::int as offered,
              count(*) filter (where state = 'waiting')::int as waiting, count(*) filter (where state = 'left')::int as left,
              count(*) filter (where guest is not null and state in ('held', 'waiting', 'offered'))::int as guests,
              count(*) filter (where state = 'held' and came is null)::int as unsaid
            from shift_place where organisation = $1 and shift = $2
            """;

    private static final String NOTE = """
            update shift_place set came = $4 where organisation = $1 and shift = $2 and id = $3 and state = 'held'
            """;

    private static final String ALL_CAME = """
            update shift_place set came = true where organisation = $1 and shift = $2 and state = 'held' and came is null
            """;

    public Attendees {
        all = List.copyOf(all);
    }

    /**
     * How many there are.
     *
     * @param guests those without a chat who want to come
     * @param unsaid those who have a place and of whom nobody said whether they came
     */
    public record Counts(int held, int offered, int waiting, int left, int guests, int unsaid) {

        /** Of those with a chat, how many want to come. */
        public int members() {
            return held + offered + waiting - guests;
        }

        /** Of this standing; only of those that a host sees. */
        public int of(Standing standing) {
            return switch (standing) {
                case HELD -> held;
                case OFFERED -> offered;
                case WAITING -> waiting;
                case LEFT -> left;
                case NONE, INVITED, LAPSED -> 0;
            };
        }
    }

    /** The first of a shift, as of now. */
    public static Uni<Attendees> of(Reads reads, OrganisationId organisation, long shift) {
        return of(reads, organisation, shift, 0, MANY);
    }

    /**
     * A part of those of a shift, as of now.
     *
     * @param from so many of each standing come before
     * @param most so many of each standing are in it
     */
    public static Uni<Attendees> of(Reads reads, OrganisationId organisation, long shift, int from, int most) {
        return Uni.combine()
                .all()
                .unis(
                        reads.read(
                                OF, organisation.number(), shift, (long) NoShow.MANY, (long) from, (long) from + most),
                        reads.read(COUNTS, organisation.number(), shift))
                .asTuple()
                .map(found -> {
                    List<Attendee> all = new ArrayList<>();
                    found.getItem1().forEach(row -> all.add(of(row)));
                    return new Attendees(all, counts(found.getItem2().iterator().next()), from);
                });
    }

    private static Attendee of(Row row) {
        return new Attendee(
                row.getLong("id"),
                row.getString("name"),
                Standing.of(row.getString("state")),
                row.getBoolean("guest"),
                row.getBoolean("unconfirmed"),
                row.getBoolean("came"),
                row.getBoolean("first"),
                row.getString("bringer"),
                NoShow.often(Arrays.asList(row.getArrayOfBooleans("lately"))),
                row.getBoolean("reachable"),
                row.getBoolean("stopped"));
    }

    private static Counts counts(Row row) {
        return new Counts(
                row.getInteger("held"),
                row.getInteger("offered"),
                row.getInteger("waiting"),
                row.getInteger("left"),
                row.getInteger("guests"),
                row.getInteger("unsaid"));
    }

    /** Notes whether somebody came. */
    public static Uni<Void> note(Reads reads, OrganisationId organisation, long shift, long place, boolean came) {
        return reads.read(NOTE, organisation.number(), shift, place, came).replaceWithVoid();
    }

    /** Notes that all came of whom nothing is noted yet. */
    public static Uni<Void> allCame(Reads reads, OrganisationId organisation, long shift) {
        return reads.read(ALL_CAME, organisation.number(), shift).replaceWithVoid();
    }

    /** Those of this part who stand to it like this. */
    public List<Attendee> standing(Standing standing) {
        return all.stream().filter(one -> one.standing() == standing).toList();
    }

    /** How many of this standing come behind this part. */
    public int behind(Standing standing) {
        return Math.max(0, counts.of(standing) - from - standing(standing).size());
    }

    /** Whether anybody comes behind this part who has a place, is offered one or waits. */
    public boolean more() {
        return Stream.of(Standing.HELD, Standing.OFFERED, Standing.WAITING).anyMatch(each -> behind(each) > 0);
    }

    /** What somebody is called among the others: the first name, the whole one where another has the same. */
    public String called(Attendee one) {
        Stream<Attendee> others = all.stream().filter(other -> other.place() != one.place());
        String name = one.firstName();
        return others.anyMatch(other -> other.firstName().equalsIgnoreCase(name)) ? one.fullName() : name;
    }
}
