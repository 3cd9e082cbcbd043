package org.branchline.campaign.prompt;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.branchline.campaign.audience.Audience;
import org.branchline.campaign.repeating.RuleWords;
import org.branchline.campaign.repeating.TypedRule;
import org.branchline.campaign.result.PlaybookToken;
import org.branchline.campaign.result.Titles;
import org.branchline.conversation.Action;
import org.branchline.conversation.Button;
import org.branchline.conversation.Keyboard;
import org.branchline.database.Audit;
import org.branchline.intake.Exchange;
import org.branchline.intake.Expecting;
import org.branchline.intake.InPlace;
import org.branchline.intake.Word;
import org.branchline.roster.Access;
import org.branchline.roster.Branch;
import org.branchline.roster.Deed;
import org.branchline.roster.Organisations;

/** Puts a new prompt together: which playbook, to whom, when; then the dry run, and only then it stands. */
@Singleton
class Planning implements Expecting {

    private static final int MOST_PLAYBOOKS = 8;
    private static final int MOST_BRANCHES = 6;

    private final Titles titles;
    private final Organisations organisations;
    private final DryRun dryRun;

    Planning(Titles titles, Organisations organisations, DryRun dryRun) {
        this.titles = titles;
        this.organisations = organisations;
        this.dryRun = dryRun;
    }

    /** Which playbook it shall ask. */
    Uni<Void> playbook(Exchange exchange) {
        return titles.all(exchange)
                .invoke(all -> {
                    List<List<Button>> rows = new ArrayList<>();
                    all.entrySet().stream()
                            .limit(MOST_PLAYBOOKS)
                            .forEach(one -> rows.add(List.of(new Button(
                                    one.getValue(),
                                    new Action.Order(PromptCommand.NAME, "p." + PlaybookToken.check(one.getKey()))))));
                    InPlace.say(exchange, PromptCommand.SPEECH.say(exchange, "which"), new Keyboard(rows));
                })
                .replaceWithVoid();
    }

    /** A playbook is chosen: to whom? */
    Uni<Void> chosen(Exchange exchange, Access access, String token) {
        return titles.all(exchange).chain(all -> {
            Optional<String> playbook = all.keySet().stream()
                    .filter(key -> PlaybookToken.check(key).equals(token))
                    .findFirst();
            if (playbook.isEmpty()) {
                return playbook(exchange);
            }
            PromptDrafts.begin(exchange, playbook.get());
            List<List<Button>> rows = new ArrayList<>();
            whom(exchange, access)
                    .forEach((choice, label) ->
                            rows.add(List.of(new Button(label, new Action.Order(PromptCommand.NAME, "a." + choice)))));
            InPlace.say(exchange, PromptCommand.SPEECH.say(exchange, "whom"), new Keyboard(rows));
            return Uni.createFrom().voidItem();
        });
    }

    /** By choice: everybody, the captains, and everybody of one of the topmost branches. */
    private Map<String, String> whom(Exchange exchange, Access access) {
        Map<String, String> choices = new LinkedHashMap<>();
        choices.put("all", PromptCommand.SPEECH.say(exchange, "button.all"));
        String captains = Word.ALL.of(
                organisations.organisation(exchange.organisation()),
                exchange.person().language(),
                "captain");
        choices.put("captains", captains.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + captains.substring(1));
        access.where(Deed.PROMPT).stream()
                .filter(branch -> branch.parent() == null)
                .limit(MOST_BRANCHES)
                .forEach(branch -> choices.put(
                        "" + branch.id(), branch.name(exchange.person().language())));
        return choices;
    }

    /** It is said to whom: when? */
    Uni<Void> to(Exchange exchange, Access access, String choice) {
        String label = whom(exchange, access).get(choice);
        return PromptDrafts.find(exchange).chain(found -> {
            if (found.isEmpty() || label == null) {
                return playbook(exchange);
            }
            Optional<Audience> audience = audience(exchange, choice)
                    .within(access, Deed.PROMPT, exchange.scene().branches());
            audience.ifPresent(reached ->
                    PromptDrafts.save(exchange, found.get().to(reached, label).at(null)));
            InPlace.say(
                    exchange,
                    PromptCommand.SPEECH.say(exchange, audience.isPresent() ? "when" : "nobody"),
                    Keyboard.NONE);
            return Uni.createFrom().voidItem();
        });
    }

