package org.branchline.intake.joining;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import java.util.function.BiConsumer;
import org.branchline.conversation.Keyboard;
import org.branchline.intake.Exchange;
import org.branchline.intake.InPlace;
import org.branchline.intake.Speech;
import org.branchline.roster.Access;
import org.branchline.roster.Deed;
import org.jspecify.annotations.Nullable;

/**
 * The member whom a button of a newcomer's card is about.
 *
 * @param branch their branch, null for none
 * @param captain whether they are its captain
 */
record Newcomer(
        long person, String name, String language, @Nullable Long branch, boolean captain) {

    private static final Speech SPEECH = Speech.of("joining");

    private static final String WHO = """
            select m.name, m.branch, m.language, exists (
              select 1 from member_role r where r.organisation = m.organisation and r.member = m.id
                and r.role = 'captain' and r.branch = m.branch) as captain
            from member m where m.organisation = $1 and m.telegram_user = $2
            """;

    /**
     * Finds whom a button means, and goes on if the presser may do this to them; else says that the button is gone.
     *
     * @param argument the button's, possibly hostile
     */
    static Uni<Void> meant(Exchange exchange, String argument, Deed deed, BiConsumer<Access, Newcomer> then) {
        if (!argument.matches("\\d{1,18}")) {
            gone(exchange);
            return Uni.createFrom().voidItem();
        }
        long person = Long.parseLong(argument);
        return exchange.access()
                .chain(access -> exchange.read(WHO, exchange.organisation().number(), person)
                        .invoke(rows -> {
                            Newcomer found = rows.size() == 0
                                    ? null
                                    : of(person, rows.iterator().next());
                            if (found != null && access.may(deed, found.branch())) {
                                then.accept(access, found);
                            } else {
                                gone(exchange);
                            }
                        }))
                .replaceWithVoid();
    }

    static void gone(Exchange exchange) {
        InPlace.say(exchange, SPEECH.say(exchange, "know.gone"), Keyboard.NONE);
    }

    /** The branch's name as the presser reads it. */
    String branchName(Exchange exchange) {
        return branchName(exchange, exchange.person().language());
    }

    String branchName(Exchange exchange, String reader) {
        return exchange.scene()
                .branches()
                .branch(branch)
                .map(known -> known.name(reader))
                .orElse("–");
    }

    private static Newcomer of(long person, Row row) {
        return new Newcomer(
                person,
                row.getString("name"),
                row.getString("language"),
                row.getLong("branch"),
                row.getBoolean("captain"));
    }
}
