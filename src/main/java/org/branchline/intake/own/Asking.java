package org.branchline.intake.own;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import org.branchline.conversation.Keyboard;
import org.branchline.intake.Command;
import org.branchline.intake.Exchange;
import org.branchline.intake.Word;
import org.branchline.roster.BranchBook;
import org.branchline.roster.Officer;
import org.branchline.roster.Organisation;
import org.branchline.roster.Organisations;

/** Ask a person: who looks after the member's branch and who runs the campaign, by name, themselves left out, and where to write. */
@Singleton
class Asking implements Command {

    private final Organisations organisations;

    Asking(Organisations organisations) {
        this.organisations = organisations;
    }

    @Override
    public String name() {
        return "person";
    }

    @Override
    public Uni<Void> run(Exchange exchange, String argument) {
        Organisation organisation = organisations.organisation(exchange.organisation());
        String language = exchange.person().language();
        Long branch = exchange.member().branch();
        List<String> lines = new ArrayList<>();
        lines.add(Card.SPEECH.say(exchange, "person"));
        BranchBook book = exchange.scene().branches();
        named(lines, exchange, Word.YOURS.of(organisation, language, "captain"), book.captains(branch));
        named(lines, exchange, Word.YOURS.of(organisation, language, "coordinator"), book.coordinators(branch));
        organisation.about().text(language, "imprint").ifPresent(lines::add);
        exchange.say(
                lines.size() == 1 ? Card.SPEECH.say(exchange, "person.nobody") : String.join("\n", lines),
                Keyboard.row(Card.SPEECH.button(exchange, "wrong", "wrong", "")));
        return Uni.createFrom().voidItem();
    }

    private static void named(List<String> lines, Exchange exchange, String role, List<Officer> officers) {
        List<Officer> others = officers.stream()
                .filter(officer -> officer.member() != exchange.member().id())
                .toList();
        if (!others.isEmpty()) {
            String names = String.join(
                    ", ", others.stream().map(Officer::name).distinct().toList());
            lines.add(Card.SPEECH.say(exchange, "person.line", "names", names, "role", role));
        }
    }
}
