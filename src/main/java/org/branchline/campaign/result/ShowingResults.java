package org.branchline.campaign.result;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.branchline.conversation.Button;
import org.branchline.conversation.Keyboard;
import org.branchline.conversation.playbook.Playbook;
import org.branchline.intake.Command;
import org.branchline.intake.Exchange;
import org.branchline.playbooks.Playbooks;
import org.branchline.roster.Access;
import org.branchline.roster.Deed;
import org.branchline.roster.Organisations;

/** {@code /results}, or {@code /results PLAYBOOK}: what came of a playbook, as far as the asker may see. */
@Singleton
class ShowingResults implements Command {

    private static final int MOST_PLAYBOOKS = 8;

    private final Playbooks playbooks;
    private final Organisations organisations;
    private final Titles titles;

    ShowingResults(Playbooks playbooks, Organisations organisations, Titles titles) {
        this.playbooks = playbooks;
        this.organisations = organisations;
        this.titles = titles;
    }

    @Override
    public String name() {
        return "results";
    }

    @Override
    public Audience audience() {
        return Audience.CAPTAIN;
    }

    @Override
    public Uni<Void> run(Exchange exchange, String argument) {
        return Permitted.to(exchange, Deed.SEE_RESULTS, (access, all) -> choose(exchange, access, all, argument));
    }

    private Uni<Void> choose(Exchange exchange, Access access, List<Published> all, String argument) {
        String wanted = argument.strip();
        if (wanted.isEmpty()) {
            wanted = organisations
                    .organisation(exchange.organisation())
                    .firstPlaybook()
                    .orElse("");
        }
        Optional<Published> playbook = PlaybookToken.find(wanted, all);
        List<Published> others = all.stream()
                .filter(other -> playbook.filter(other::equals).isEmpty())
                .limit(MOST_PLAYBOOKS)
                .toList();
        return titles.buttons(exchange, others)
                .chain(buttons -> playbook.map(shown -> show(exchange, access, shown, buttons))
                        .orElseGet(() -> ask(exchange, buttons)));
    }

    private static Uni<Void> ask(Exchange exchange, List<List<Button>> others) {
        exchange.say(ResultsText.SPEECH.say(exchange, others.isEmpty() ? "none" : "which"), new Keyboard(others));
        return Uni.createFrom().voidItem();
    }

    private Uni<Void> show(Exchange exchange, Access access, Published shown, List<List<Button>> others) {
        Results results = new Results(exchange::read, exchange.organisation(), Scope.of(access, Deed.SEE_RESULTS));
        return playbooks
                .version(exchange.organisation(), shown.key(), shown.version())
                .chain(playbook -> Uni.combine()
                        .all()
                        .unis(results.counts(playbook.key(), exchange.scene().branches()), results.tallies(playbook))
                        .asTuple()
                        .invoke(both -> say(exchange, access, playbook, both.getItem1(), both.getItem2(), others)))
                .replaceWithVoid();
    }

    private static void say(
            Exchange exchange,
            Access access,
            Playbook playbook,
            Counts counts,
            Map<String, Tally> tallies,
            List<List<Button>> others) {
        List<String> messages = new ResultsText(exchange.person().language()).of(playbook, counts, tallies);
        for (String message : messages.subList(0, messages.size() - 1)) {
            exchange.say(message);
        }
        String token = PlaybookToken.of(playbook.key());
        List<List<Button>> rows = new ArrayList<>();
        if (access.mayAnywhere(Deed.SEE_NAMES) && counts.joined() > counts.finished()) {
            rows.add(List.of(ResultsText.SPEECH.button(exchange, "unfinished", "unfinished", token)));
        }
        if (access.mayAnywhere(Deed.EXPORT) && counts.started() > 0) {
            rows.add(List.of(ResultsText.SPEECH.button(exchange, "csv", "csv", token)));
        }
        if (access.mayAnywhere(Deed.TELL_BACK) && counts.started() >= Retold.FEWEST) {
            rows.add(List.of(ResultsText.SPEECH.button(exchange, "tell", TellingBack.NAME, token)));
        }
        rows.addAll(others);
        exchange.say(messages.get(messages.size() - 1), new Keyboard(rows));
    }
}
