package org.branchline.campaign.prompt;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.branchline.calendar.Due;
import org.branchline.campaign.broadcast.Draft;
import org.branchline.campaign.broadcast.Notice;
import org.branchline.campaign.broadcast.Notices;
import org.branchline.campaign.broadcast.Offering;
import org.branchline.campaign.broadcast.Schedule;
import org.branchline.campaign.occurrence.Fallen;
import org.branchline.campaign.occurrence.Occasion;
import org.branchline.campaign.occurrence.Plan;
import org.branchline.campaign.occurrence.Planned;
import org.branchline.database.OrganisationId;
import org.branchline.database.Reads;
import org.branchline.database.Transactions;
import org.branchline.roster.Organisation;
import org.branchline.roster.Organisations;
import org.jboss.logging.Logger;

/** Puts a prompt's playbook to its audience, where and when an occurrence falls due. */
@Singleton
class Prompting implements Occasion {

    private static final Logger LOG = Logger.getLogger(Prompting.class);

    private final Transactions transactions;
    private final Organisations organisations;
    private final Offering offering;
    private final Notices notices;
    private final List<Excusing> excusing;

    Prompting(
            Transactions transactions,
            Organisations organisations,
            Offering offering,
            Notices notices,
            Instance<Excusing> excusing) {
        this.transactions = transactions;
        this.organisations = organisations;
        this.offering = offering;
        this.notices = notices;
        this.excusing = excusing.stream().toList();
    }

    @Override
    public String kind() {
        return Prompts.KIND;
    }

    @Override
    public Uni<Plan> plan(Reads database, OrganisationId organisation, long subject, Instant from, Instant until) {
        return Prompts.find(database, organisation, subject)
                .map(found -> found.filter(prompt -> prompt.state() == Prompt.State.GOING)
                        .map(prompt -> plan(prompt, from, until))
                        .orElse(new Plan(List.of(), true)));
    }

    private static Plan plan(Prompt prompt, Instant from, Instant until) {
        return new Plan(
                prompt.rule().occurrencesDueWithin(from, until, Schedule.ZONES).stream()
                        .filter(due ->
                                due.at().isBefore(until) && !prompt.skipped().contains(due.occurrence()))
                        .map(due -> new Planned(
                                due.occurrence().toString(),
                                due.zone(),
                                due.at(),
                                due.at().plus(prompt.wanted().late())))
                        .toList(),
                Due.latest(prompt.rule().last()).isBefore(until));
    }

    @Override
    public Uni<Void> falls(OrganisationId organisation, long subject, Fallen fallen) {
        LocalDateTime occurrence = LocalDateTime.parse(fallen.occurrence());
        return transactions
                .inTransaction(organisation, tx -> Prompts.find(tx::query, organisation, subject))
                .flatMap(found -> found.filter(prompt -> prompt.state() == Prompt.State.GOING
                                && !prompt.skipped().contains(occurrence))
                        .map(prompt -> put(prompt, occurrence, fallen))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<Void> put(Prompt prompt, LocalDateTime occurrence, Fallen fallen) {
        Organisation organisation = organisations.organisation(prompt.bot().organisation());
        return Multi.createFrom()
                .iterable(excusing)
                .onItem()
                .transformToUniAndConcatenate(each -> each.excuse(prompt, fallen.occurrence()))
                .collect()
                .last()
                .chain(() -> offering.of(organisation, prompt.wanted().playbook()))
                .flatMap(offer -> offer.map(draft -> put(prompt, organisation, occurrence, fallen, draft))
                        .orElseGet(() -> nothing(prompt)));
    }

    private Uni<Void> put(
            Prompt prompt, Organisation organisation, LocalDateTime occurrence, Fallen fallen, Draft offer) {
        return notices.put(
                prompt.bot(),
                Notice.asking(
                        new Notice.Asks(prompt.id(), fallen.occurrence(), offer),
                        prompt.wanted().audience(),
                        organisation,
                        Due.latest(occurrence).plus(prompt.wanted().late())),
                fallen);
    }

    private static Uni<Void> nothing(Prompt prompt) {
        LOG.warnf(
                "organisation=%s prompt=%d asks nobody: there is no playbook %s",
                prompt.bot().organisation(), prompt.id(), prompt.wanted().playbook());
        return Uni.createFrom().voidItem();
    }

    /** {@code occurrence} keeps it, and whoever looks at the prompt is told. */
    @Override
    public Uni<Void> passed(OrganisationId organisation, long subject, Fallen fallen) {
        LOG.infof(
                "organisation=%s prompt=%d occurrence=%s was skipped in %d zones",
                organisation, subject, fallen.occurrence(), fallen.zones().size());
        return Uni.createFrom().voidItem();
    }
}
