package org.branchline.campaign.prompt;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.branchline.campaign.audience.Audience;
import org.branchline.campaign.broadcast.composing.Choosing;
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
import org.branchline.roster.Access;
import org.branchline.roster.Deed;

/** Puts a new prompt together: which playbook, to whom, when; then the dry run, and only then it stands. */
@Singleton
class Planning implements Expecting {

    private static final int MOST_PLAYBOOKS = 8;

    private final Titles titles;
    private final Whom whom;
    private final DryRun dryRun;

    Planning(Titles titles, Whom whom, DryRun dryRun) {
        this.titles = titles;
        this.whom = whom;
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
            return whom.offer(exchange, access, "");
        });
    }

    /** It is said to whom: when? */
    Uni<Void> to(Exchange exchange, Access access, String pressed) {
        String[] parts = pressed.split("\\.", 2);
        String with = parts.length > 1 ? parts[1] : "";
        return PromptDrafts.find(exchange).chain(found -> {
            if (found.isEmpty()) {
                return playbook(exchange);
            }
            return switch (parts[0]) {
                case Whom.STOP -> drop(exchange);
                case Whom.PAGE -> whom.offer(exchange, access, with);
                default ->
                    whom.chosen(exchange, access, parts[0], with)
                            .chain(chosen -> chosen.map(one -> to(exchange, access, found.get(), one))
                                    .orElseGet(() -> whom.offer(exchange, access, "")));
            };
        });
    }

    private static Uni<Void> to(Exchange exchange, Access access, PromptDrafts.Draft draft, Choosing.Chosen chosen) {
        Optional<Audience> audience =
                chosen.audience().within(access, Deed.PROMPT, exchange.scene().branches());
        audience.ifPresent(reached ->
                PromptDrafts.save(exchange, draft.to(reached, chosen.whom()).at(null)));
        InPlace.say(
                exchange, PromptCommand.SPEECH.say(exchange, audience.isPresent() ? "when" : "nobody"), Keyboard.NONE);
        return Uni.createFrom().voidItem();
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
