package org.branchline.campaign.finding;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.branchline.campaign.audience.Audience;
import org.branchline.campaign.audience.Audiences;
import org.branchline.database.Reads;
import org.branchline.roster.Bot;
import org.jspecify.annotations.Nullable;

/**
 * Who fits, as far as the asker may know.
 *
 * @param people one page of those who may be named
 * @param total how many may be named
 * @param askable how many want to be asked first, and can be now
 */
record Found(List<Person> people, int total, int askable) {

    /** How many fit on a page. */
    static final int PAGE = 8;

    /** How many are asked at one press. */
    static final int MOST_ASKED = 10;

    /** Who did not answer, or said no, is left alone for so long. */
    private static final Duration PATIENCE = Duration.ofDays(30);

    private static final String FITTING = "from (\n" + Audiences.MEMBERS + """
            ) r
            join member f on f.organisation = $1 and f.id = r.member
            left join introduction i on i.organisation = $1 and i.asker = $4 and i.member = r.member
            """;

    private static final String NAMED =
            "select r.member, r.name, r.branch, r.timezone, count(*) over ()::int as total\n" + FITTING + """
            where not f.ask_first or i.agreed order by r.name, r.member offset $5 limit $6
            """;

    /** Those the asker may ask at that time; $5 when patience ends, $6 now. */
    private static final String ASKABLE = """
            where f.ask_first and i.agreed is not true and (i.asked_at is null or i.asked_at < $5)
              and (f.quiet_until is null or f.quiet_until <= $6)
            """;

    private static final String COUNT = "select count(*)::int as askable\n" + FITTING + ASKABLE;

    private static final String ASKED =
            "select r.member, r.chat, r.language\n" + FITTING + ASKABLE + "order by r.member limit $7";

    Found {
        people = List.copyOf(people);
    }

    /** Somebody who may be named. */
    record Person(
            long member,
            String name,
            @Nullable Long branch,
            @Nullable String zone) {}

    /** Somebody to be asked, in their language. */
    record Reserved(long member, long chat, String language) {}

    static Uni<Found> find(Reads reads, Bot bot, Audience audience, long asker, int page, Instant now) {
        return Uni.combine()
                .all()
                .unis(
                        reads.read(
                                NAMED,
                                bot.organisation().number(),
                                bot.id(),
                                audience.json(),
                                asker,
                                (long) page * PAGE,
                                (long) PAGE),
                        reads.read(
                                COUNT,
                                bot.organisation().number(),
                                bot.id(),
                                audience.json(),
                                asker,
                                patience(now),
                                now.atOffset(ZoneOffset.UTC)))
                .asTuple()
                .map(both -> {
                    List<Person> people = new ArrayList<>();
                    int total = 0;
                    for (Row row : both.getItem1()) {
                        people.add(new Person(
                                row.getLong("member"),
                                row.getString("name"),
                                row.getLong("branch"),
                                row.getString("timezone")));
                        total = row.getInteger("total");
                    }
                    return new Found(
                            people, total, both.getItem2().iterator().next().getInteger("askable"));
                });
    }

    static Uni<List<Reserved>> reserved(Reads reads, Bot bot, Audience audience, long asker, Instant now) {
        return reads.read(
                        ASKED,
                        bot.organisation().number(),
                        bot.id(),
                        audience.json(),
                        asker,
                        patience(now),
                        now.atOffset(ZoneOffset.UTC),
                        (long) MOST_ASKED)
                .map(rows -> {
                    List<Reserved> all = new ArrayList<>();
                    rows.forEach(row -> all.add(
                            new Reserved(row.getLong("member"), row.getLong("chat"), row.getString("language"))));
                    return all;
                });
    }

    private static OffsetDateTime patience(Instant now) {
        return now.minus(PATIENCE).atOffset(ZoneOffset.UTC);
    }
}
