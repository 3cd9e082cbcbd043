package org.branchline.campaign.deadline.handing;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.branchline.campaign.deadline.Deadlines;
import org.branchline.campaign.deadline.Handed;
import org.branchline.campaign.deadline.Holding;
import org.branchline.conversation.Button;
import org.branchline.conversation.Keyboard;
import org.branchline.database.Audit;
import org.branchline.intake.Exchange;
import org.branchline.intake.InPlace;
import org.branchline.intake.Speech;

/** Takes a part back from one of those to whom it was passed on, who hears of it once. */
final class Reclaiming {

    private static final Speech SPEECH = Handing.SPEECH;

    /** So many stand below one message. */
    private static final int A_PAGE = 8;

    /** Organisation, whole, who passed it on, the last of the page before, how many. What is done is not taken back. */
    private static final String PAGE = """
            select p.id as part, h.member, m.name from deadline p
            join deadline_holder h on h.organisation = p.organisation and h.deadline = p.id
            join member m on m.organisation = h.organisation and m.id = h.member
            left join deadline_answer a on a.organisation = p.organisation and a.deadline = p.id and a.member = h.member
            where p.organisation = $1 and p.parent = $2 and p.created_by = $3 and p.state = 'open'
              and a.said is distinct from 'done'
              and (m.name, h.member) > (coalesce((select name from member where organisation = $1 and id = $4), ''), $4)
            order by m.name, h.member limit $5
            """;

    /**
     * Organisation, part, member, whole, who passed it on. Once, however often it is pressed; after {@link Holding#take}, so
     * that it sees what the member said a moment ago.
     */
    private static final String TAKE = """
            with gone as (
              delete from deadline_holder h using deadline p
              where h.organisation = $1 and h.deadline = $2 and h.member = $3
                and p.organisation = $1 and p.id = $2 and p.parent = $4 and p.created_by = $5 and p.state = 'open'
                and not exists (
                  select from deadline_answer a
                  where a.organisation = $1 and a.deadline = $2 and a.member = $3 and a.said = 'done')
              returning h.member),
            unsaid as (
              delete from deadline_answer a using gone
              where a.organisation = $1 and a.deadline = $2 and a.member = gone.member)
            select m.name from gone join member m on m.organisation = $1 and m.id = gone.member
            """;

    private record Part(long id, long member, String name) {}

    private Reclaiming() {}

    /** Asks whose; a page at a time. */
    static Uni<Void> offer(Exchange exchange, Handed handed, Passing passing, long after) {
        return exchange.read(
                        PAGE,
                        exchange.organisation().number(),
                        handed.deadline().id(),
                        exchange.member().id(),
                        after,
                        A_PAGE + 1)
                .map(rows -> {
                    List<Part> parts = new ArrayList<>();
                    rows.forEach(row ->
                            parts.add(new Part(row.getLong("part"), row.getLong("member"), row.getString("name"))));
                    return parts;
                })
                .invoke(parts -> InPlace.say(
                        exchange,
                        SPEECH.say(
                                exchange,
                                "take_back",
                                "title",
                                handed.deadline().title(exchange.person().language())),
                        keyboard(exchange, passing, parts, after)))
                .replaceWithVoid();
    }

    private static Keyboard keyboard(Exchange exchange, Passing passing, List<Part> parts, long after) {
        List<List<Button>> rows = new ArrayList<>();
        parts.stream()
                .limit(A_PAGE)
                .forEach(part -> rows.add(
                        List.of(PassingOn.labelled(part.name(), "r", passing.id(), part.id(), part.member()))));
        if (parts.size() > A_PAGE) {
            rows.add(List.of(PassingOn.button(
                    exchange, "more", "k", passing.id(), parts.get(A_PAGE - 1).member())));
        }
        rows.add(List.of(
                after > 0
                        ? PassingOn.button(exchange, "earlier", "k", passing.id(), 0)
                        : PassingOn.button(exchange, "back", "g", passing.id(), 0)));
        return new Keyboard(rows);
    }

    /** Completes with the name of whoever had it; empty where there is nothing to be taken back. */
    static Uni<Optional<String>> take(Exchange exchange, Handed handed, long part, long member) {
        long me = exchange.member().id();
        return Holding.take(exchange, part, member)
                .chain(() -> exchange.read(
                        TAKE,
                        exchange.organisation().number(),
                        part,
                        member,
                        handed.deadline().id(),
                        me))
                .chain(taken -> {
                    if (taken.size() == 0) {
                        return Uni.createFrom().item(Optional.<String>empty());
                    }
                    Row row = taken.iterator().next();
                    Deadlines.takeBack(exchange, part, member);
                    Letters.put(exchange, part, member, Letters.TAKEN, me, exchange.now());
                    Audit.record(
                            exchange,
                            exchange.organisation(),
                            "member " + me,
                            "took back a part of a deadline",
                            List.of("deadline " + handed.deadline().id(), "part " + part, "member " + member));
                    return Deadlines.endWithoutHolder(exchange, part).replaceWith(Optional.of(row.getString("name")));
                });
    }
}
