package org.branchline.campaign.deadline.nudging;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.branchline.campaign.branch.CardNeed;
import org.branchline.campaign.deadline.Deadline;
import org.branchline.campaign.deadline.InBranch;
import org.branchline.campaign.deadline.Telling;
import org.branchline.conversation.Action;
import org.branchline.intake.Exchange;
import org.branchline.intake.Speech;
import org.branchline.roster.Access;
import org.branchline.roster.Deed;

/**
 * Deadlines that are due soon and that many have not answered, on the weekly card of whoever may ask them once more. Of a
 * few, the soonest, it is counted in the turn who has not answered.
 */
@Singleton
class StillOpen implements CardNeed {

    private static final Speech SPEECH = Telling.SPEECH;
    private static final int SHOWN = 3;

    /** What is due later has reminders of its own still before it. */
    private static final Duration SOON = Duration.ofDays(8);

    @Override
    public int place() {
        return 0;
    }

    @Override
    public Uni<List<Need>> needs(Exchange exchange, Access access) {
        if (!access.mayAnywhere(Deed.BROADCAST)) {
            return Uni.createFrom().item(List.of());
        }
        return InBranch.soonest(exchange, access).flatMap(open -> Multi.createFrom()
                .iterable(open)
                .filter(deadline -> soon(exchange, deadline))
                .onItem()
                .transformToUniAndConcatenate(deadline -> Owing.count(exchange, deadline, access)
                        .map(owing -> owing.reached() == 0
                                ? Optional.<Need>empty()
                                : Optional.of(need(exchange, deadline, owing))))
                .filter(Optional::isPresent)
                .map(Optional::orElseThrow)
                .select()
                .first(SHOWN)
                .collect()
                .asList());
    }

    private static boolean soon(Exchange exchange, Deadline deadline) {
        return !AskingOnceMore.over(exchange, deadline)
                && deadline.due().in(zone(exchange)).isBefore(exchange.now().plus(SOON));
    }

    private static ZoneId zone(Exchange exchange) {
        ZoneId zone = exchange.person().zone();
        return zone == null ? ZoneOffset.UTC : zone;
    }

    private static Need need(Exchange exchange, Deadline deadline, Owing owing) {
        String language = exchange.person().language();
        return new Need(
                SPEECH.count(
                        exchange,
                        "card.need",
                        owing.all(),
                        "title",
                        deadline.title(language),
                        "by",
                        deadline.by(zone(exchange), language)),
                SPEECH.say(exchange, "button.ask"),
                new Action.Order(AskingOnceMore.NAME, deadline.id() + "." + AskingOnceMore.ALL));
    }
}
