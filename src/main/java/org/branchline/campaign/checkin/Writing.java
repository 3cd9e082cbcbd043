package org.branchline.campaign.checkin;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.ZoneOffset;
import org.branchline.conversation.Keyboard;
import org.branchline.conversation.Outgoing;
import org.branchline.delivery.Doubt;
import org.branchline.delivery.Letter;
import org.branchline.delivery.Priority;
import org.branchline.intake.Command;
import org.branchline.intake.Exchange;
import org.branchline.intake.Expecting;
import org.branchline.intake.Word;
import org.branchline.roster.Access;
import org.branchline.roster.Deed;
import org.jspecify.annotations.Nullable;

/** A coordinator writes to a captain from the card; the captain answers through the questions to a person. */
@Singleton
class Writing implements Command, Expecting {

    static final String NAME = "write";

    /** Whoever pressed the button writes within this time, or means something else. */
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private static final int LONGEST = 3_500;

    private static final String CAPTAIN = """
            select m.name, array(
              select r.branch from member_role r
              where r.organisation = $1 and r.member = $2 and r.role = 'captain' and r.branch <> 0) as branches
            from member m where m.organisation = $1 and m.id = $2
            """;

    private static final String AWAIT = """
            insert into check_in_letter (organisation, bot, member, captain, asked_at) values ($1, $2, $3, $4, $5)
            on conflict (organisation, bot, member) do update set captain = excluded.captain, asked_at = excluded.asked_at
            """;

    private static final String AWAITED = """
            select l.captain, c.id as chat, m.name, m.language from check_in_letter l
            join member m on m.organisation = $1 and m.id = l.captain and m.stopped_at is null
            join chat c on c.organisation = $1 and c.bot = $2 and c.member = m.id and c.reachable and c.moved_to is null
            where l.organisation = $1 and l.bot = $2 and l.member = $3 and l.asked_at > $4
            """;

    private static final String DROP =
            "delete from check_in_letter where organisation = $1 and bot = $2 and member = $3";

    private final Branchwords words;

    Writing(Branchwords words) {
        this.words = words;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Audience audience() {
        return Audience.COORDINATOR;
    }

    @Override
    public Uni<Void> run(Exchange exchange, String argument) {
        long captain = argument.matches("\\d{1,18}") ? Long.parseLong(argument) : 0;
        return exchange.access().chain(access -> exchange.read(
                        CAPTAIN, exchange.organisation().number(), captain)
                .invoke(rows -> {
                    Row found = rows.size() == 0 ? null : rows.iterator().next();
                    if (found == null || !allowed(access, found)) {
                        exchange.say(Branchwords.SPEECH.say(exchange, "write.not_for_you"));
                        return;
                    }
                    exchange.write(
                            AWAIT,
                            exchange.organisation().number(),
                            exchange.scene().bot().id(),
                            exchange.member().id(),
                            captain,
                            exchange.utc());
                    exchange.say(Branchwords.SPEECH.say(exchange, "write", "name", found.getString("name")));
                })
                .replaceWithVoid());
    }

    private static boolean allowed(Access access, Row captain) {
        for (Long branch : captain.getArrayOfLongs("branches")) {
            if (access.may(Deed.PROMPT, branch)) {
                return true;
            }
        }
        return false;
    }

    /** Before what was begun earlier and waits for a text, too. */
    @Override
    public int turn() {
        return 0;
    }

    /** Whoever does something else meanwhile does not mean the captain with what they type next. */
    @Override
    public void elsewhere(Exchange exchange, String command) {
        if (exchange.scene().writing() && exchange.scene().member() != null && !command.equals(NAME)) {
            drop(exchange);
        }
    }

    @Override
    public Uni<Boolean> cancelled(Exchange exchange) {
        return awaited(exchange).map(rows -> {
            if (rows == null) {
                return false;
            }
            drop(exchange);
            exchange.say(Branchwords.SPEECH.say(exchange, "write.dropped"));
            return true;
        });
    }

    @Override
    public Uni<Boolean> heard(Exchange exchange, String text) {
        return awaited(exchange)
                .chain(captain -> captain == null
                        ? Uni.createFrom().item(false)
                        : exchange.access()
                                .chain(access -> exchange.read(
                                                CAPTAIN, exchange.organisation().number(), captain.getLong("captain"))
                                        .map(rows -> rows.size() > 0
                                                && allowed(
                                                        access, rows.iterator().next())))
                                .map(allowed -> {
                                    if (allowed) {
                                        write(exchange, captain, text);
                                    } else {
                                        drop(exchange);
                                        exchange.say(Branchwords.SPEECH.say(exchange, "write.not_for_you"));
                                    }
                                    return true;
                                }));
    }

    private void write(Exchange exchange, Row captain, String text) {
        if (text.length() > LONGEST) {
            exchange.say(Branchwords.SPEECH.say(exchange, "write.too_long", "most", "" + LONGEST));
            return;
        }
        drop(exchange);
        String language = captain.getString("language");
        exchange.send(new Letter(
                exchange.scene().bot(),
                captain.getLong("chat"),
                null,
                Priority.REMINDER,
                Doubt.REPORT,
                true,
                new Outgoing.Say(
                        Branchwords.SPEECH.in(
                                language,
                                "write.letter",
                                "name",
                                exchange.person().name(),
                                "role",
                                words.word(exchange, language, Word.ONE, "coordinator"),
                                "text",
                                text),
                        Keyboard.row(Branchwords.SPEECH.buttonIn(language, "reply", "person", "")))));
        exchange.say(Branchwords.SPEECH.say(exchange, "write.sent", "name", captain.getString("name")));
    }

    private static Uni<@Nullable Row> awaited(Exchange exchange) {
        if (!exchange.scene().writing()) {
            return Uni.createFrom().nullItem();
        }
        return exchange.read(
                        AWAITED,
                        exchange.organisation().number(),
                        exchange.scene().bot().id(),
                        exchange.member().id(),
                        exchange.now().minus(PATIENCE).atOffset(ZoneOffset.UTC))
                .map(rows -> rows.size() == 0 ? null : rows.iterator().next());
    }

    private static void drop(Exchange exchange) {
        exchange.write(
                DROP,
                exchange.organisation().number(),
                exchange.scene().bot().id(),
                exchange.member().id());
    }
}
