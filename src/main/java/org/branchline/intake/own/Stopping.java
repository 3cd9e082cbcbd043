package org.branchline.intake.own;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.branchline.conversation.Keyboard;
import org.branchline.intake.Command;
import org.branchline.intake.Exchange;
import org.branchline.intake.Farewell;
import org.branchline.intake.Speech;
import org.branchline.playbooks.OwnKeys;
import org.branchline.playbooks.Playbooks;
import org.branchline.roster.joining.Joining;

/** {@code /stop}, or the word alone: consent is withdrawn and nothing leaves until {@code /start}. */
@Singleton
class Stopping implements Command {

    private static final String LEAVE = """
            update run set stage = 'left', touched_at = $4
            where organisation = $1 and bot = $2 and chat = $3 and stage in ('asking', 'summary', 'waiting')
            """;

    private static final String LAST = """
            select playbook, version, max(touched_at) as last from run r
            where organisation = $1 and bot = $2 and chat = $3 and not starts_with(playbook, $4)
              and exists (select 1 from answer a where a.organisation = r.organisation and a.run = r.id)
            group by playbook, version
            """;

    private final Joining joining;
    private final Playbooks playbooks;
    private final List<Farewell> farewells;

    Stopping(Joining joining, Playbooks playbooks, Instance<Farewell> farewells) {
        this.joining = joining;
        this.playbooks = playbooks;
        this.farewells = farewells.stream().toList();
    }

    @Override
    public String name() {
        return "stop";
    }

    @Override
    public Set<String> words() {
        return Set.of(
                "stop",
                "stopp",
                "stop it",
                "unsubscribe",
                "afmeld",
                "afmeld mig",
                "frameld",
                "meld mig fra",
                "leave me alone");
    }

    @Override
    public Audience audience() {
        return Audience.ANYONE;
    }

    @Override
    public Uni<Void> run(Exchange exchange, String argument) {
        if (exchange.scene().member() == null) {
            joining.refuse(exchange, exchange.scene().bot(), exchange.scene().chat(), exchange.now());
            exchange.drop();
            exchange.say(Card.SPEECH.say(exchange, "stop.new"));
            return Uni.createFrom().voidItem();
        }
        return exchange.read(
                        LAST,
                        exchange.organisation().number(),
                        exchange.scene().bot().id(),
                        exchange.scene().chat(),
                        OwnKeys.PREFIX)
                .chain(rows -> Multi.createFrom()
                        .iterable(rows)
                        .onItem()
                        .transformToUniAndConcatenate(row -> kept(exchange, row))
                        .collect()
                        .asList())
                .chain(days -> ends(exchange).invoke(ends -> {
                    stop(exchange);
                    exchange.say(done(exchange, days) + ends, Keyboard.NONE);
                }))
                .replaceWithVoid();
    }

    private static String done(Exchange exchange, List<LocalDate> days) {
        return days.stream()
                .max(Comparator.naturalOrder())
                .map(day -> Card.SPEECH.say(
                        exchange,
                        "stop.done",
                        "day",
                        Speech.day(exchange.person().language(), day)))
                .orElseGet(() -> Card.SPEECH.say(exchange, "stop.done_without_answers"));
    }

    /** What else ends with it, each on a line. */
    private Uni<String> ends(Exchange exchange) {
        return Multi.createFrom()
                .iterable(farewells)
                .onItem()
                .transformToUniAndConcatenate(farewell -> farewell.of(exchange))
                .collect()
                .asList()
                .map(all -> all.stream()
                        .flatMap(Optional::stream)
                        .map(line -> "\n" + line)
                        .collect(Collectors.joining()));
    }

    private Uni<LocalDate> kept(Exchange exchange, Row row) {
        LocalDate last = row.getOffsetDateTime("last")
                .withOffsetSameInstant(ZoneOffset.UTC)
                .toLocalDate();
        return playbooks
                .version(exchange.organisation(), row.getString("playbook"), row.getString("version"))
                .map(playbook -> last.plus(playbook.keep()));
    }

    private void stop(Exchange exchange) {
        exchange.write(
                LEAVE,
                exchange.organisation().number(),
                exchange.scene().bot().id(),
                exchange.scene().chat(),
                exchange.utc());
        exchange.drop();
        joining.stop(exchange, exchange.scene().bot(), exchange.scene().chat(), exchange.now());
    }
}
