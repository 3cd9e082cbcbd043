package org.branchline.campaign.event;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.branchline.database.OrganisationId;
import org.branchline.database.Reads;

/** All who asked for a place of a shift, in the order of their asking. */
public record Attendees(List<Attendee> all) {

    private static final String OF = """
            select p.id, coalesce(m.name, p.guest) as name, p.member is null as guest, p.state, p.came,
              b.name as bringer, p.state = 'held' and p.unconfirmed_since is not null as unconfirmed,
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
            join shift_place p on p.organisation = $1 and p.shift = s.id and p.state <> 'invited'
            left join member m on m.organisation = $1 and m.id = p.member
            left join member b on b.organisation = $1 and b.id = p.invited_by and p.guest is null
            where s.organisation = $1 and s.id = $2
            order by p.queue
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

    /** Those of a shift, as of now. */
    public static Uni<Attendees> of(Reads reads, OrganisationId organisation, long shift) {
        return reads.read(OF, organisation.number(), shift, (long) NoShow.MANY).map(rows -> {
            List<Attendee> all = new ArrayList<>();
            rows.forEach(row -> all.add(of(row)));
            return new Attendees(all);
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
                NoShow.often(Arrays.asList(row.getArrayOfBooleans("lately"))));
    }

    /** Notes whether somebody came. */
    public static Uni<Void> note(Reads reads, OrganisationId organisation, long shift, long place, boolean came) {
        return reads.read(NOTE, organisation.number(), shift, place, came).replaceWithVoid();
    }

    /** Notes that all came of whom nothing is noted yet. */
    public static Uni<Void> allCame(Reads reads, OrganisationId organisation, long shift) {
        return reads.read(ALL_CAME, organisation.number(), shift).replaceWithVoid();
    }

    /** Those who stand to it like this. */
    public List<Attendee> standing(Standing standing) {
        return all.stream().filter(one -> one.standing() == standing).toList();
    }

    /** Those without a chat who want to come. */
    public List<Attendee> guests() {
        return all.stream().filter(one -> one.guest() && one.standing().in()).toList();
    }

    /** What somebody is called among the others: the first name, the whole one where another has the same. */
    public String called(Attendee one) {
        Stream<Attendee> others = all.stream().filter(other -> other.place() != one.place());
        String name = one.firstName();
        return others.anyMatch(other -> other.firstName().equalsIgnoreCase(name))
                ? one.name().strip()
                : name;
    }
}
