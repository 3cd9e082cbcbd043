package org.branchline.campaign.checkin;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Collectors;
import org.branchline.intake.Exchange;
import org.branchline.intake.Speech;
import org.branchline.intake.Word;
import org.branchline.roster.Branch;
import org.branchline.roster.Organisations;

/** What branches are called, in the reader's language. */
@Singleton
class Branchwords {

    static final Speech SPEECH = Speech.of("checkin");

    private final Organisations organisations;

    Branchwords(Organisations organisations) {
        this.organisations = organisations;
    }

    /** Their names, or "your branch" where there is none. */
    String names(Exchange exchange, List<Long> branches) {
        String language = exchange.person().language();
        String names = branches.stream()
                .flatMap(id -> exchange.scene().branches().branch(id).stream())
                .map(branch -> branch.name(language))
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? word(exchange, Word.YOURS, "branch") : names;
    }

    String name(Exchange exchange, Branch branch) {
        return branch.name(exchange.person().language());
    }

    String word(Exchange exchange, Word form, String concept) {
        return word(exchange, exchange.person().language(), form, concept);
    }

    /** In another's language. */
    String word(Exchange exchange, String language, Word form, String concept) {
        return form.of(organisations.organisation(exchange.organisation()), language, concept);
    }
}
