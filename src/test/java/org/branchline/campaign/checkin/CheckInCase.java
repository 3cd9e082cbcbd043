package org.branchline.campaign.checkin;

import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import org.branchline.campaign.audience.Audience;
import org.branchline.campaign.prompt.PromptCase;
import org.branchline.campaign.prompt.Prompts;
import org.branchline.campaign.prompt.Wanted;
import org.branchline.intake.Volunteer;
import org.junit.jupiter.api.BeforeEach;

/** A captain, the buddy beside her, a coordinator, and a weekly check-in. */
abstract class CheckInCase extends PromptCase {

    static final String TOKYO = "Asia/Tokyo";

    Volunteer maria;
    Volunteer bo;
    Volunteer cora;
    LocalDateTime sunday;
    long prompt;

    @BeforeEach
    void mariaLooksAfterTokyo() {
        maria = livesIn("Maria", TOKYO);
        bo = livesIn("Bo", TOKYO);
        cora = livesIn("Cora", TOKYO);
        campaign.grant(maria, "captain", "tokyo");
        campaign.grant(bo, "buddy", "tokyo");
        campaign.grant(cora, "coordinator", null);
        sunday = LocalDateTime.ofInstant(clock.now(), ZoneId.of(TOKYO))
                .minusHours(1)
                .truncatedTo(ChronoUnit.HOURS);
        Audience captains = Audience.read("{\"role\": \"captain\"}").of(read -> read, problems -> Audience.EVERYONE);
        prompt =
                begun(new Wanted(PLAYBOOK, captains, "", rule("FREQ=WEEKLY", sunday.minusWeeks(5)), Wanted.LATE, true));
    }

    long number(String name) {
        return rows("select id from member where organisation = $1 and name = '" + name + "'")
                .get(0)
                .getLong("id");
    }

    /** It is the check-in's hour in Tokyo, so many weeks on. */
    void sunday(int weeks) {
        falls(Prompts.KIND, sunday.plusWeeks(weeks).toString(), TOKYO);
    }

    void rung(int weeks, int number) {
        falls(Prompts.LADDER, new Rung(sunday.plusWeeks(weeks), number).name(), TOKYO);
    }
}
