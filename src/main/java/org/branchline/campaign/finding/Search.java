package org.branchline.campaign.finding;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.branchline.campaign.audience.Audience;
import org.branchline.conversation.Keyboard;
import org.branchline.database.Audit;
import org.branchline.intake.Exchange;
import org.branchline.intake.InPlace;
import org.branchline.roster.Deed;

/**
 * What somebody looks for.
 *
 * @param mine those they may know of: a coordinator everybody, a captain their own
 */
record Search(Exchange exchange, Audience mine, List<Offer> offers, Wanted wanted) {

    Search {
        offers = List.copyOf(offers);
    }

    /** Goes on where the asker may know anybody by name, and says so where not. */
    static Uni<Void> allowed(Exchange exchange, Offers offers, String argument, Function<Search, Uni<Void>> then) {
        return exchange.access().chain(access -> {
            Optional<Audience> mine = Audience.EVERYONE.within(
                    access, Deed.SEE_NAMES, exchange.scene().branches());
            if (mine.isEmpty()) {
                exchange.say(FindingText.SPEECH.say(exchange, "not_for_you"));
                return Uni.createFrom().voidItem();
            }
            return offers.of(exchange)
                    .chain(all -> then.apply(new Search(exchange, mine.get(), all, Wanted.read(argument, all))));
        });
    }

    /** Asks the next question. */
    void ask() {
        InPlace.say(
                exchange,
                FindingText.question(exchange, wanted, offers),
                FindingText.answers(exchange, wanted, offers));
    }

    /**
     * Shows a page of those who fit.
     *
     * @param meanwhile what this turn does to the numbers
     * @param first a line above it, empty for none
     */
    Uni<Void> show(UnaryOperator<Found> meanwhile, String first) {
        return Found.find(
                        exchange::read,
                        exchange.scene().bot(),
                        reach(),
                        exchange.member().id(),
                        wanted.page(),
                        exchange.now())
                .map(meanwhile)
                .invoke(found -> {
                    audit(
                            "looked for people",
                            found.people().stream().map(Found.Person::member).toList());
                    String text = FindingText.people(exchange, wanted, offers, found);
                    Keyboard keyboard = FindingText.after(exchange, wanted, found);
                    InPlace.say(exchange, first.isEmpty() ? text : first + "\n\n" + text, keyboard);
                })
                .replaceWithVoid();
    }

    /** Those who fit and want to be asked first, some of them. */
    Uni<List<Found.Reserved>> reserved() {
        return Found.reserved(
                exchange::read,
                exchange.scene().bot(),
                reach(),
                exchange.member().id(),
                exchange.now());
    }

    void audit(String deed, List<Long> members) {
        Audit.record(
                exchange,
                exchange.organisation(),
                "member " + exchange.member().id(),
                deed,
                members.stream().map(member -> "member " + member).toList());
    }

    private Audience reach() {
        return wanted.within(mine, offers).without(List.of(exchange.member().id()));
    }
}
