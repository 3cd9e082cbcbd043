package org.branchline.campaign.prompt;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.branchline.campaign.repeating.RuleWords;
import org.branchline.campaign.result.Titles;
import org.branchline.conversation.Action;
import org.branchline.conversation.Button;
import org.branchline.conversation.Keyboard;
import org.branchline.conversation.Moments;
import org.branchline.database.Audit;
import org.branchline.intake.Exchange;
import org.branchline.intake.InPlace;
import org.branchline.roster.Access;
import org.branchline.roster.Deed;

/** Shows prompts that stand, takes single occurrences out, pauses and ends. */
@Singleton
class Steering {

    private static final int SKIPPABLE = 3;

    private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("uuuuMMddHHmm");

    /** What was passed over where somebody of the organisation lives, as it was too late, in the last days. */
    private static final String PASSED = """
            select o.occurrence, count(distinct o.zone)::int as zones,
              (array_agg(distinct o.zone order by o.zone))[1:6] as some from occurrence o
            join schedule s on s.organisation = $1 and s.id = o.schedule and s.kind = 'prompt' and s.subject = $2
            where o.organisation = $1 and o.state = 'passed' and o.due_at > $3
              and o.zone in (
                select coalesce(m.timezone, h.timezone, 'UTC') from member m
                left join branch h on h.organisation = $1 and h.id = m.branch where m.organisation = $1)
            group by o.occurrence order by o.occurrence desc limit 3
            """;

    private final Titles titles;
    private final DryRun dryRun;

    Steering(Titles titles, DryRun dryRun) {
        this.titles = titles;
        this.dryRun = dryRun;
    }

    /** All that somebody may change. */
    Uni<Void> list(Exchange exchange, Access access) {
        return Prompts.all(exchange::read, exchange.scene().bot())
                .chain(all -> titles.all(exchange).invoke(titled -> {
                    List<List<Button>> rows = new ArrayList<>();
                    List<String> lines = new ArrayList<>();
                    for (Prompt prompt : all) {
                        if (!mine(exchange, access, prompt)) {
                            continue;
                        }
                        String title = titled.getOrDefault(
                                prompt.wanted().playbook(), prompt.wanted().playbook());
                        int number = rows.size() + 1;
                        lines.add(number + ". " + title + ": "
                                + RuleWords.of(exchange.person().language(), prompt.rule())
                                + (prompt.state() == Prompt.State.PAUSED
                                        ? PromptCommand.SPEECH.say(exchange, "paused")
                                        : ""));
                        rows.add(List.of(new Button(
                                number + ". " + title, new Action.Order(PromptCommand.NAME, "o." + prompt.id()))));
                    }
                    rows.add(List.of(PromptCommand.SPEECH.button(exchange, "new", PromptCommand.NAME, "new")));
                    InPlace.say(
                            exchange,
                            lines.isEmpty() ? PromptCommand.SPEECH.say(exchange, "none") : String.join("\n", lines),
                            new Keyboard(rows));
                }))
                .replaceWithVoid();
    }

    /** Whether the whole of its audience is within reach. */
    private static boolean mine(Exchange exchange, Access access, Prompt prompt) {
        return prompt.wanted()
                .audience()
                .within(access, Deed.PROMPT, exchange.scene().branches())
                .filter(prompt.wanted().audience()::equals)
                .isPresent();
    }

    Uni<Void> act(Exchange exchange, Access access, String deed, String with) {
        String[] parts = with.split("\\.", 2);
        if (!parts[0].matches("\\d{1,18}")) {
            return list(exchange, access);
        }
        return Prompts.find(exchange::read, exchange.organisation(), Long.parseLong(parts[0]))
                .map(found ->
                        found.filter(prompt -> prompt.state() != Prompt.State.ENDED && mine(exchange, access, prompt)))
                .chain(found -> found.map(
                                prompt -> act(exchange, access, prompt, deed, parts.length > 1 ? parts[1] : ""))
                        .orElseGet(() -> list(exchange, access)));
    }

    private Uni<Void> act(Exchange exchange, Access access, Prompt prompt, String deed, String with) {
        switch (deed) {
            case NotAsked.DEED -> {
                return NotAsked.show(exchange, access, prompt, with);
            }
            case "skip" -> {
                Optional<LocalDateTime> occurrence = prompt.ahead(exchange.now())
                        .limit(SKIPPABLE)
                        .filter(one -> SHORT.format(one).equals(with))
                        .findFirst();
                occurrence.ifPresent(one -> {
                    Prompts.skip(exchange, prompt, one);
                    note(exchange, prompt, "took an occurrence out of a prompt");
                });
                return occurrence.isPresent()
                        ? said(exchange, prompt, "skipped", occurrence.get())
                        : show(exchange, access, prompt);
            }
            case "pause" -> {
                Prompts.pause(exchange, prompt);
                note(exchange, prompt, "paused a prompt");
                return said(exchange, prompt, "is_paused", null);
            }
            case "on" -> {
                Prompts.goOn(exchange, prompt, exchange.now());
                note(exchange, prompt, "let a prompt go on");
                return said(exchange, prompt, "goes_on", null);
            }
            case "again" -> {
                Doubtful.again(exchange, prompt);
                note(exchange, prompt, "sent what was uncertain of a prompt again");
                return said(exchange, prompt, "goes_again", null);
            }
            case "end" -> {
                InPlace.say(
                        exchange,
                        PromptCommand.SPEECH.say(exchange, "end.sure"),
                        Keyboard.row(button(exchange, "end", "ended", prompt), button(exchange, "keep", "o", prompt)));
                return Uni.createFrom().voidItem();
            }
            case "ended" -> {
                Prompts.end(exchange, prompt);
                note(exchange, prompt, "ended a prompt");
                InPlace.say(
                        exchange,
                        PromptCommand.SPEECH.say(exchange, "is_ended"),
                        Keyboard.row(PromptCommand.SPEECH.button(exchange, "list", PromptCommand.NAME, "")));
                return Uni.createFrom().voidItem();
            }
            default -> {
                return show(exchange, access, prompt);
            }
        }
    }

