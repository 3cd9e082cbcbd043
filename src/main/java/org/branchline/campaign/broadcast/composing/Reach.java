package org.branchline.campaign.broadcast.composing;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.branchline.campaign.audience.Audience;
import org.branchline.campaign.audience.Audiences;
import org.branchline.campaign.audience.Counted;
import org.branchline.campaign.broadcast.Schedule;
import org.branchline.conversation.Moments;
import org.branchline.intake.Exchange;
import org.branchline.intake.Speech;
import org.branchline.roster.Access;
import org.branchline.roster.Deed;

/** Whom a writer reaches of what they chose: never anybody beyond the branches they look after. */
@Singleton
public class Reach {

    static final Speech SPEECH = Speech.of("broadcast");

    private static final int MOST_ZONES = 6;

    private final Audiences audiences;

    Reach(Audiences audiences) {
        this.audiences = audiences;
    }

    /** The part of an audience that somebody may write to; empty where nothing of it is. */
    public static Optional<Audience> of(Exchange exchange, Access access, Audience chosen) {
        return chosen.within(access, Deed.BROADCAST, exchange.scene().branches());
    }

    /** How many that are now. */
    public Uni<Counted> count(Exchange exchange, Access access, Audience chosen) {
        return of(exchange, access, chosen)
                .map(audience -> audiences.count(
                        exchange::read,
                        exchange.organisation(),
                        exchange.scene().bot(),
                        audience))
                .orElseGet(() -> Uni.createFrom().item(new Counted(List.of())));
    }

    /** By which clock the writer lives. */
    public static ZoneId zone(Exchange exchange) {
        return Objects.requireNonNullElse(exchange.person().zone(), Schedule.UNKNOWN);
    }

    /**
     * Who gets it, how many they are and by which clocks they live.
     *
     * @param whom in the writer's words
     */
    public static String whom(Exchange exchange, String whom, Counted counted) {
        return SPEECH.count(exchange, "whom", counted.total(), "whom", whom)
                + "\n"
                + SPEECH.count(exchange, "zones", counted.zones().size(), "zones", zones(exchange, counted));
    }

    /** How many they are by the clocks they live by, each on the city after which its zone is named; empty for nobody. */
    static String zones(Exchange exchange, Counted counted) {
        List<String> told = new ArrayList<>();
        for (Counted.InZone in :
                counted.zones().subList(0, Math.min(MOST_ZONES, counted.zones().size()))) {
            String zone = in.zone();
            String place = zone == null ? SPEECH.say(exchange, "zone.unknown") : Moments.place(ZoneId.of(zone));
            told.add(place + " " + in.members());
        }
        int more = counted.zones().size() - told.size();
        if (more > 0) {
            told.add(SPEECH.count(exchange, "zone.more", more));
        }
        return String.join(" · ", told);
    }
}
