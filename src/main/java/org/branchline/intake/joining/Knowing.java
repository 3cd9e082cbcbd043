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
import org.jspecify.annotations.Nullable;

/** "I know them": a newcomer is new no longer. A coordinator may make them captain then. */
@Singleton
class Knowing implements Command {

    private static final Speech SPEECH = Speech.of("joining");

    private static final String WHO = "select name, branch from member where organisation = $1 and telegram_user = $2";

    private static final String KNOWN =
            "update member set standing = 'known' where organisation = $1 and telegram_user = $2";

    @Override
    public String name() {
        return "know";
    }

    @Override
    public Audience audience() {
        return Audience.CAPTAIN;
    }

    @Override
    public Uni<Void> run(Exchange exchange, String argument) {
        Optional<Long> person = number(argument);
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
                                : know(
                                        exchange,
                                        access,
                                        person.get(),
                                        rows.iterator().next())));
    }

    private static Uni<Void> know(Exchange exchange, Access access, long person, Row row) {
        Long branch = row.getLong("branch");
        if (!access.may(Deed.VOUCH, branch)) {
            return gone(exchange);
        }
        exchange.write(KNOWN, exchange.organisation().number(), person);
        String text =
                SPEECH.say(exchange, "known", "name", row.getString("name"), "branch", branchName(exchange, branch));
        Keyboard keyboard = branch != null && access.may(Deed.APPOINT, branch) && !captain(exchange, branch, person)
                ? Keyboard.row(SPEECH.button(exchange, "captain", "captain", "" + person))
                : Keyboard.NONE;
        InPlace.say(exchange, text, keyboard);
        return Uni.createFrom().voidItem();
    }

    private static boolean captain(Exchange exchange, long branch, long person) {
        return exchange.scene().branches().captains(branch).stream()
                .anyMatch(
                        officer -> officer.chat() == person && officer.grant().equals(new Grant(Role.CAPTAIN, branch)));
    }

    private static Uni<Void> gone(Exchange exchange) {
        InPlace.say(exchange, SPEECH.say(exchange, "know.gone"), Keyboard.NONE);
        return Uni.createFrom().voidItem();
    }

    static String branchName(Exchange exchange, @Nullable Long branch) {
        return exchange.scene()
                .branches()
                .branch(branch)
                .map(known -> known.name(exchange.person().language()))
                .orElse("–");
    }

    /** The person a button's argument names; empty for anything else. */
    static Optional<Long> number(String argument) {
        return argument.matches("\\d{1,18}") ? Optional.of(Long.parseLong(argument)) : Optional.empty();
    }
}
