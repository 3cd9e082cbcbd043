package org.branchline.campaign.event.meeting;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import java.util.ArrayList;
import java.util.List;
import org.branchline.campaign.event.Shift;
import org.branchline.conversation.engine.Cleaning;
import org.branchline.database.OrganisationId;
import org.branchline.database.Reads;
import org.branchline.intake.Exchange;

/** What people want to talk about at a meeting, in the order in which they said so. */
public record Agenda(List<Item> items) {

    /** Of one member, so that there is time for all. */
    static final int MOST_EACH = 3;

    /** Of all together. */
    static final int MOST = 100;

    /** Characters of one. */
    static final int LONGEST = 200;

    /** What is shown of it beside other things. */
    private static final int BRIEF = 5;

    /** UTF-16 units of each of it there; whoever sees the whole agenda reads all of it. */
    private static final int BRIEF_WORDS = 120;

    private static final Agenda NONE = new Agenda(List.of());

    private static final String OF = """
            select i.id, i.member, m.name, i.said from meeting_item i
            join member m on m.organisation = $1 and m.id = i.member
            where i.organisation = $1 and i.shift = $2 order by i.id limit $3
            """;

    private static final String ADD = """
            insert into meeting_item (organisation, shift, member, said, added_at) select $1, $2, $3, $4, $5
            where (select count(*) from meeting_item where organisation = $1 and shift = $2) < $6
              and (select count(*) from meeting_item where organisation = $1 and shift = $2 and member = $3) < $7
            """;

    private static final String TAKE_OFF = """
            delete from meeting_item where organisation = $1 and shift = $2 and id = $3 and ($4 or member = $5)
            """;

    public Agenda {
        items = List.copyOf(items);
    }

    /**
     * One thing to talk about.
     *
     * @param member who wants to
     * @param name theirs, which only the host reads
     */
    public record Item(long id, long member, String name, String said) {}

    /** That of a shift; nothing where it is no meeting. */
    public static Uni<Agenda> of(Reads reads, OrganisationId organisation, Shift shift) {
        return Meeting.is(shift)
                ? reads.read(OF, organisation.number(), shift.id(), (long) MOST).map(rows -> {
                    List<Item> items = new ArrayList<>();
                    rows.forEach(row -> items.add(item(row)));
                    return new Agenda(items);
                })
                : Uni.createFrom().item(NONE);
    }

    private static Item item(Row row) {
        return new Item(row.getLong("id"), row.getLong("member"), row.getString("name"), row.getString("said"));
    }

    /** Puts something on it for this chat's member; completes with whether there was room. */
    static Uni<Boolean> add(Exchange exchange, long shift, String said) {
        return exchange.read(
                        ADD,
                        exchange.organisation().number(),
                        shift,
                        exchange.member().id(),
                        said,
                        exchange.utc(),
                        (long) MOST,
                        (long) MOST_EACH)
                .map(added -> added.rowCount() > 0);
    }

    /** Takes something off it; what others put there only for whoever sees to the meeting. */
    static Uni<Void> takeOff(Exchange exchange, Seat seat, long item) {
        return exchange.read(
                        TAKE_OFF,
                        exchange.organisation().number(),
                        seat.shift().id(),
                        item,
                        seat.host(),
                        exchange.member().id())
                .replaceWithVoid();
    }

    /** How much of it is a member's. */
    int of(long member) {
        return (int) items.stream().filter(item -> item.member() == member).count();
    }

    /** The first of it on lines of their own, and how many more there are; empty where nothing is on it. */
    public String brief(String language) {
        if (items.isEmpty()) {
            return "";
        }
        List<String> lines = new ArrayList<>();
        lines.add(Meeting.SPEECH.in(language, "agenda.brief"));
        int n = 0;
        for (Item item : items.subList(0, Math.min(BRIEF, items.size()))) {
            lines.add(++n + ". " + Cleaning.clip(item.said(), BRIEF_WORDS));
        }
        if (items.size() > BRIEF) {
            lines.add(Meeting.SPEECH.countIn(language, "agenda.more", items.size() - BRIEF));
        }
        return String.join("\n", lines);
    }
}
