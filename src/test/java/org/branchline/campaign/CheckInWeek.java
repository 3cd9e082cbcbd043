package org.branchline.campaign;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.branchline.campaign.audience.Audience;
import org.branchline.campaign.prompt.Prompts;
import org.branchline.campaign.prompt.TestCalendar;
import org.branchline.campaign.prompt.Wanted;
import org.branchline.database.Clock;
import org.branchline.intake.TestCampaign;
import org.branchline.roster.Bot;

/** The hours of the weekly check-in, for whoever lives in Tokyo. */
final class CheckInWeek {

    /** As dialogues name them: {@code Nobody waits: until Monday}. */
    static final List<String> HOURS = List.of("until Sunday", "until Monday", "until Tuesday", "until Wednesday");

    private static final String TOKYO = "Asia/Tokyo";
    private static final String PLAYBOOK = "branch-week";

    private final TestCampaign campaign;
    private final TestCalendar calendar;
    private final Clock clock;

    CheckInWeek(TestCampaign campaign, TestCalendar calendar, Clock clock) {
        this.campaign = campaign;
        this.calendar = calendar;
        this.clock = clock;
    }

    void waits(Bot bot, String until) {
        LocalDateTime sunday = LocalDateTime.ofInstant(clock.now(), ZoneId.of(TOKYO))
                .minusHours(1)
                .truncatedTo(ChronoUnit.HOURS);
        int rung = HOURS.indexOf(until);
        if (rung == 0) {
            begin(bot, sunday);
            calendar.falls(bot, Prompts.KIND, sunday.toString(), TOKYO);
        } else {
            String asked = campaign.rows(bot, "select max(occurrence) as o from prompt_asked where organisation = $1")
                    .get(0)
                    .getString("o");
            calendar.falls(bot, Prompts.LADDER, asked + "+" + rung, TOKYO);
        }
    }

    private void begin(Bot bot, LocalDateTime sunday) {
        campaign.publish(
                bot.organisation(), PLAYBOOK, "/workspaces/labour-international/playbooks/" + PLAYBOOK + ".yaml");
        calendar.begin(
                bot,
                new Wanted(
                        PLAYBOOK,
                        Audience.read("{\"role\": \"captain\"}").of(read -> read, problems -> Audience.EVERYONE),
                        "",
                        TestCalendar.rule("FREQ=WEEKLY", sunday),
                        Wanted.LATE,
                        true));
    }
}
