package org.branchline.campaign.enrolling;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.branchline.campaign.result.Answered;
import org.branchline.conversation.playbook.Option;
import org.branchline.conversation.playbook.Playbook;
import org.branchline.conversation.playbook.Question;
import org.branchline.database.Clock;
import org.branchline.database.OrganisationId;
import org.branchline.database.Transactions;
import org.branchline.playbooks.OwnKeys;
import org.branchline.playbooks.Playbooks;
import org.branchline.roster.BranchBook;
import org.branchline.roster.Branches;
import org.branchline.roster.Organisation;

/** Gathers what a list may name. */
@Singleton
class Knowing {

    private static final String CURRENT = """
            select distinct on (playbook) playbook, version from playbook_version
            where organisation = $1 and not starts_with(playbook, $2) order by playbook, published_at desc, version
            """;

    private static final String VERSIONS = """
            select distinct version from consent_wording where organisation = $1 order by version desc
            """;

    private static final String PURPOSES = """
            select p ->> 'purpose' as purpose from organisation o, jsonb_array_elements(o.settings -> 'consents') p
            where o.id = $1 and p ->> 'required' = 'true'
            """;

    /** Where an organisation names no purpose that everybody agrees to. */
    private static final String ANY_PURPOSE = "membership";

    private final Transactions transactions;
    private final Branches branches;
    private final Playbooks playbooks;
    private final Clock clock;

    Knowing(Transactions transactions, Branches branches, Playbooks playbooks, Clock clock) {
        this.transactions = transactions;
        this.branches = branches;
        this.playbooks = playbooks;
        this.clock = clock;
    }

    Uni<Known> of(Organisation organisation) {
        OrganisationId id = organisation.id();
        return Uni.combine()
                .all()
                .unis(branches.book(id), attributes(id), texts(id, VERSIONS), texts(id, PURPOSES))
                .asTuple()
                .map(found ->
                        known(organisation, found.getItem1(), found.getItem2(), found.getItem3(), found.getItem4()));
    }

    private Known known(
            Organisation organisation,
            BranchBook book,
            Map<String, List<String>> attributes,
            List<String> versions,
            List<String> purposes) {
        return new Known(
                organisation.languages(),
                book,
                attributes,
                versions,
                purposes.isEmpty() ? List.of(ANY_PURPOSE) : purposes,
                clock.now());
    }

    private Uni<List<String>> texts(OrganisationId organisation, String sql) {
        return transactions
                .inTransaction(organisation, tx -> tx.query(sql, organisation.number()))
                .map(rows -> {
                    List<String> texts = new ArrayList<>();
                    rows.forEach(row -> texts.add(row.getString(0)));
                    return texts;
                });
    }

    private Uni<Map<String, List<String>>> attributes(OrganisationId organisation) {
        return transactions
                .inTransaction(organisation, tx -> tx.query(CURRENT, organisation.number(), OwnKeys.PREFIX))
                .chain(rows -> Multi.createFrom()
                        .iterable(rows)
                        .onItem()
                        .transformToUniAndConcatenate(row -> playbook(organisation, row))
                        .collect()
                        .asList())
                .map(all -> saved(all.stream().flatMap(Optional::stream).toList()));
    }

    /** One that can no longer be read keeps nothing. */
    private Uni<Optional<Playbook>> playbook(OrganisationId organisation, Row row) {
        return playbooks
                .version(organisation, row.getString("playbook"), row.getString("version"))
                .map(Optional::of)
                .onFailure(IllegalStateException.class)
                .recoverWithItem(Optional.empty());
    }

    private static Map<String, List<String>> saved(List<Playbook> all) {
        Map<String, Set<String>> answers = new HashMap<>();
        for (Playbook playbook : all) {
            for (Question question : playbook.questions()) {
                String attribute = question.save();
                if (attribute != null && !question.special()) {
                    answers.computeIfAbsent(attribute, fresh -> new LinkedHashSet<>())
                            .addAll(Answered.options(question).stream()
                                    .map(Option::id)
                                    .toList());
                }
            }
        }
        Map<String, List<String>> saved = new HashMap<>();
        answers.forEach((attribute, options) -> saved.put(attribute, List.copyOf(options)));
        return saved;
    }
}
