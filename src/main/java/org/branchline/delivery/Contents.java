package org.branchline.delivery;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import org.branchline.conversation.Outgoing;
import org.branchline.database.OrganisationId;
import org.branchline.database.Reads;
import org.jspecify.annotations.Nullable;

/** What is said to many. It stands once, in each of its languages; the outbox's rows hold its number. */
public final class Contents {

    private static final String RESERVE =
            "insert into content (organisation, payloads, fallback) values ($1, '{}', $2) returning id";

    private static final String WRITE =
            "update content set payloads = $3, units = $4 where organisation = $1 and id = $2";

    /** A name may have 60 characters, each of up to two units. */
    private static final int LONGEST_NAME = 120;

    private static final String NAME = "\\{name}";

    /** What a moment in the reader's words and zone takes more than its slot. */
    private static final int LONGEST_MOMENT = 30;

    private static final String MOMENT = "\\{at:";

    private static final String UNTIL = "update content set until = $3 where organisation = $1 and id = $2";

    private static final String LAST_DAY = "update content set until_on = $3 where organisation = $1 and id = $2";

    private Contents() {}

    /**
     * Makes an empty one, whose number its own buttons may carry.
     *
     * @param fallback the language for whoever reads none of those it is written in
     */
    public static Uni<Long> reserve(Reads database, OrganisationId organisation, String fallback) {
        return database.read(RESERVE, organisation.number(), fallback)
                .map(rows -> rows.iterator().next().getLong("id"));
    }

    /**
     * Says what it is, in the same transaction.
     *
     * @param byLanguage the fallback's at least; {@code {name}} in a text becomes the reader's name, and {@code
     *     {at:2027-03-12T18:00:00Z}} that moment by the reader's own clock
     */
    public static Uni<Void> write(
            Reads database, OrganisationId organisation, long content, Map<String, Outgoing> byLanguage) {
        JsonObject payloads = new JsonObject();
        byLanguage.forEach(
                (language, outgoing) -> payloads.put(language, new JsonObject(OutgoingJson.write(outgoing))));
        return database.read(WRITE, organisation.number(), content, payloads, units(byLanguage.values()))
                .replaceWithVoid();
    }

    /** How much room the longest takes among others in one message; null where one of them is more than words. */
    private static @Nullable Integer units(Collection<Outgoing> all) {
        int longest = 0;
        for (Outgoing outgoing : all) {
            if (!(outgoing instanceof Outgoing.Say say)) {
                return null;
            }
            int names = say.text().split(NAME, -1).length - 1;
            int moments = say.text().split(MOMENT, -1).length - 1;
            longest = Math.max(longest, say.text().length() + names * LONGEST_NAME + moments * LONGEST_MOMENT);
        }
        return longest;
    }

    /**
     * Lets nobody get it from then on.
     *
     * @param end as people see the time
     */
    public static Uni<Void> until(Reads database, OrganisationId organisation, long content, Instant end) {
        return database.read(UNTIL, organisation.number(), content, end.atOffset(ZoneOffset.UTC))
                .replaceWithVoid();
    }

    /** Lets nobody get it after this day, by their own clock. */
    public static Uni<Void> until(Reads database, OrganisationId organisation, long content, LocalDate lastDay) {
        return database.read(LAST_DAY, organisation.number(), content, lastDay).replaceWithVoid();
    }
}
