package org.branchline.campaign.broadcast;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.LongFunction;
import org.branchline.campaign.audience.Audience;
import org.branchline.conversation.Outgoing;
import org.branchline.roster.Organisation;
import org.jspecify.annotations.Nullable;

/**
 * What the calendar says to many.
 *
 * @param origin of what it is: the same one again is the same notice
 * @param audience to whom it goes, as of the moment at which it falls due where each of them lives
 * @param words what it says by language, given the number that its buttons may carry; the organisation's first language at
 *     least
 * @param until from then on nobody gets it, null for no such end
 * @param lastDay after this day of theirs nobody gets it, null for no such end
 * @param rides whether it is no message of its own, but goes with whatever goes next to each of them
 * @param asks the occurrence of a prompt that it is, null for one that only says something
 * @param nudge the thing about which somebody asks once more, null for none: nobody gets two of one thing, or three in a week
 */
public record Notice(
        String origin,
        Audience audience,
        LongFunction<Map<String, Outgoing>> words,
        @Nullable Instant until,
        @Nullable LocalDate lastDay,
        boolean rides,
        @Nullable Asks asks,
        @Nullable String nudge) {

    /** One that only says something. */
    public Notice(
            String origin, Audience audience, LongFunction<Map<String, Outgoing>> words, @Nullable Instant until) {
        this(origin, audience, words, until, null, false, null, null);
    }

    /** One that only says something, until a day. */
    public Notice(
            String origin,
            Audience audience,
            LongFunction<Map<String, Outgoing>> words,
            @Nullable Instant until,
            @Nullable LocalDate lastDay,
            boolean rides) {
        this(origin, audience, words, until, lastDay, rides, null, null);
    }

    /**
     * A prompt that falls due: whoever gets nothing else that day is asked at once, the others get the offer with it.
     *
     * @param occurrence a local date-time
     * @param offer the playbook with its words and buttons
     */
    public record Asks(long prompt, String occurrence, Draft offer) {}

    /** A prompt that falls due. */
    public static Notice asking(Asks asks, Audience audience, Organisation organisation, Instant until) {
        return new Notice(
                "prompt:" + asks.prompt() + ":" + asks.occurrence(),
                audience,
                content -> Wording.of(asks.offer(), organisation, content),
                until,
                null,
                false,
                asks,
                null);
    }

    /** The same as a nudge about a thing. */
    public Notice about(String thing) {
        return new Notice(origin, audience, words, until, lastDay, rides, asks, thing);
    }
}
