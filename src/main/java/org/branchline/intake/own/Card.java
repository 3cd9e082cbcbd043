package org.branchline.intake.own;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.branchline.conversation.Action;
import org.branchline.conversation.Button;
import org.branchline.conversation.Keyboard;
import org.branchline.conversation.playbook.Playbook;
import org.branchline.database.OrganisationId;
import org.branchline.intake.Exchange;
import org.branchline.intake.Speech;
import org.branchline.playbooks.OwnKeys;
import org.branchline.playbooks.Playbooks;
import org.branchline.roster.Organisations;

/** What a member sees who comes by without a question open: what is open for them, and what else they can do. */
@Singleton
public class Card {

    static final Speech SPEECH = Speech.of("own");

    private static final int MOST = 5;

    private static final String OPEN_RUNS = """
            select id, playbook, version from run
            where organisation = $1 and bot = $2 and chat = $3 and stage in ('asking', 'summary', 'waiting')
              and not starts_with(playbook, $5) order by touched_at desc limit $4
            """;

    private static final String EVER = """
            select 1 from run where organisation = $1 and bot = $2 and chat = $3 and playbook = $4 limit 1
            """;

    private final Playbooks playbooks;
    private final Organisations organisations;

    Card(Playbooks playbooks, Organisations organisations) {
        this.playbooks = playbooks;
        this.organisations = organisations;
    }

    /** Shows it, and ends a silence that was to last until the person comes back. */
    public Uni<Void> show(Exchange exchange) {
        return open(exchange).invoke(open -> say(exchange, open)).replaceWithVoid();
    }

    private static void say(Exchange exchange, List<Button> open) {
        List<List<Button>> rows = new ArrayList<>();
        open.forEach(button -> rows.add(List.of(button)));
        Instant quiet = exchange.member().quietUntil();
        String key = open.isEmpty() ? "card.nothing" : "card.open";
        if (quiet != null && quiet.isAfter(exchange.now())) {
            if (Quieting.untilBack(quiet)) {
                Quieting.end(exchange);
            } else {
                rows.add(List.of(SPEECH.button(exchange, "quiet.end", Quieting.NAME, Quieting.END)));
            }
        }
        rows.add(List.of(SPEECH.button(exchange, "me", "me", ""), SPEECH.button(exchange, "person", "person", "")));
        rows.add(List.of(SPEECH.button(exchange, "fewer", "fewer", "")));
        exchange.say(SPEECH.say(exchange, key, "name", exchange.person().name()), new Keyboard(rows));
    }

    private Uni<List<Button>> open(Exchange exchange) {
        OrganisationId organisation = exchange.organisation();
        return exchange.read(
                        OPEN_RUNS,
                        organisation.number(),
                        exchange.scene().bot().id(),
                        exchange.scene().chat(),
                        MOST,
                        OwnKeys.PREFIX)
                .chain(rows -> Multi.createFrom()
                        .iterable(rows)
                        .onItem()
                        .transformToUniAndConcatenate(row -> goOn(exchange, row))
                        .collect()
                        .asList())
                .chain(runs -> first(exchange).map(first -> {
                    List<Button> all = new ArrayList<>(runs);
                    first.ifPresent(all::add);
                    return all;
                }));
    }

    private Uni<Button> goOn(Exchange exchange, Row row) {
        return playbooks
                .version(exchange.organisation(), row.getString("playbook"), row.getString("version"))
                .map(playbook -> new Button(
                        SPEECH.say(exchange, "button.go_on", "title", title(exchange, playbook)),
                        new Action.Order("resume", "" + row.getLong("id"))));
    }

    /** What every member is asked once, where this one never was. */
    private Uni<Optional<Button>> first(Exchange exchange) {
        Optional<String> key =
                organisations.organisation(exchange.organisation()).firstPlaybook();
        if (key.isEmpty()) {
            return Uni.createFrom().item(Optional.empty());
        }
        return exchange.read(
                        EVER,
                        exchange.organisation().number(),
                        exchange.scene().bot().id(),
                        exchange.scene().chat(),
                        key.get())
                .chain(rows -> rows.size() > 0
                        ? Uni.createFrom().item(Optional.empty())
                        : playbooks
                                .current(exchange.organisation(), key.get())
                                .map(current -> current.map(playbook -> new Button(
                                        SPEECH.say(exchange, "button.begin", "title", title(exchange, playbook)),
                                        new Action.Order("begin", playbook.key())))));
    }

    private static String title(Exchange exchange, Playbook playbook) {
        return playbook.title().in(exchange.person().language()).source();
    }
}
