package org.branchline.campaign.prompt;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.branchline.campaign.audience.Audiences;
import org.branchline.campaign.repeating.RuleWords;
import org.branchline.delivery.DeliveryConfig;
import org.branchline.intake.Exchange;
import org.branchline.roster.Organisations;

/** What the next occurrences would be, by the reader's clock. */
@Singleton
class DryRun {

    private final Audiences audiences;
    private final Organisations organisations;
    private final double rate;

    DryRun(Audiences audiences, Organisations organisations, DeliveryConfig config) {
        this.audiences = audiences;
        this.organisations = organisations;
        this.rate = config.sendRate();
    }

    /** Of one that is put together. */
    Uni<String> of(Exchange exchange, Wanted wanted) {
        return of(exchange, wanted, Set.of());
    }

    /** How many people, in which zones, from when to when; a line each. */
    Uni<String> of(Exchange exchange, Wanted wanted, Set<java.time.LocalDateTime> skipped) {
        return audiences
                .count(exchange::read, exchange.organisation(), exchange.scene().bot(), wanted.audience())
                .map(counted -> {
                    List<Foreseen> all = Foreseen.of(
                            wanted,
                            counted,
                            organisations.organisation(exchange.organisation()).quietHours(),
                            exchange.now(),
                            rate);
                    String language = exchange.person().language();
                    List<String> lines = new ArrayList<>();
                    lines.add(PromptCommand.SPEECH.count(
                            exchange,
                            "dry",
                            counted.total(),
                            "rule",
                            RuleWords.of(language, wanted.rule()),
                            "whom",
                            wanted.whom()));
                    for (Foreseen one : all) {
                        lines.add(line(exchange, one, skipped));
                    }
                    if (all.isEmpty()) {
                        lines.add(PromptCommand.SPEECH.say(exchange, "dry.never"));
                    }
                    lines.add("\n"
                            + PromptCommand.SPEECH.say(
                                    exchange,
                                    "dry.clock",
                                    "zone",
                                    zone(exchange).getId()));
                    return String.join("\n", lines);
                });
    }

    private static String line(Exchange exchange, Foreseen one, Set<java.time.LocalDateTime> skipped) {
        String moment = RuleWords.moment(exchange.person().language(), one.occurrence());
        if (skipped.contains(one.occurrence())) {
            return PromptCommand.SPEECH.say(exchange, "dry.skipped", "moment", moment);
        }
        String line = PromptCommand.SPEECH.count(
                exchange,
                "dry.line",
                one.zones(),
                "moment",
                moment,
                "people",
                "" + one.people(),
                "from",
                clock(exchange, one.first()),
                "until",
                clock(exchange, one.finished()));
        return one.tooLate() == 0
                ? line
                : line + PromptCommand.SPEECH.say(exchange, "dry.late", "number", "" + one.tooLate());
    }

    private static String clock(Exchange exchange, Instant instant) {
        return DateTimeFormatter.ofPattern("d/M HH:mm").format(instant.atZone(zone(exchange)));
    }

    private static ZoneId zone(Exchange exchange) {
        ZoneId zone = exchange.person().zone();
        return zone == null ? ZoneOffset.UTC : zone;
    }
}
