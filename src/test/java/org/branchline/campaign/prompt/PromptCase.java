package org.branchline.campaign.prompt;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.inject.Inject;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.branchline.calendar.Recurrence;
import org.branchline.campaign.audience.Audience;
import org.branchline.database.Clock;
import org.branchline.database.Writes;
import org.branchline.intake.RecordingGateway;
import org.branchline.intake.TestCampaign;
import org.branchline.intake.Volunteer;
import org.branchline.intake.waiting.WaitingRound;
import org.branchline.roster.Bot;
import org.junit.jupiter.api.BeforeEach;

/** An organisation with the weekly check-in's questions, and prompts that fall due when a test says so. */
public abstract class PromptCase {

    protected static final String PLAYBOOK = "branch-week";
    protected static final String FIRST = "Weekly check-in. Did the branch do anything this week?";

    @Inject
    protected TestCampaign campaign;

    @Inject
    protected RecordingGateway gateway;

    @Inject
    protected Clock clock;

    @Inject
    protected WaitingRound waiting;

    @Inject
    protected TestCalendar calendar;

    protected Bot bot;
    private final List<Volunteer> people = new ArrayList<>();

    @BeforeEach
    void organise() {
        bot = campaign.organise();
        campaign.publish(
                bot.organisation(), PLAYBOOK, "/workspaces/labour-international/playbooks/" + PLAYBOOK + ".yaml");
    }

    /** Tomorrow at 18:00 somewhere in the middle of the earth. */
    protected LocalDateTime tomorrow() {
        return LocalDateTime.ofInstant(clock.now(), ZoneOffset.UTC)
                .plusDays(1)
                .truncatedTo(ChronoUnit.DAYS)
                .withHour(18);
    }

    protected Volunteer livesIn(String name, String zone) {
        Volunteer volunteer = campaign.member(bot, name);
        moves(volunteer, zone);
        people.add(volunteer);
        return volunteer;
    }

    protected void moves(Volunteer volunteer, String zone) {
        rows("update member set timezone = $3 where organisation = $1 and telegram_user = $2", volunteer.chat(), zone);
    }

    /** To everybody who can be reached. */
    protected long begun(String rule, LocalDateTime start) {
        return begun(new Wanted(PLAYBOOK, Audience.EVERYONE, "", rule(rule, start), Wanted.LATE, false));
    }

    protected static Recurrence rule(String rule, LocalDateTime start) {
        return TestCalendar.rule(rule, start);
    }

    protected long begun(Wanted wanted) {
        return calendar.begin(bot, wanted);
    }

    protected Prompt prompt(long id) {
        return calendar.write(bot, (tx, writes) -> Prompts.find(tx::query, bot.organisation(), id))
                .orElseThrow();
    }

    /** What a prompt would be asked to do in a turn. */
    protected void does(Consumer<Writes> what) {
        calendar.write(bot, (tx, writes) -> {
            what.accept(writes);
            return Uni.createFrom().voidItem();
        });
    }

    /** What falls due in the next days is stored. */
    protected void plan() {
        calendar.plan(bot);
    }

    /** It is the hour of this in these zones: all that follows from it happens. */
    protected void falls(String kind, String occurrence, String... zones) {
        calendar.falls(bot, kind, occurrence, zones);
        people.forEach(Volunteer::catchesUp);
    }

    /** What is due by now happens. */
    protected void work() {
        calendar.work(bot);
        people.forEach(Volunteer::catchesUp);
    }

    /** How often somebody reads this, by now. */
    protected long times(Volunteer volunteer, String text) {
        calendar.allLeft(bot);
        return gateway.to(volunteer.chat()).stream()
                .filter(message -> Volunteer.text(List.of(message)).contains(text))
                .count();
    }

    /** Nobody did anything in their chats for a while. */
    protected void quietChats() {
        rows("update run set touched_at = now() - interval '11 minutes' where organisation = $1");
    }

    protected List<Row> rows(String sql, Object... more) {
        return campaign.rows(bot, sql, more);
    }
}
