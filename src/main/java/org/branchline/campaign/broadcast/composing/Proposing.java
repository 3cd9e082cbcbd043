package org.branchline.campaign.broadcast.composing;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.branchline.campaign.broadcast.Offering;
import org.branchline.campaign.result.PlaybookToken;
import org.branchline.campaign.result.Titles;
import org.branchline.conversation.Button;
import org.branchline.conversation.Keyboard;
import org.branchline.intake.Exchange;
import org.branchline.intake.InPlace;
import org.branchline.intake.Speech;
import org.branchline.roster.Election;
import org.branchline.roster.Organisation;
import org.branchline.roster.Organisations;

/** Questions in place of a text: which playbook the message offers. */
@Singleton
class Proposing {

    private static final Speech SPEECH = Reach.SPEECH;
    private static final int MOST = 8;

    private final Titles titles;
    private final Offering offering;
    private final Organisations organisations;

    Proposing(Titles titles, Offering offering, Organisations organisations) {
        this.titles = titles;
        this.offering = offering;
        this.organisations = organisations;
    }

    /** Offers the newest playbooks, and before an election to ask for more messages. */
    Uni<Void> ask(Exchange exchange, Composition composition) {
        return all(exchange)
                .invoke(all -> {
                    Buttons buttons = new Buttons(exchange, composition.id());
                    List<List<Button>> rows = new ArrayList<>();
                    all.entrySet().stream()
                            .limit(MOST)
                            .forEach(one -> rows.add(List.of(buttons.labelled(
                                    Choosing.shortened(one.getValue()), "q", PlaybookToken.check(one.getKey())))));
                    rows.add(List.of(buttons.of("words", "t"), buttons.of("stop", "x")));
                    InPlace.say(exchange, SPEECH.say(exchange, "offer.which"), new Keyboard(rows));
                })
                .replaceWithVoid();
    }

    /** By key, what can be offered. */
    private Uni<Map<String, String>> all(Exchange exchange) {
        Map<String, String> all = new LinkedHashMap<>();
        offering.election(organisations.organisation(exchange.organisation()))
                .ifPresent(election -> all.put(
                        Election.OFFER,
                        Offering.title(election, exchange.person().language())));
        return titles.all(exchange).map(found -> {
            all.putAll(found);
            return all;
        });
    }

    /** The message with the offer of a playbook; empty where there is none behind the button. */
    Uni<Optional<Said>> chosen(Exchange exchange, Organisation organisation, Said said, String token) {
        return all(exchange).flatMap(all -> all.keySet().stream()
                .filter(key -> PlaybookToken.check(key).equals(token))
                .findFirst()
                .map(key -> offering.texts(organisation, key)
                        .map(found -> found.map(words -> offered(said, organisation, key, words))))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    private static Said offered(Said said, Organisation organisation, String key, Map<String, String> words) {
        Map<String, String> others = new HashMap<>(words);
        String first =
                Objects.requireNonNull(others.remove(organisation.languages().get(0)));
        return said.saying(first).with(said.besides().offering(key, others));
    }
}
