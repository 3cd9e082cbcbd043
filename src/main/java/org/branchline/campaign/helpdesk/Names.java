package org.branchline.campaign.helpdesk;

import jakarta.inject.Singleton;
import java.util.List;
import java.util.Locale;
import org.branchline.intake.Exchange;
import org.branchline.intake.Speech;
import org.branchline.intake.Word;
import org.branchline.roster.Organisation;
import org.branchline.roster.Organisations;
import org.branchline.roster.Role;
import org.jspecify.annotations.Nullable;

/** What the room calls people: by their name where it is one, in the organisation's words where they are several. */
@Singleton
class Names {

    static final Speech SPEECH = Speech.of("helpdesk");

    private final Organisations organisations;

    Names(Organisations organisations) {
        this.organisations = organisations;
    }

    Organisation organisation(Exchange exchange) {
        return organisations.organisation(exchange.organisation());
    }

    /** Those who get a question, at least one. */
    String of(Exchange exchange, List<Helper> helpers, @Nullable Long branch) {
        if (helpers.size() == 1) {
            return helpers.get(0).name();
        }
        boolean captains = helpers.stream()
                .allMatch(helper -> helper.role(branch, exchange.scene().branches()) == Role.CAPTAIN);
        return word(exchange, exchange.person().language(), Word.ALL, captains ? Role.CAPTAIN : Role.COORDINATOR);
    }

    /** A role in a language, for example coordinator. */
    String role(Exchange exchange, String language, Role role) {
        return word(exchange, language, Word.ONE, role);
    }

    private String word(Exchange exchange, String language, Word form, Role role) {
        return form.of(organisation(exchange), language, role.name().toLowerCase(Locale.ROOT));
    }
}
