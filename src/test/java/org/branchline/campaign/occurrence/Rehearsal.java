package org.branchline.campaign.occurrence;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.branchline.campaign.audience.Audience;
import org.branchline.campaign.broadcast.Notice;
import org.branchline.campaign.broadcast.Notices;
import org.branchline.conversation.Outgoing;
import org.branchline.database.OrganisationId;
import org.branchline.database.Reads;
import org.branchline.roster.Bot;

/** Says "Now: " and the occurrence's name to everybody; its subjects are the numbers of bots. */
@Singleton
class Rehearsal implements Occasion {

    static final String KIND = "rehearsal";

    final Map<Long, List<Planned>> plans = new ConcurrentHashMap<>();
    /** On which threads what was planned of a subject was computed. */
    final Map<Long, String> threads = new ConcurrentHashMap<>();

    final List<Fallen> passed = new CopyOnWriteArrayList<>();

    private final Notices notices;

    Rehearsal(Notices notices) {
        this.notices = notices;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Uni<Plan> plan(Reads database, OrganisationId organisation, long subject, Instant from, Instant until) {
        return database.read("select 1")
                .invoke(read -> threads.put(subject, Thread.currentThread().getName()))
                .map(read -> new Plan(
                        plans.get(subject).stream()
                                .filter(planned -> !planned.due().isBefore(from)
                                        && planned.due().isBefore(until))
                                .toList(),
                        true));
    }

    @Override
    public Uni<Void> falls(OrganisationId organisation, long subject, Fallen fallen) {
        return notices.put(
                new Bot(organisation, subject),
                new Notice(
                        KIND + ":" + fallen.occurrence(),
                        Audience.EVERYONE,
                        content -> Map.of("en", new Outgoing.Say("Now: " + fallen.occurrence())),
                        null),
                fallen);
    }

    @Override
    public Uni<Void> passed(OrganisationId organisation, long subject, Fallen fallen) {
        passed.add(fallen);
        return Uni.createFrom().voidItem();
    }
}
