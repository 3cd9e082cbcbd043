package org.branchline.campaign.finding;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.branchline.intake.Exchange;
import org.branchline.playbooks.OwnKeys;
import org.branchline.playbooks.Playbooks;

/** What an organisation's current playbooks keep of their answers. */
@Singleton
class Offers {

    private static final String CURRENT = """
            select playbook, version from (
              select distinct on (playbook) playbook, version, published_at from playbook_version
              where organisation = $1 and not starts_with(playbook, $2) order by playbook, published_at desc, version) p
            order by published_at desc, playbook
            """;

    private final Playbooks playbooks;

    Offers(Playbooks playbooks) {
        this.playbooks = playbooks;
    }

    /** Skill, language and time; a version of old that can no longer be read offers nothing. */
    Uni<List<Offer>> of(Exchange exchange) {
        return exchange.read(CURRENT, exchange.organisation().number(), OwnKeys.PREFIX)
                .chain(rows -> Multi.createFrom()
                        .iterable(rows)
                        .onItem()
                        .transformToUniAndConcatenate(row -> playbooks
                                .version(exchange.organisation(), row.getString("playbook"), row.getString("version"))
                                .map(Optional::of)
                                .onFailure(IllegalStateException.class)
                                .recoverWithItem(Optional.empty()))
                        .collect()
                        .asList())
                .map(all -> Offer.of(all.stream().flatMap(Optional::stream).toList()));
    }
}
