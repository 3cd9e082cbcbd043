package org.branchline.campaign.result;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.branchline.conversation.Keyboard;
import org.branchline.conversation.playbook.Playbook;
import org.branchline.intake.Command;
import org.branchline.intake.Exchange;
import org.branchline.playbooks.Playbooks;
import org.branchline.roster.Access;
import org.branchline.roster.Deed;
import org.branchline.roster.Organisations;

/** Tell those who answered: what many said goes back to them, once whoever runs the campaign has looked at it. */
@Singleton
class TellingBack implements Command {

    static final String NAME = "tell";

    /** Behind the playbook: asked whether, now show it. */
    private static final String SHOW = ":s";

    private final Playbooks playbooks;
    private final Organisations organisations;
    private final Proposal proposal;

    TellingBack(Playbooks playbooks, Organisations organisations, Proposal proposal) {
        this.playbooks = playbooks;
        this.organisations = organisations;
        this.proposal = proposal;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Audience audience() {
        return Audience.COORDINATOR;
    }

    @Override
    public Uni<Void> run(Exchange exchange, String argument) {
        String wanted = argument.strip();
        boolean show = wanted.endsWith(SHOW);
        String token = show ? wanted.substring(0, wanted.length() - SHOW.length()) : wanted;
        return Permitted.to(exchange, Deed.TELL_BACK, (access, all) -> {
            Optional<Published> found = PlaybookToken.find(token, all);
            if (found.isEmpty()) {
                exchange.say(ResultsText.SPEECH.say(exchange, "gone"));
                return Uni.createFrom().voidItem();
            }
            return tell(exchange, access, found.get(), show);
        });
    }

    private Uni<Void> tell(Exchange exchange, Access access, Published published, boolean show) {
        Results results = new Results(exchange::read, exchange.organisation(), Scope.of(access, Deed.TELL_BACK));
        return playbooks
                .version(exchange.organisation(), published.key(), published.version())
                .chain(playbook -> results.tallies(playbook)
                        .map(tallies -> Retold.of(playbook.questions(), tallies))
                        .chain(retold -> show && !retold.nothing()
                                ? lay(exchange, access, playbook, retold)
                                : ask(exchange, published, retold)));
    }

    /** In a message of its own: the results stay to be read. */
    private static Uni<Void> ask(Exchange exchange, Published published, Retold retold) {
        if (retold.nothing()) {
            exchange.say(ResultsText.SPEECH.say(exchange, "tell.few", "n", "" + Retold.FEWEST));
        } else {
            exchange.say(
                    ResultsText.SPEECH.say(exchange, "tell", "n", "" + retold.people()),
                    Keyboard.row(ResultsText.SPEECH.button(
                            exchange, "tell.show", NAME, PlaybookToken.of(published.key()) + SHOW)));
        }
        return Uni.createFrom().voidItem();
    }

    private Uni<Void> lay(Exchange exchange, Access access, Playbook playbook, Retold retold) {
        List<String> languages =
                organisations.organisation(exchange.organisation()).languages();
        Map<String, String> texts = new HashMap<>();
        languages.forEach(language -> texts.put(
                language, retold.in(language, playbook.title().in(language).source())));
        String whom = ResultsText.SPEECH.say(
                exchange,
                "tell.whom",
                "title",
                playbook.title().in(exchange.person().language()).source());
        // No further than whose answers it tells of.
        return org.branchline.campaign.audience.Audience.EVERYONE
                .finished(playbook.key())
                .within(access, Deed.TELL_BACK, exchange.scene().branches())
                .map(audience -> proposal.lay(exchange, access, audience, whom, texts))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }
}