    private static void note(Exchange exchange, Prompt prompt, String what) {
        Audit.record(
                exchange,
                exchange.organisation(),
                "member " + exchange.member().id(),
                what,
                List.of("prompt " + prompt.id()));
    }

    private static Uni<Void> said(
            Exchange exchange, Prompt prompt, String key, @org.jspecify.annotations.Nullable LocalDateTime occurrence) {
        InPlace.say(
                exchange,
                occurrence == null
                        ? PromptCommand.SPEECH.say(exchange, key)
                        : PromptCommand.SPEECH.say(
                                exchange,
                                key,
                                "moment",
                                RuleWords.moment(exchange.person().language(), occurrence)),
                Keyboard.row(button(exchange, "back", "o", prompt)));
        return Uni.createFrom().voidItem();
    }

    private static Button button(Exchange exchange, String key, String deed, Prompt prompt) {
        return PromptCommand.SPEECH.button(exchange, key, PromptCommand.NAME, deed + "." + prompt.id());
    }

    /** Its next occurrences, what was skipped lately, and what can be done. */
    private Uni<Void> show(Exchange exchange, Access access, Prompt prompt) {
        return Uni.combine()
                .all()
                .unis(
                        dryRun.of(exchange, prompt),
                        passed(exchange, prompt),
                        Doubtful.count(exchange::read, prompt),
                        NotAsked.count(exchange, access, prompt))
                .withUni((lines, late, doubtful, notAsked) -> {
                    List<List<Button>> rows = new ArrayList<>();
                    boolean going = prompt.state() == Prompt.State.GOING;
                    if (going) {
                        prompt.ahead(exchange.now())
                                .limit(SKIPPABLE)
                                .forEach(one -> rows.add(List.of(new Button(
                                        PromptCommand.SPEECH.say(
                                                exchange,
                                                "button.skip",
                                                "moment",
                                                RuleWords.moment(
                                                        exchange.person().language(), one)),
                                        new Action.Order(
                                                PromptCommand.NAME,
                                                "skip." + prompt.id() + "." + SHORT.format(one))))));
                    }
                    if (doubtful > 0) {
                        rows.add(List.of(button(exchange, "again", "again", prompt)));
                    }
                    if (notAsked > 0) {
                        rows.add(List.of(button(exchange, "who", NotAsked.DEED, prompt)));
                    }
                    rows.add(List.of(
                            button(exchange, going ? "pause" : "on", going ? "pause" : "on", prompt),
                            button(exchange, "end", "end", prompt)));
                    rows.add(List.of(PromptCommand.SPEECH.button(exchange, "list", PromptCommand.NAME, "")));
                    String uncertain =
                            doubtful == 0 ? "" : "\n" + PromptCommand.SPEECH.count(exchange, "uncertain", doubtful);
                    String left =
                            notAsked == 0 ? "" : "\n" + PromptCommand.SPEECH.count(exchange, "not_asked", notAsked);
                    InPlace.say(exchange, lines + late + left + uncertain, new Keyboard(rows));
                    return Uni.createFrom().voidItem();
                });
    }

    private static Uni<String> passed(Exchange exchange, Prompt prompt) {
        return exchange.read(
                        PASSED,
                        exchange.organisation().number(),
                        prompt.id(),
                        exchange.now().minus(java.time.Duration.ofDays(14)).atOffset(java.time.ZoneOffset.UTC))
                .map(rows -> {
                    StringBuilder late = new StringBuilder();
                    rows.forEach(row -> late.append('\n')
                            .append(PromptCommand.SPEECH.count(
                                    exchange,
                                    "passed",
                                    row.getInteger("zones"),
                                    "zones",
                                    places(row),
                                    "moment",
                                    RuleWords.moment(
                                            exchange.person().language(),
                                            LocalDateTime.parse(row.getString("occurrence"))))));
                    return late.toString();
                });
    }

    private static String places(Row row) {
        List<String> places = Arrays.stream(row.getArrayOfStrings("some"))
                .map(zone -> Moments.place(ZoneId.of(zone)))
                .toList();
        return String.join(", ", places) + (places.size() < row.getInteger("zones") ? ", …" : "");
    }
}
