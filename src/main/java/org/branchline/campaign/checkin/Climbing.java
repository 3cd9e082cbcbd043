package org.branchline.campaign.checkin;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.branchline.calendar.Due;
import org.branchline.calendar.QuietHours;
import org.branchline.campaign.broadcast.Schedule;
import org.branchline.campaign.occurrence.Fallen;
import org.branchline.campaign.occurrence.Occasion;
import org.branchline.campaign.occurrence.Plan;
import org.branchline.campaign.occurrence.Planned;
import org.branchline.campaign.prompt.Prompt;
import org.branchline.campaign.prompt.Prompts;
import org.branchline.database.OrganisationId;
import org.branchline.database.Reads;
import org.branchline.database.Transactions;
import org.branchline.roster.Organisations;

/** What follows an occurrence that a captain does not answer: one nudge, the buddy, a line in the coordinators' card. */
@Singleton
class Climbing implements Occasion {

    private final Transactions transactions;
    private final Organisations organisations;
    private final Nudging nudging;
    private final Helping helping;
    private final Reporting reporting;

    Climbing(
            Transactions transactions,
            Organisations organisations,
            Nudging nudging,
            Helping helping,
            Reporting reporting) {
        this.transactions = transactions;
        this.organisations = organisations;
        this.nudging = nudging;
        this.helping = helping;
        this.reporting = reporting;
    }

    @Override
    public String kind() {
        return Prompts.LADDER;
    }

    @Override
    public Uni<Plan> plan(Reads database, OrganisationId organisation, long subject, Instant from, Instant until) {
        QuietHours quiet = organisations.organisation(organisation).quietHours();
        return Prompts.find(database, organisation, subject)
                .map(found -> found.filter(prompt -> prompt.state() == Prompt.State.GOING)
                        .map(prompt -> plan(prompt, quiet, from, until))
                        .orElse(new Plan(List.of(), true)));
    }

    static Plan plan(Prompt prompt, QuietHours quiet, Instant from, Instant until) {
        List<Planned> planned = new ArrayList<>();
        LocalDateTime first = LocalDateTime.ofInstant(from, ZoneOffset.MIN).minusDays(Rung.DAYS);
        prompt.rule()
                .after(first)
                .takeWhile(occurrence -> Due.earliest(occurrence).isBefore(until))
                .filter(occurrence -> !prompt.skipped().contains(occurrence))
                .forEach(occurrence -> rungs(occurrence, prompt, quiet, from, until, planned));
        return new Plan(
                planned, Due.latest(prompt.rule().last().plusDays(Rung.DAYS)).isBefore(until));
    }

    private static void rungs(
            LocalDateTime occurrence,
            Prompt prompt,
            QuietHours quiet,
            Instant from,
            Instant until,
            List<Planned> planned) {
        int number = 1;
        for (LocalDateTime then : Rung.after(occurrence)) {
            String name = new Rung(occurrence, number++).name();
            Schedule.ZONES.forEach(zone -> {
                Instant due = quiet.end(Due.of(then, zone).at(), zone);
                if (!due.isBefore(from) && due.isBefore(until)) {
                    planned.add(new Planned(
                            name, zone, due, due.plus(prompt.wanted().late())));
                }
            });
        }
    }

    @Override
    public Uni<Void> falls(OrganisationId organisation, long subject, Fallen fallen) {
        Rung rung = Rung.read(fallen.occurrence());
        return transactions
                .inTransaction(organisation, tx -> Prompts.find(tx::query, organisation, subject))
                .flatMap(found -> found.filter(prompt -> prompt.state() == Prompt.State.GOING)
                        .map(prompt -> climb(prompt, rung, fallen))
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<Void> climb(Prompt prompt, Rung rung, Fallen fallen) {
        return switch (rung.number()) {
            case Rung.NUDGE -> nudging.nudge(prompt, rung.occurrence(), fallen);
            case Rung.BUDDY -> helping.ask(prompt, rung.occurrence(), fallen);
            default -> reporting.report(prompt, rung.occurrence(), fallen);
        };
    }

    /** A nudge that is late helps nobody; the card shows who is silent. */
    @Override
    public Uni<Void> passed(OrganisationId organisation, long subject, Fallen fallen) {
        return Uni.createFrom().voidItem();
    }
}
