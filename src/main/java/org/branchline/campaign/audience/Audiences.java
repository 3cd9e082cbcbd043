package org.branchline.campaign.audience;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.branchline.database.OrganisationId;
import org.branchline.database.Reads;
import org.branchline.database.Transactions;
import org.branchline.playbooks.OwnKeys;
import org.branchline.roster.Bot;
import org.branchline.roster.Branches;
import org.branchline.roster.Organisations;

/** Who is meant by criteria. Preview, count, sending and export all ask the same query. */
@Singleton
public class Audiences {

    /**
     * Yields {@code member, chat, language, timezone, name, branch} of everybody meant who can be reached with a bot, is not
     * stopped and still agrees. {@code timezone} is the member's own, else their branch's, else null; {@code branch} is its
     * number or null. Who asked for quiet is among them: that is decided when a row is claimed.
     *
     * <p>{@code $1} organisation (int), {@code $2} bot (bigint), {@code $3} criteria (text, as {@link Audience#json} writes
     * them and nobody else). In no order; each member once.
     */
    public static final String MEMBERS = Criteria.MEMBERS;

    private static final String COUNT = """
            select r.timezone, count(*)::int as members from (
            """ + MEMBERS + """
            ) r group by r.timezone order by 2 desc, 1
            """;

    private static final String BY_BRANCH = """
            select r.branch, count(*)::int as members from (
            """ + MEMBERS + """
            ) r group by r.branch
            """;

    private static final String PAGE = """
            select r.member, r.chat, r.language, r.timezone, r.name, r.branch from (
            """ + MEMBERS + """
            ) r where r.member > $4 order by r.member limit $5
            """;

    private static final String PLAYBOOKS = """
            select distinct playbook from playbook_version where organisation = $1 and not starts_with(playbook, $2)
            """;

    private final Transactions transactions;
    private final Branches branches;
    private final Organisations organisations;

    Audiences(Transactions transactions, Branches branches, Organisations organisations) {
        this.transactions = transactions;
        this.branches = branches;
        this.organisations = organisations;
    }

    /** Reads criteria somebody wrote, and whether this organisation knows what they name. */
    public Uni<AudienceReading> read(OrganisationId organisation, String json) {
        AudienceReading reading = Audience.read(json);
        return reading.of(
                audience -> branches.book(organisation)
                        .chain(book -> transactions.inTransaction(organisation, tx -> playbooks(tx::query, organisation)
                                .map(playbooks -> new Vocabulary(
                                                book,
                                                organisations
                                                        .organisation(organisation)
                                                        .languages(),
                                                playbooks)
                                        .judge(audience)))),
                problems -> Uni.createFrom().item(reading));
    }

    private static Uni<List<String>> playbooks(Reads reads, OrganisationId organisation) {
        return reads.read(PLAYBOOKS, organisation.number(), OwnKeys.PREFIX).map(rows -> {
            List<String> keys = new ArrayList<>();
            rows.forEach(row -> keys.add(row.getString("playbook")));
            return keys;
        });
    }

    /** How many are meant now, in a transaction of its own. */
    public Uni<Counted> count(OrganisationId organisation, Bot bot, Audience audience) {
        return transactions.inTransaction(organisation, tx -> count(tx::query, organisation, bot, audience));
    }

    /** How many are meant now. */
    public Uni<Counted> count(Reads reads, OrganisationId organisation, Bot bot, Audience audience) {
        return reads.read(COUNT, organisation.number(), bot.id(), audience.json())
                .map(rows -> {
                    List<Counted.InZone> zones = new ArrayList<>();
                    for (Row row : rows) {
                        zones.add(new Counted.InZone(row.getString("timezone"), row.getInteger("members")));
                    }
                    return new Counted(zones);
                });
    }

    /** How many are meant now, by the number of their branch; those without one are left out. */
    public Uni<Map<Long, Integer>> countByBranch(Reads reads, OrganisationId organisation, Bot bot, Audience audience) {
        return reads.read(BY_BRANCH, organisation.number(), bot.id(), audience.json())
                .map(rows -> {
                    Map<Long, Integer> counts = new HashMap<>();
                    for (Row row : rows) {
                        Long branch = row.getLong("branch");
                        if (branch != null) {
                            counts.put(branch, row.getInteger("members"));
                        }
                    }
                    return counts;
                });
    }

    /**
     * Some of those meant, by number.
     *
     * @param after the last of the page before, 0 for the first page
     * @param most 1 to 1,000
     */
    public Uni<List<Recipient>> page(
            Reads reads, OrganisationId organisation, Bot bot, Audience audience, long after, int most) {
        return reads.read(PAGE, organisation.number(), bot.id(), audience.json(), after, (long) most)
                .map(rows -> {
                    List<Recipient> page = new ArrayList<>();
                    rows.forEach(row -> page.add(Recipient.of(row)));
                    return page;
                });
    }
}
