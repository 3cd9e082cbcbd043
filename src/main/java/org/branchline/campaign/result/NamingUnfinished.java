package org.branchline.campaign.result;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.branchline.conversation.Action;
import org.branchline.conversation.Button;
import org.branchline.conversation.Keyboard;
import org.branchline.database.Audit;
import org.branchline.intake.Command;
import org.branchline.intake.Exchange;
import org.branchline.intake.InPlace;
import org.branchline.roster.Deed;

/** Who hasn't finished: names with their branch, in pages. */
@Singleton
class NamingUnfinished implements Command {

    private static final int PAGE = 20;

    private final Titles titles;

    NamingUnfinished(Titles titles) {
        this.titles = titles;
    }

    @Override
    public String name() {
        return "unfinished";
    }

    @Override
    public Audience audience() {
        return Audience.CAPTAIN;
    }

    @Override
    public Uni<Void> run(Exchange exchange, String argument) {
        int colon = argument.indexOf(':');
        String token = colon < 0 ? argument : argument.substring(0, colon);
        String page = colon < 0 ? "0" : argument.substring(colon + 1);
        int from = page.matches("\\d{1,4}") ? PAGE * Integer.parseInt(page) : 0;
        return Permitted.to(exchange, Deed.SEE_NAMES, (access, all) -> PlaybookToken.find(token, all)
                .map(playbook -> name(exchange, Scope.of(access, Deed.SEE_NAMES), playbook, from))
                .orElseGet(() -> {
                    exchange.say(ResultsText.SPEECH.say(exchange, "gone"));
                    return Uni.createFrom().voidItem();
                }));
    }

    private Uni<Void> name(Exchange exchange, Scope scope, Published playbook, int from) {
        return titles.of(exchange, playbook)
                .chain(title -> new Results(exchange::read, exchange.organisation(), scope)
                        .unfinished(playbook.key(), from, PAGE)
                        .invoke(people -> {
                            Audit.record(
                                    exchange,
                                    exchange.organisation(),
                                    "member " + exchange.member().id(),
                                    "looked at who has not finished",
                                    List.of("playbook " + playbook.key()));
                            say(exchange, people, playbook.key(), title, from);
                        }))
                .replaceWithVoid();
    }

    private static void say(Exchange exchange, List<Results.Person> people, String playbook, String title, int from) {
        if (people.isEmpty()) {
            InPlace.say(exchange, title + "\n" + ResultsText.SPEECH.say(exchange, "unfinished.nobody"), Keyboard.NONE);
            return;
        }
        int total = people.get(0).total();
        StringBuilder text =
                new StringBuilder(title).append('\n').append(ResultsText.SPEECH.count(exchange, "unfinished", total));
        for (Results.Person person : people) {
            text.append('\n').append(person.name());
            exchange.scene().branches().branch(person.branch()).ifPresent(branch -> text.append(", ")
                    .append(branch.name(exchange.person().language())));
        }
        List<Button> pages = new ArrayList<>();
        String token = PlaybookToken.of(playbook);
        if (from > 0) {
            pages.add(new Button("◀", new Action.Order("unfinished", token + ":" + (from / PAGE - 1))));
        }
        if (from + PAGE < total) {
            pages.add(new Button("▶", new Action.Order("unfinished", token + ":" + (from / PAGE + 1))));
        }
        // The results stay to be read: only turning a page replaces what is there.
        boolean turned = from > 0 || exchange.arrival() == null;
        Keyboard keyboard = pages.isEmpty() ? Keyboard.NONE : new Keyboard(List.of(pages));
        if (turned) {
            InPlace.say(exchange, text.toString(), keyboard);
        } else {
            exchange.say(text.toString(), keyboard);
        }
    }
}
