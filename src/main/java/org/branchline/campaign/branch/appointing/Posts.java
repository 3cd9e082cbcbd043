package org.branchline.campaign.branch.appointing;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.branchline.database.Audit;
import org.branchline.intake.Exchange;
import org.branchline.roster.Branches;
import org.branchline.roster.Grant;
import org.branchline.roster.Role;
import org.branchline.roster.Roles;

/** Changes who looks after a branch, one change after the other. */
@Singleton
public class Posts {

    private static final String LOCK = """
            select 1 from branch where organisation = $1 and id = $2 and retired_at is null for no key update
            """;

    private final Branches branches;

    Posts(Branches branches) {
        this.branches = branches;
    }

    /** The post, which nobody else changes before this turn is over; empty where there is no such branch. */
    public Uni<Optional<Post>> locked(Exchange exchange, long branch) {
        return exchange.read(LOCK, exchange.organisation().number(), branch)
                .map(rows -> exchange.scene().branches().branch(branch).filter(known -> rows.size() > 0))
                .chain(known -> known.isEmpty()
                        ? Uni.createFrom().item(Optional.empty())
                        : Post.read(exchange, known.get()).map(Optional::of));
    }

    /** Gives somebody a role there. */
    public void give(Exchange exchange, Post post, Somebody somebody, Role role) {
        Roles.grant(exchange, exchange.organisation(), somebody.chat(), grant(post, role), who(exchange));
        changed(exchange, post, somebody, "gave the role " + role.column());
    }

    /** Takes a role there away. */
    public void take(Exchange exchange, Post post, Somebody somebody, Role role) {
        Roles.take(exchange, exchange.organisation(), somebody.chat(), grant(post, role));
        changed(exchange, post, somebody, "took the role " + role.column());
    }

    private void changed(Exchange exchange, Post post, Somebody somebody, String what) {
        Audit.record(
                exchange,
                exchange.organisation(),
                who(exchange),
                what,
                List.of("branch " + post.branch().id(), "member " + somebody.member()));
        branches.forget(exchange, exchange.organisation());
    }

    private static Grant grant(Post post, Role role) {
        return new Grant(role, post.branch().id());
    }

    private static String who(Exchange exchange) {
        return "member " + exchange.member().id();
    }
}
