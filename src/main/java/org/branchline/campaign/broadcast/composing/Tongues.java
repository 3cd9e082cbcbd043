package org.branchline.campaign.broadcast.composing;

import java.util.ArrayList;
import java.util.List;
import org.branchline.conversation.Button;
import org.branchline.intake.Exchange;
import org.branchline.intake.Speech;
import org.branchline.roster.Organisation;

/** The languages in which a message to many is written. */
final class Tongues {

    private static final Speech SPEECH = Reach.SPEECH;

    private Tongues() {}

    /** Offers a text for each further language of the organisation. */
    static List<Button> buttons(Exchange exchange, Buttons buttons, Organisation organisation, Said said) {
        List<Button> offered = new ArrayList<>();
        for (int i = 1; i < organisation.languages().size(); i++) {
            String language = organisation.languages().get(i);
            String key = said.besides().texts().containsKey(language) ? "button.rewrite" : "button.also";
            offered.add(buttons.labelled(SPEECH.say(exchange, key, "language", Speech.language(language)), "l", i));
        }
        return offered;
    }

    /** Those that have a text, the organisation's first in front. */
    static List<String> written(Organisation organisation, Said said) {
        return organisation.languages().stream()
                .filter(language -> language.equals(organisation.languages().get(0))
                        || said.besides().texts().containsKey(language))
                .toList();
    }
}
