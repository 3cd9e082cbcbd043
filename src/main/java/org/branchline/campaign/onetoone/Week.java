package org.branchline.campaign.onetoone;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import org.branchline.intake.Exchange;

/**
 * How many one-to-ones a member had this week, from Monday on by their own calendar.
 *
 * @param goal how many they mean to have, 0 where they chose none
 */
record Week(int met, int goal) {

    /** What can be chosen: a goal of an organiser is more than one of who begins. */
    static final List<Integer> GOALS = List.of(1, 2, 3, 5, 10);

    private static final String COUNT = """
            select
              (select count(*)::int from one_to_one
                where organisation = $1 and bot = $2 and member = $3 and met_on >= $4 and met_on < $5) as met,
              (select goal from one_to_one_choice where organisation = $1 and bot = $2 and member = $3) as goal
            """;

    private static final String CHOOSE = """
            insert into one_to_one_choice (organisation, bot, member, goal) values ($1, $2, $3, $4)
            on conflict (organisation, bot, member) do update set goal = excluded.goal
            """;

    static Uni<Week> of(Exchange exchange) {
        LocalDate monday = monday(Saying.today(exchange));
        return exchange.read(COUNT, OneToOnes.mine(exchange, monday, monday.plusWeeks(1)))
                .map(rows -> of(rows.iterator().next()));
    }

    private static Week of(Row row) {
        Integer goal = row.getInteger("goal");
        return new Week(row.getInteger("met"), goal == null ? 0 : goal);
    }

    /** On which the week of a day began. */
    static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    /** Chooses a goal, 0 for none. */
    static Uni<Void> choose(Exchange exchange, int goal) {
        return exchange.read(CHOOSE, OneToOnes.mine(exchange, goal == 0 ? null : goal))
                .replaceWithVoid();
    }

    String line(Exchange exchange) {
        if (goal == 0) {
            return Saying.SPEECH.count(exchange, "week", met);
        }
        return Saying.SPEECH.say(
                exchange, met < goal ? "goal.open" : "goal.reached", "met", "" + met, "goal", "" + goal);
    }
}
