package org.branchline.campaign.event.signing;

import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.List;
import org.branchline.campaign.event.Mine;
import org.branchline.intake.Exchange;

/**
 * The next shifts that are open to a member, soonest first.
 *
 * @param first the first of all, at most {@link Mine#PAGE}
 * @param fit the first of those that suit them or that they are in, at most as many
 * @param others whether there are some that do not
 */
record Upcoming(List<Mine> first, List<Mine> fit, boolean others) {

    /** So many pages are gone through for what suits. */
    private static final int MOST_PAGES = 10;

    Upcoming {
        first = List.copyOf(first);
        fit = List.copyOf(fit);
    }

    /** Those of this chat's member. */
    static Uni<Upcoming> of(Exchange exchange, Fitting fitting) {
        return Mine.next(exchange)
                .chain(page -> further(exchange, fitting, new Upcoming(page, List.of(), false), page, MOST_PAGES));
    }

    private static Uni<Upcoming> further(
            Exchange exchange, Fitting fitting, Upcoming before, List<Mine> page, int pages) {
        Upcoming found = before.and(page, fitting);
        return page.size() < Mine.PAGE || found.fit().size() == Mine.PAGE || pages == 1
                ? Uni.createFrom().item(found)
                : Mine.next(exchange, page.get(page.size() - 1).shift())
                        .chain(next -> further(exchange, fitting, found, next, pages - 1));
    }

    private Upcoming and(List<Mine> page, Fitting fitting) {
        List<Mine> suit = new ArrayList<>(fit);
        boolean some = others;
        for (Mine mine : page) {
            boolean fits = mine.standing().in() || fitting.fits(mine.shift());
            some |= !fits;
            if (fits && suit.size() < Mine.PAGE) {
                suit.add(mine);
            }
        }
        return new Upcoming(first, suit, some);
    }
}
