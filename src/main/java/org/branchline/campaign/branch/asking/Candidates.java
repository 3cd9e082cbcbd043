package org.branchline.campaign.branch.asking;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.branchline.campaign.audience.Audience;
import org.branchline.campaign.audience.Audiences;
import org.branchline.campaign.branch.appointing.Duty;
import org.branchline.campaign.branch.appointing.Post;
import org.branchline.campaign.branch.appointing.Somebody;
import org.branchline.intake.Exchange;
import org.jspecify.annotations.Nullable;

/**
 * Members of a branch, and below it, who can be asked: they can be reached, want no quiet now and do not hold it already.
 *
 * @param total how many there are
 * @param shown some of them, by name
 */
record Candidates(int total, List<Somebody> shown) {

    /** Names below one message. */
    static final int A_PAGE = 8;

    private static final String FIND = """
            select r.member, r.chat, r.name, r.language, r.branch, (count(*) over ())::int as total from (
            """ + Audiences.MEMBERS + """
            ) r
            where not exists (
                select from member_role h
                where h.organisation = $1 and h.member = r.member and h.branch = $4 and h.role = any ($5))
              and not exists (select from member q where q.organisation = $1 and q.id = r.member and q.quiet_until > $6)
              and ($7::bigint is null or r.chat = $7)
            order by lower(r.name), r.member limit $8 offset $9
            """;

    Candidates {
        shown = List.copyOf(shown);
    }

    static Uni<Candidates> page(Exchange exchange, Duty duty, Post post, int page) {
        return find(exchange, duty, post, null, page * A_PAGE);
    }

    /** Whoever has this chat, if they are among them. */
    static Uni<Optional<Somebody>> one(Exchange exchange, Duty duty, Post post, long chat) {
        return find(exchange, duty, post, chat, 0)
                .map(found -> found.shown().stream().findFirst());
    }

    private static Uni<Candidates> find(Exchange exchange, Duty duty, Post post, @Nullable Long chat, int from) {
        Audience branch = Audience.EVERYONE
                .withBranches(List.of(post.branch().key()))
                .without(List.of(exchange.member().id()));
        String[] holding = duty == Duty.BUDDY ? new String[] {"captain", "buddy"} : new String[] {"captain"};
        return exchange.read(
                        FIND,
                        exchange.organisation().number(),
                        exchange.scene().bot().id(),
                        branch.json(),
                        post.branch().id(),
                        holding,
                        exchange.utc(),
                        chat,
                        A_PAGE,
                        from)
                .map(rows -> {
                    List<Somebody> shown = new ArrayList<>();
                    int total = 0;
                    for (Row row : rows) {
                        total = row.getInteger("total");
                        shown.add(new Somebody(
                                row.getLong("member"),
                                row.getLong("chat"),
                                row.getString("name"),
                                row.getString("language"),
                                row.getLong("branch"),
                                false));
                    }
                    return new Candidates(total, shown);
                });
    }
}
