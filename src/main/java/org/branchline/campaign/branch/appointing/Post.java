package org.branchline.campaign.branch.appointing;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import java.util.ArrayList;
import java.util.List;
import org.branchline.intake.Exchange;
import org.branchline.roster.Branch;
import org.branchline.roster.Role;

/** A branch, and who looks after it and stands in there; who held it first comes first. */
public record Post(Branch branch, List<Somebody> captains, List<Somebody> buddies) {

    private static final String HOLDERS = "select r.role, " + Somebody.COLUMNS + """
             from member_role r join member m on m.organisation = r.organisation and m.id = r.member
            where r.organisation = $1 and r.branch = $2 and r.role in ('captain', 'buddy') order by r.granted_at, m.id
            """;

    public Post {
        captains = List.copyOf(captains);
        buddies = List.copyOf(buddies);
    }

    /** As it is now. */
    public static Uni<Post> read(Exchange exchange, Branch branch) {
        return exchange.read(HOLDERS, exchange.organisation().number(), branch.id())
                .map(rows -> {
                    List<Somebody> captains = new ArrayList<>();
                    List<Somebody> buddies = new ArrayList<>();
                    for (Row row : rows) {
                        (Role.of(row.getString("role")) == Role.CAPTAIN ? captains : buddies).add(Somebody.of(row));
                    }
                    return new Post(branch, captains, buddies);
                });
    }

    /** Whether a member looks after it. */
    public boolean captain(long member) {
        return captains.stream().anyMatch(one -> one.member() == member);
    }

    /** Whether somebody belongs to it or below it. */
    public boolean holds(Exchange exchange, Somebody somebody) {
        return exchange.scene().branches().within(somebody.branch(), branch.id());
    }

    /** The branch's name in a language. */
    public String name(String language) {
        return branch.name(language);
    }
}
