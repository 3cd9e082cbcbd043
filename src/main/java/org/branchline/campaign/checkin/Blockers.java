package org.branchline.campaign.checkin;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.branchline.campaign.helpdesk.Bringing;
import org.branchline.conversation.Keyboard;
import org.branchline.intake.Command;
import org.branchline.intake.Exchange;
import org.branchline.intake.InPlace;

/** Last week's blocker comes back until it is solved, or a person has it. */
@Singleton
class Blockers implements Command {

    private static final String NAME = "blocker";
    private static final Pattern PRESSED = Pattern.compile("(solved|stuck|need)\\.(\\d{1,18})");

    /** How much of it is read back. */
    private static final int SHOWN = 1_000;

    /** {@code blocked} is the question of the playbook that tells of one. */
    private static final String TOLD = """
            select a.run, w.answer_text from prompt_asked a
            join run r on r.organisation = $1 and r.id = a.run
            join answer w on w.organisation = $1 and w.run = a.run and w.question = 'blocked' and w.in_effect and w.settled
            left join check_in_blocker k on k.organisation = $1 and k.run = a.run
            where a.organisation = $1 and w.answer_text is not null and w.value is distinct from '{"skipped":true}'
              and coalesce(k.state, 'stuck') = 'stuck'
            """;

    private static final String BEFORE =
            TOLD + " and a.prompt = $2 and a.member = $3 and a.occurrence < $4 order by a.occurrence desc limit 1";

    private static final String ONE = TOLD + " and a.run = $2 and (a.member = $3 or r.chat = $4)";

    private static final String DECIDE = """
            insert into check_in_blocker (organisation, run, state, decided_at) values ($1, $2, $3, $4)
            on conflict (organisation, run) do update set state = excluded.state, decided_at = excluded.decided_at
            """;

    private final Bringing bringing;

    Blockers(Bringing bringing) {
        this.bringing = bringing;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Audience audience() {
        return Audience.CAPTAIN;
    }

    /** Asks about the newest one from before an occurrence that still stands in the way. */
    Uni<Void> comeBack(Exchange exchange, long prompt, long captain, String occurrence) {
        return exchange.read(BEFORE, exchange.organisation().number(), prompt, captain, occurrence)
                .invoke(rows -> {
                    for (Row row : rows) {
                        String text = row.getString("answer_text");
                        long run = row.getLong("run");
                        exchange.say(
                                Branchwords.SPEECH.say(
                                        exchange,
                                        "blocker",
                                        "text",
                                        text.length() > SHOWN ? text.substring(0, SHOWN) + "…" : text),
                                new Keyboard(List.of(
                                        List.of(
                                                Branchwords.SPEECH.button(exchange, "solved", NAME, "solved." + run),
                                                Branchwords.SPEECH.button(exchange, "stuck", NAME, "stuck." + run)),
                                        List.of(Branchwords.SPEECH.button(exchange, "need", NAME, "need." + run)))));
                    }
                })
                .replaceWithVoid();
    }

    @Override
    public Uni<Void> run(Exchange exchange, String argument) {
        Matcher pressed = PRESSED.matcher(argument);
        if (!pressed.matches()) {
            return said(exchange, "blocker.over");
        }
        long run = Long.parseLong(pressed.group(2));
        return exchange.read(
                        ONE,
                        exchange.organisation().number(),
                        run,
                        exchange.member().id(),
                        exchange.scene().chat())
                .chain(rows -> {
                    if (rows.size() == 0) {
                        return said(exchange, "blocker.over");
                    }
                    String text = rows.iterator().next().getString("answer_text");
                    return switch (pressed.group(1)) {
                        case "solved" -> decide(exchange, run, "solved", "blocker.solved");
                        case "stuck" -> decide(exchange, run, "stuck", "blocker.stuck");
                        default -> passOn(exchange, run, text);
                    };
                });
    }

    private Uni<Void> passOn(Exchange exchange, long run, String text) {
        return bringing.bring(exchange, text).chain(who -> {
            if (who.isEmpty()) {
                return said(exchange, "blocker.nobody");
            }
            decided(exchange, run, "passed");
            InPlace.say(exchange, Branchwords.SPEECH.say(exchange, "blocker.passed", "who", who.get()), Keyboard.NONE);
            return Uni.createFrom().voidItem();
        });
    }

    private static Uni<Void> decide(Exchange exchange, long run, String state, String key) {
        decided(exchange, run, state);
        return said(exchange, key);
    }

    private static void decided(Exchange exchange, long run, String state) {
        exchange.write(DECIDE, exchange.organisation().number(), run, state, exchange.utc());
    }

    private static Uni<Void> said(Exchange exchange, String key) {
        InPlace.say(exchange, Branchwords.SPEECH.say(exchange, key), Keyboard.NONE);
        return Uni.createFrom().voidItem();
    }
}
