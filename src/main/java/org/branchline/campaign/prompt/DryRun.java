package org.branchline.campaign.prompt;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.branchline.campaign.audience.Audiences;
import org.branchline.campaign.audience.Counted;
import org.branchline.campaign.repeating.RuleWords;
import org.branchline.campaign.result.Titles;
import org.branchline.conversation.Moments;
import org.branchline.delivery.DeliveryConfig;
import org.branchline.intake.Exchange;
import org.branchline.roster.Organisations;

/** What the next occurrences would be, by the reader's clock. */
@Singleton
class DryRun {

    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");

    private final Audiences audiences;
    private final Organisations organisations;
    private final Titles titles;
    private final Whom whom;
    private final double rate;

    DryRun(Audiences audiences, Organisations organisations, Titles titles, Whom whom, DeliveryConfig config) {
        this.audiences = audiences;
        this.organisations = organisations;
        this.titles = titles;
        this.whom = whom;
        this.rate = config.sendRate();
    }

    /** Of one that is put together. */
    Uni<String> of(Exchange exchange, Wanted wanted) {
        return of(exchange, wanted, Set.of(), "")
                .map(lines -> lines + "\n\n" + PromptCommand.SPEECH.say(exchange, "dry.yet"));
    }

    /** Of one that stands. */
    Uni<String> of(Exchange exchange, Prompt prompt) {
        return of(
                exchange,
                prompt.wanted(),
                prompt.skipped(),
                prompt.state() == Prompt.State.PAUSED ? PromptCommand.SPEECH.say(exchange, "paused") : "");
    }

    /** How many people, in which zones, from when to when; a line each. */
    private Uni<String> of(Exchange exchange, Wanted wanted, Set<LocalDateTime> skipped, String state) {
        return audiences
                .count(exchange::read, exchange.organisation(), exchange.scene().bot(), wanted.audience())
                .chain(counted -> titles.all(exchange)
                        .map(all -> all.getOrDefault(wanted.playbook(), wanted.playbook()))
                        .map(title -> lines(exchange, wanted, counted, skipped, title + state)));
    }

    private String lines(Exchange exchange, Wanted wanted, Counted counted, Set<LocalDateTime> skipped, String title) {
        List<Foreseen> all = Foreseen.of(
                wanted,
                counted,
                organisations.organisation(exchange.organisation()).quietHours(),
                exchange.now(),
                rate);
        List<String> lines = new ArrayList<>();
        lines.add(PromptCommand.SPEECH.count(
                exchange,
                "dry",
                counted.total(),
                "title",
                title,
                "rule",
                RuleWords.of(exchange.person().language(), wanted.rule()),
                "whom",
                whom.of(exchange, wanted)));
        lines.add(
                all.isEmpty()
                        ? PromptCommand.SPEECH.say(exchange, "dry.never")
                        : PromptCommand.SPEECH.say(exchange, "dry.next", "zone", Moments.place(zone(exchange))));
        all.forEach(one -> lines.add(line(exchange, one, skipped)));
        return String.join("\n", lines);
    }

    private static String line(Exchange exchange, Foreseen one, Set<LocalDateTime> skipped) {
        String moment = RuleWords.moment(exchange.person().language(), one.occurrence());
        if (skipped.contains(one.occurrence())) {
            return PromptCommand.SPEECH.say(exchange, "dry.skipped", "moment", moment);
        }
        String from = clock(exchange, one, one.first());
        String until = clock(exchange, one, one.finished());
        String span = from.equals(until)
                ? from
                : PromptCommand.SPEECH.say(exchange, "dry.span", "from", from, "until", until);
        boolean said = one.zones() <= 1 && span.equals(HOUR.format(one.occurrence()));
        String line = PromptCommand.SPEECH.count(
                exchange,
                "dry.line",
                one.zones(),
                "moment",
                moment,
                "people",
                "" + one.people(),
                "span",
                said ? "" : ", " + span);
        return one.tooLate() == 0
                ? line
                : line + PromptCommand.SPEECH.say(exchange, "dry.late", "number", "" + one.tooLate());
    }

    /** The hour by the reader's clock, with its day where that is not the occurrence's. */
    private static String clock(Exchange exchange, Foreseen one, Instant instant) {
        ZonedDateTime there = instant.atZone(zone(exchange));
        boolean same = there.toLocalDate().equals(one.occurrence().toLocalDate());
        return DateTimeFormatter.ofPattern(
                        same ? "HH:mm" : "EEE HH:mm",
                        Locale.forLanguageTag(exchange.person().language()))
                .format(there);
    }

    private static ZoneId zone(Exchange exchange) {
        ZoneId zone = exchange.person().zone();
        return zone == null ? ZoneOffset.UTC : zone;
    }
}
