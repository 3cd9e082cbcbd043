package org.branchline.campaign.broadcast;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.branchline.conversation.Button;
import org.branchline.conversation.Keyboard;
import org.branchline.conversation.Outgoing;
import org.branchline.intake.Command;
import org.branchline.intake.Exchange;
import org.branchline.intake.What;
import org.branchline.roster.Election;

/** A press on a broadcast's action: kept, shown below the message, and the proof that an uncertain message arrived. */
@Singleton
class Acting implements Command {

    private static final Pattern PRESSED = Pattern.compile("(\\d{1,18}):(\\d)");

    private static final String FIND = """
            select b.id, b.kind, b.actions, b.playbook, b.prompt, b.occurrence, b.goes_at, k.fallback, o.digest or o.joined is not null as together
            from broadcast b
            join content k on k.organisation = $1 and k.id = b.content
            join outbox o on o.organisation = $1 and o.content = $2 and o.member = $3
            where b.organisation = $1 and b.content = $2
            """;

    private static final String ANSWER = """
            insert into broadcast_answer (organisation, broadcast, member, action, answered_at) values ($1, $2, $3, $4, $5)
            on conflict (organisation, broadcast, member)
              do update set action = excluded.action, answered_at = excluded.answered_at
            """;

    private final Offered offered;
    private final Asking asking;
    private final Increasing increasing;

    Acting(Offered offered, Asking asking, Increasing increasing) {
        this.offered = offered;
        this.asking = asking;
        this.increasing = increasing;
    }

    @Override
    public String name() {
        return Wording.ACT;
    }

    @Override
    public Uni<Void> run(Exchange exchange, String argument) {
        Matcher pressed = PRESSED.matcher(argument);
        if (!pressed.matches() || !(arrived(exchange) instanceof What.Press press)) {
            return gone(exchange);
        }
        long content = Long.parseLong(pressed.group(1));
        int action = Integer.parseInt(pressed.group(2));
        int organisation = exchange.organisation().number();
        long member = exchange.member().id();
        return exchange.read(FIND, organisation, content, member).flatMap(rows -> {
            if (rows.size() == 0) {
                return gone(exchange);
            }
            Row broadcast = rows.iterator().next();
            List<String> labels = labels(exchange, broadcast);
            if (action >= labels.size()) {
                return gone(exchange);
            }
            exchange.write(
                    ANSWER,
                    organisation,
                    broadcast.getLong("id"),
                    member,
                    (short) action,
                    exchange.now().atOffset(ZoneOffset.UTC));
            Arrived.prove(exchange, exchange.organisation(), content, member, press.message());
            show(exchange, press, broadcast, content, labels, action);
            return follow(exchange, broadcast, action);
        });
    }

    /** An offer does what its button says; any other action is only counted. */
    private Uni<Void> follow(Exchange exchange, Row broadcast, int action) {
        String playbook = broadcast.getString("playbook");
        if (playbook.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        if (playbook.equals(Election.OFFER)) {
            increasing.answer(exchange, action == 0);
            return Uni.createFrom().voidItem();
        }
        Long prompt = broadcast.getLong("prompt");
        if (prompt != null) {
            String occurrence = broadcast.getString("occurrence");
            return action == 0
                    ? asking.start(exchange, playbook, prompt, occurrence)
                    : asking.later(exchange, playbook, prompt, occurrence);
        }
        return action == 0
                ? offered.start(
                        exchange,
                        playbook,
                        broadcast.getOffsetDateTime("goes_at").toInstant())
                : offered.later(exchange, playbook);
    }

    private static void show(
            Exchange exchange, What.Press press, Row broadcast, long content, List<String> labels, int action) {
        String toast =
                switch (broadcast.getString("playbook")) {
                    case "" -> Wording.SPEECH.say(exchange, "noted", "action", labels.get(action));
                    case Election.OFFER -> "";
                    default -> action == 0 ? "" : Wording.SPEECH.say(exchange, "offer.tomorrow");
                };
        exchange.say(new Outgoing.Acknowledge(toast));
        if (press.message() == 0) {
            return;
        }
        if (!press.shown().isEmpty()) {
            exchange.say(new Outgoing.Rebutton(press.message(), Wording.chosen(press.shown(), content, action)));
        } else if (!broadcast.getBoolean("together")) {
            List<List<Button>> rows = new ArrayList<>();
            rows.add(Wording.buttons(content, labels, action));
            if (broadcast.getString("kind").equals(Kind.APPEAL.word())) {
                rows.add(List.of(Wording.fewer(exchange.person().language())));
            }
            exchange.say(new Outgoing.Rebutton(press.message(), new Keyboard(rows)));
        }
    }

    private static List<String> labels(Exchange exchange, Row broadcast) {
        JsonObject all = broadcast.getJsonObject("actions");
        JsonArray labels = all.getJsonArray(
                exchange.person().language(), all.getJsonArray(broadcast.getString("fallback"), new JsonArray()));
        return labels.stream().map(Object::toString).toList();
    }

    private static What arrived(Exchange exchange) {
        return java.util.Objects.requireNonNull(exchange.arrival()).what();
    }

    private static Uni<Void> gone(Exchange exchange) {
        exchange.say(new Outgoing.Acknowledge(Wording.SPEECH.say(exchange, "gone")));
        return Uni.createFrom().voidItem();
    }
}
