package org.branchline.campaign.helpdesk;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.branchline.conversation.Keyboard;
import org.branchline.intake.Command;
import org.branchline.intake.Exchange;
import org.branchline.intake.Speech;
import org.branchline.intake.Word;
import org.branchline.roster.BranchBook;
import org.branchline.roster.Officer;
import org.branchline.roster.Organisation;

/** Ask a person: who is there for the member, by name, and what the member writes next is offered to them. */
@Singleton
public class Asking implements Command {

    private static final Speech SPEECH = Names.SPEECH;

    private final Drafts drafts;
    private final Offering offering;
    private final Names names;

    Asking(Drafts drafts, Offering offering, Names names) {
        this.drafts = drafts;
        this.offering = offering;
        this.names = names;
    }

    @Override
    public String name() {
        return "person";
    }

    @Override
    public Uni<Void> run(Exchange exchange, String argument) {
        return about(exchange, "");
    }

    /** The same about something that the member was asked to do. */
    public Uni<Void> about(Exchange exchange, String about) {
        return Offering.helpers(exchange)
                .invoke(helpers -> {
                    if (helpers.isEmpty()) {
                        offering.nobody(exchange, "person.nobody");
                        return;
                    }
                    drafts.await(exchange, about);
                    exchange.say(
                            text(exchange),
                            Keyboard.row(
                                    SPEECH.button(exchange, "keep", "pass", Passing.NO),
                                    SPEECH.button(exchange, "wrong", "wrong", "")));
                })
                .replaceWithVoid();
    }

    private String text(Exchange exchange) {
        Organisation organisation = names.organisation(exchange);
        String language = exchange.person().language();
        Long branch = exchange.member().branch();
        BranchBook book = exchange.scene().branches();
        List<String> lines = new ArrayList<>();
        lines.add(SPEECH.say(exchange, "person"));
        named(lines, exchange, Word.YOURS.of(organisation, language, "captain"), book.captains(branch));
        named(lines, exchange, Word.YOURS.of(organisation, language, "coordinator"), book.coordinators(branch));
        organisation.about().text(language, "imprint").ifPresent(lines::add);
        lines.add(SPEECH.say(exchange, "person.write"));
        return String.join("\n", lines);
    }

    private static void named(List<String> lines, Exchange exchange, String role, List<Officer> officers) {
        String all = officers.stream()
                .filter(officer -> officer.member() != exchange.member().id())
                .map(Officer::name)
                .distinct()
                .collect(Collectors.joining(", "));
        if (!all.isEmpty()) {
            lines.add(SPEECH.say(exchange, "person.line", "names", all, "role", role));
        }
    }
}
