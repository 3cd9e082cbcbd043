package org.branchline.delivery;

import io.smallrye.mutiny.Uni;
import org.branchline.roster.Bot;
import org.jboss.logging.Logger;

/** Makes a bot's requests, and tells the log of those that only a bug of ours explains: never a word of a message. */
final class Requests {

    private static final Logger LOG = Logger.getLogger(Requests.class);
    /** How often a message whose request fails in this program is tried. */
    private static final int MOST_FAILED = 3;

    private final Bot bot;
    private final Gateway gateway;
    private final Journeys journeys;

    Requests(Bot bot, Gateway gateway, Journeys journeys) {
        this.bot = bot;
        this.gateway = gateway;
        this.journeys = journeys;
    }

    /** What came of one request; does not fail. */
    Uni<Outcome> make(Parcel parcel) {
        return journeys.follow(bot, parcel, request(parcel));
    }

    private Uni<Outcome> request(Parcel parcel) {
        Letter letter = parcel.letter();
        return Uni.createFrom()
                .deferred(() -> parcel.paid()
                        ? gateway.sendPaid(bot, letter.chat(), letter.outgoing())
                        : gateway.send(bot, letter.chat(), letter.outgoing()))
                .onFailure()
                .recoverWithItem(bug -> failed(parcel, bug))
                .invoke(outcome -> outcome.bug()
                        .ifPresent(what -> LOG.errorf(
                                "bot=%d row=%d run=%s is given up, malformed: %s",
                                bot.id(), parcel.id(), letter.run(), what)));
    }

    /** A bug of ours shows each time: after a few tries the chat goes on without the message. */
    private Outcome failed(Parcel parcel, Throwable bug) {
        StackTraceElement[] at = bug.getStackTrace();
        String what = bug.getClass().getName() + (at.length == 0 ? "" : " at " + at[0]);
        if (parcel.tries() + 1 >= MOST_FAILED) {
            return new Outcome.Refused(Outcome.Refused.Reason.MALFORMED, what);
        }
        LOG.errorf(
                "bot=%d row=%d run=%s failed in this program: %s",
                bot.id(), parcel.id(), parcel.letter().run(), what);
        return new Outcome.Doubtful(bug.getClass().getSimpleName());
    }
}
