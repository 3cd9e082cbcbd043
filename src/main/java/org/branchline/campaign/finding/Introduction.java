package org.branchline.campaign.finding;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import java.time.ZoneOffset;
import java.util.function.Consumer;
import org.branchline.conversation.Keyboard;
import org.branchline.intake.Exchange;
import org.branchline.intake.InPlace;
import org.branchline.roster.Deed;
import org.branchline.roster.Roles;

/**
 * Somebody asked to be introduced to the member of this turn.
 *
 * @param asker their number as a member
 * @param chat their private chat
 */
record Introduction(long asker, long chat, String name, String language) {

    private static final String OPEN = """
            select a.id, a.telegram_user, a.name, a.language from introduction i
            join member a on a.organisation = i.organisation and a.id = i.asker
            where i.organisation = $1 and i.member = $2 and a.telegram_user = $3 and i.agreed is not true
              and a.stopped_at is null
            """;

    private static final String ANSWER = """
            update introduction set agreed = $4, answered_at = $5
            where organisation = $1 and asker = $2 and member = $3
            """;

    /**
     * Finds which one a button means, and goes on where the asker may still know of the member; else says that it is over.
     *
     * @param argument the button's, possibly hostile
     */
    static Uni<Void> meant(Exchange exchange, String argument, Consumer<Introduction> then) {
        if (!argument.matches("\\d{1,18}")) {
            over(exchange);
            return Uni.createFrom().voidItem();
        }
        return exchange.read(
                        OPEN,
                        exchange.organisation().number(),
                        exchange.member().id(),
                        Long.parseLong(argument))
                .chain(rows -> {
                    if (rows.size() == 0) {
                        over(exchange);
                        return Uni.createFrom().voidItem();
                    }
                    Introduction introduction = of(rows.iterator().next());
                    return Roles.access(
                                    exchange::read,
                                    exchange.organisation(),
                                    introduction.asker(),
                                    exchange.scene().branches())
                            .invoke(access -> {
                                if (access.may(Deed.SEE_NAMES, exchange.member().branch())) {
                                    then.accept(introduction);
                                } else {
                                    over(exchange);
                                }
                            })
                            .replaceWithVoid();
                });
    }

    void answer(Exchange exchange, boolean agreed) {
        exchange.write(
                ANSWER,
                exchange.organisation().number(),
                asker,
                exchange.member().id(),
                agreed,
                exchange.now().atOffset(ZoneOffset.UTC));
    }

    private static void over(Exchange exchange) {
        InPlace.say(exchange, FindingText.SPEECH.say(exchange, "over"), Keyboard.NONE);
    }

    private static Introduction of(Row row) {
        return new Introduction(
                row.getLong("id"), row.getLong("telegram_user"), row.getString("name"), row.getString("language"));
    }
}
