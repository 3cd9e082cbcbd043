package org.branchline.intake.joining;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.branchline.conversation.Keyboard;
import org.branchline.intake.Command;
import org.branchline.intake.Exchange;
import org.branchline.intake.InPlace;
import org.branchline.intake.Speech;
import org.branchline.roster.Access;
import org.branchline.roster.Deed;
import org.branchline.roster.Grant;
import org.branchline.roster.Role;
import org.branchline.roster.Roles;

/** A coordinator makes a member captain of their branch, or takes that back. */
@Singleton
class Appointing implements Command {

    private static final Speech SPEECH = Speech.of("joining");

    private static final String WHO = """
            select m.name, m.branch, exists (
              select 1 from member_role r where r.organisation = m.organisation and r.member = m.id
                and r.role = 'captain' and r.branch = m.branch) as captain
            from member m where m.organisation = $1 and m.telegram_user = $2
            """;

    @Override
    public String name() {
        return "captain";
    }

    @Override
    public Audience audience() {
        return Audience.COORDINATOR;
    }

    @Override
    public Uni<Void> run(Exchange exchange, String argument) {
        Optional<Long> person = Knowing.number(argument);
        if (person.isEmpty()) {
            return gone(exchange);
        }
        return Roles.access(
                        exchange::read,
                        exchange.organisation(),
                        exchange.member().id(),
                        exchange.scene().branches())
                .chain(access -> exchange.read(WHO, exchange.organisation().number(), person.get())
                        .chain(rows -> rows.size() == 0
                                ? gone(exchange)
                                : appoint(
                                        exchange,
                                        access,
                                        person.get(),
                                        rows.iterator().next())));
    }

    private static Uni<Void> appoint(Exchange exchange, Access access, long person, Row row) {
        Long branch = row.getLong("branch");
        if (branch == null || !access.may(Deed.APPOINT, branch)) {
            return gone(exchange);
        }
        Grant grant = new Grant(Role.CAPTAIN, branch);
        boolean already = row.getBoolean("captain");
        if (already) {
            Roles.take(exchange, exchange.organisation(), person, grant);
        } else {
            Roles.grant(
                    exchange,
                    exchange.organisation(),
                    person,
                    grant,
                    "member " + exchange.member().id());
        }
        InPlace.say(
                exchange,
                SPEECH.say(
                        exchange,
                        already ? "captain.no_longer" : "captain.now",
                        "name",
                        row.getString("name"),
                        "branch",
                        Knowing.branchName(exchange, branch)),
                Keyboard.row(SPEECH.button(exchange, already ? "captain" : "undo", "captain", "" + person)));
        return Uni.createFrom().voidItem();
    }

    private static Uni<Void> gone(Exchange exchange) {
        InPlace.say(exchange, SPEECH.say(exchange, "know.gone"), Keyboard.NONE);
        return Uni.createFrom().voidItem();
    }
}
