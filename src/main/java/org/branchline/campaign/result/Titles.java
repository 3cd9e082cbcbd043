package org.branchline.campaign.result;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.branchline.conversation.Action;
import org.branchline.conversation.Button;
import org.branchline.intake.Exchange;
import org.branchline.playbooks.Playbooks;

/** What people call playbooks, in the language of whoever looks at results. */
@Singleton
public class Titles {

    private final Playbooks playbooks;

    Titles(Playbooks playbooks) {
        this.playbooks = playbooks;
    }

    /** Its title; its key where a version of old can no longer be read. */
    Uni<String> of(Exchange exchange, Published playbook) {
        return playbooks
                .version(exchange.organisation(), playbook.key(), playbook.version())
                .map(found -> found.title().in(exchange.person().language()).source())
                .onFailure(IllegalStateException.class)
                .recoverWithItem(playbook.key());
    }

    /** The titles of the organisation's own playbooks by key, the newest first. */
    public Uni<Map<String, String>> all(Exchange exchange) {
        return Results.playbooks(exchange::read, exchange.organisation()).chain(all -> Multi.createFrom()
                .iterable(all)
                .onItem()
                .transformToUniAndConcatenate(
                        playbook -> of(exchange, playbook).map(title -> Map.entry(playbook.key(), title)))
                .collect()
                .in(
                        () -> (Map<String, String>) new LinkedHashMap<String, String>(),
                        (titles, one) -> titles.put(one.getKey(), one.getValue())));
    }

    /** A button for the results of each, one below the other. */
    Uni<List<List<Button>>> buttons(Exchange exchange, List<Published> all) {
        return Multi.createFrom()
                .iterable(all)
                .onItem()
                .transformToUniAndConcatenate(playbook -> of(exchange, playbook)
                        .map(title -> List.of(
                                new Button(title, new Action.Order("results", PlaybookToken.of(playbook.key()))))))
                .collect()
                .asList();
    }
}