    private static Audience audience(Exchange exchange, String choice) {
        if (choice.equals("captains")) {
            return Audience.read("{\"role\": [\"captain\"]}").of(read -> read, problems -> Audience.EVERYONE);
        }
        return choice.equals("all")
                ? Audience.EVERYONE
                : exchange.scene()
                        .branches()
                        .branch(Long.parseLong(choice))
                        .map(Branch::key)
                        .map(key -> Audience.EVERYONE.withBranches(List.of(key)))
                        .orElse(Audience.EVERYONE);
    }

    /** It stands from now on; only what was looked at. */
    Uni<Void> begin(Exchange exchange, Access access) {
        return PromptDrafts.find(exchange)
                .map(found -> found.flatMap(PromptDrafts.Draft::whole))
                .map(found -> found.filter(wanted -> wanted.audience()
                        .within(access, Deed.PROMPT, exchange.scene().branches())
                        .filter(wanted.audience()::equals)
                        .isPresent()))
                .chain(found -> found.isEmpty()
                        ? playbook(exchange)
                        : Prompts.begin(
                                        exchange::read,
                                        exchange,
                                        exchange.scene().bot(),
                                        null,
                                        found.get(),
                                        exchange.now())
                                .invoke(id -> {
                                    PromptDrafts.drop(exchange);
                                    Audit.record(
                                            exchange,
                                            exchange.organisation(),
                                            "member " + exchange.member().id(),
                                            "began a prompt",
                                            List.of("prompt " + id));
                                    InPlace.say(
                                            exchange,
                                            PromptCommand.SPEECH.say(
                                                    exchange,
                                                    "begun",
                                                    "rule",
                                                    RuleWords.of(
                                                            exchange.person().language(),
                                                            found.get().rule())),
                                            Keyboard.row(PromptCommand.SPEECH.button(
                                                    exchange, "list", PromptCommand.NAME, "")));
                                })
                                .replaceWithVoid());
    }

    Uni<Void> drop(Exchange exchange) {
        PromptDrafts.drop(exchange);
        InPlace.say(exchange, PromptCommand.SPEECH.say(exchange, "dropped"), Keyboard.NONE);
        return Uni.createFrom().voidItem();
    }

    @Override
    public Uni<Boolean> cancelled(Exchange exchange) {
        return PromptDrafts.find(exchange).map(found -> {
            if (found.isPresent()) {
                PromptDrafts.drop(exchange);
                exchange.say(PromptCommand.SPEECH.say(exchange, "dropped"));
            }
            return found.isPresent();
        });
    }

    /** When it shall come. */
    @Override
    public Uni<Boolean> heard(Exchange exchange, String text) {
        return PromptDrafts.find(exchange).chain(found -> found.filter(draft -> draft.audience() != null)
                .map(draft -> take(exchange, draft, text).replaceWith(true))
                .orElseGet(() -> Uni.createFrom().item(false)));
    }

    private Uni<Void> take(Exchange exchange, PromptDrafts.Draft draft, String text) {
        ZoneId zone = exchange.person().zone();
        LocalDateTime now = LocalDateTime.ofInstant(exchange.now(), zone == null ? ZoneOffset.UTC : zone);
        PromptDrafts.Draft timed = draft.at(TypedRule.read(text, now).orElse(null));
        Optional<Wanted> wanted = timed.whole();
        if (wanted.isEmpty()) {
            exchange.say(PromptCommand.SPEECH.say(exchange, "when.again"));
            return Uni.createFrom().voidItem();
        }
        PromptDrafts.save(exchange, timed);
        return dryRun.of(exchange, wanted.get())
                .invoke(lines -> exchange.say(
                        lines,
                        new Keyboard(List.of(
                                List.of(PromptCommand.SPEECH.button(exchange, "begin", PromptCommand.NAME, "begin")),
                                List.of(PromptCommand.SPEECH.button(exchange, "drop", PromptCommand.NAME, "drop"))))))
                .replaceWithVoid();
    }
}
