package org.branchline.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.branchline.campaign.broadcast.progress.Progress;
import org.branchline.campaign.event.EventKind;
import org.branchline.campaign.event.TestShifts;
import org.branchline.campaign.prompt.TestCalendar;
import org.branchline.conversation.Button;
import org.branchline.conversation.Keyboard;
import org.branchline.conversation.Outgoing;
import org.branchline.database.Clock;
import org.branchline.database.Transactions;
import org.branchline.intake.Recorded;
import org.branchline.intake.RecordingGateway;
import org.branchline.intake.TestCampaign;
import org.branchline.intake.Volunteer;
import org.branchline.intake.job.JobHandler;
import org.branchline.intake.job.Round;
import org.branchline.roster.Bot;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@TestProfile(Recorded.class)
class GoldenChatsIT {

    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final Pattern IN_DAYS = Pattern.compile("\\{in (\\d+) days}");
    /** {@code Ann reads: nothing}: all that came she has read. */
    private static final String NOTHING = "nothing";

    private static final Pattern DAYS = Pattern.compile("(\\d+) days?");

    @Inject
    TestCampaign campaign;

    @Inject
    RecordingGateway gateway;

    @Inject
    Progress progress;

    @Inject
    @Any
    Instance<JobHandler> handlers;

    @Inject
    @Any
    Instance<Round> rounds;

    @Inject
    Clock clock;

    @Inject
    TestCalendar calendar;

    @Inject
    Transactions transactions;

    private Bot bot;
    private final Map<String, Volunteer> people = new HashMap<>();
    private final Map<String, Integer> read = new HashMap<>();

    static Stream<GoldenChat> dialogues() {
        return GoldenChat.all();
    }

    @ParameterizedTest
    @MethodSource("dialogues")
    void people_talk_with_the_bot_as_it_is_written(GoldenChat dialogue) {
        bot = campaign.organise();
        dialogue.people().forEach(this::joins);
        dialogue.shifts().forEach(this::begins);
        people.forEach(
                (name, person) -> read.put(name, gateway.to(person.chat()).size()));
        dialogue.chat().forEach(this::play);
    }

    private void joins(String name, Map<String, String> traits) {
        Volunteer person = traits.containsKey("new") ? campaign.volunteer(bot, name) : campaign.member(bot, name);
        people.put(name, person);
        if (traits.containsKey("role")) {
            campaign.grant(person, Objects.requireNonNull(traits.get("role")), traits.get("of"));
        }
        if (traits.containsKey("language")) {
            campaign.rows(
                    bot,
                    "update member set language = $3 where organisation = $1 and telegram_user = $2",
                    person.chat(),
                    traits.get("language"));
        }
        traits.forEach((attribute, value) -> {
            if (List.of("skills", "languages", "availability").contains(attribute)) {
                campaign.rows(bot, """
                        insert into attribute (organisation, member, attribute, value, run, set_at)
                        select $1, m.id, $3, $4, (select max(r.id) from run r where r.organisation = $1), now()
                        from member m where m.organisation = $1 and m.telegram_user = $2
                        """, person.chat(), attribute, value);
            }
        });
    }

    private void begins(Map<String, String> shift) {
        shifts().make(
                        EventKind.valueOf(
                                shift.getOrDefault("kind", "phone_bank").toUpperCase(Locale.ROOT)),
                        Objects.requireNonNull(shift.get("title")),
                        Objects.requireNonNull(shift.get("host")),
                        Integer.valueOf(Objects.requireNonNull(shift.get("places"))),
                        0,
                        clock.now(),
                        Duration.ofDays(Long.parseLong(Objects.requireNonNull(shift.get("days")))),
                        shift.getOrDefault("rule", ""));
        campaign.rows(
                bot,
                "update event set script = $2 where organisation = $1 and titles ->> 'en' = $3",
                shift.getOrDefault("script", ""),
                shift.get("title"));
    }

    private TestShifts shifts() {
        return new TestShifts(campaign, bot, transactions, rounds, handlers);
    }

    private void play(GoldenChat.Step step) {
        if (step.deed() == GoldenChat.Deed.WAITS) {
            waits(step.what());
            return;
        }
        Volunteer person = Objects.requireNonNull(people.get(step.who()), step.who());
        switch (step.deed()) {
            case WRITES -> person.types(dated(step.what()));
            case PRESSES -> person.presses(step.what());
            case OPENS -> person.types("/start " + campaign.newestLink(bot, step.what()));
            case REPLIES -> {
                String[] parts = step.what().split(" -> ", 2);
                person.replies(parts[0], parts[1]);
            }
            case READS -> reads(step.who(), person, step.what());
            default -> finds(step.who(), person, step.what());
        }
    }

    /** Until a shift begins, or an hour of the check-in's week, or days pass, or the audience is taken and the time for calling it back is over. */
    private void waits(String what) {
        if (TestShifts.TIMES.containsKey(what)) {
            shifts().until(clock.now(), TestShifts.TIMES.get(what));
            return;
        }
        if (what.equals(TestShifts.MOMENT)) {
            shifts().work();
            return;
        }
        if (CheckInWeek.HOURS.contains(what)) {
            new CheckInWeek(campaign, calendar, clock).waits(bot, what);
            return;
        }
        Matcher days = DAYS.matcher(what);
        if (!days.matches()) {
            campaign.recruit(bot);
            campaign.letGo(bot);
            return;
        }
        PassingTime time = new PassingTime(campaign, bot, rounds, handlers);
        time.days(Integer.parseInt(days.group(1)));
        captainsLiveIn(PassingTime.evening(clock.now()));
        time.round("who cannot");
        time.round("reminders of deadlines");
        time.round("whom members want to get back to");
        time.work();
        captainsLiveIn(TOKYO.getId());
    }

    private void captainsLiveIn(String zone) {
        campaign.rows(
                bot,
                "update member m set timezone = $2 where organisation = $1 and exists ("
                        + "select from member_role r where r.organisation = $1 and r.member = m.id and r.role = 'captain')",
                zone);
    }

    /** A day so far from now, as it is typed. */
    private String dated(String text) {
        return IN_DAYS.matcher(text).replaceAll(found -> clock.now()
                .atZone(TOKYO)
                .toLocalDate()
                .plusDays(Integer.parseInt(found.group(1)))
                .toString());
    }

    private void reads(String name, Volunteer person, String expected) {
        int next = Objects.requireNonNull(read.get(name));
        if (expected.equals(NOTHING)) {
            assertThat(gateway.to(person.chat())
                            .subList(next, gateway.to(person.chat()).size()))
                    .as(name + " reads")
                    .isEmpty();
            return;
        }
        TestCampaign.patiently(name + " reads: " + expected)
                .until(() -> gateway.to(person.chat()).size() > next);
        read.put(name, next + 1);
        String seen = shown(gateway.to(person.chat()).get(next));
        assertThat(seen).as(name + " reads").matches(pattern(expected));
    }

    private void finds(String name, Volunteer person, String expected) {
        TestCampaign.patiently(name + " finds: " + expected).untilAsserted(() -> {
            campaign.rows(bot, "update broadcast_progress set look_at = now() where organisation = $1");
            TestCampaign.now(progress.work(bot));
            Pattern wanted = pattern(expected);
            assertThat(gateway.to(person.chat()))
                    .extracting(GoldenChatsIT::shown)
                    .anyMatch(seen -> wanted.matcher(seen).matches());
        });
        read.put(name, gateway.to(person.chat()).size());
    }

    private static Pattern pattern(String expected) {
        return Pattern.compile(Stream.of(expected.split("(?m)^…$", -1))
                .map(part -> Stream.of(part.split("…", -1)).map(Pattern::quote).collect(Collectors.joining(".*")))
                .collect(Collectors.joining("(?s:.*)")));
    }

    /** As it is written in a dialogue. */
    private static String shown(Outgoing outgoing) {
        if (outgoing instanceof Outgoing.Say say) {
            return shown(say.text(), say.keyboard());
        }
        if (outgoing instanceof Outgoing.Edit edit) {
            return shown(edit.text(), edit.keyboard());
        }
        if (outgoing instanceof Outgoing.Stored stored) {
            return shown(stored.caption(), stored.keyboard());
        }
        return outgoing instanceof Outgoing.Rebutton rebutton ? shown("", rebutton.keyboard()) : outgoing.toString();
    }

    private static String shown(String text, Keyboard keyboard) {
        StringBuilder shown = new StringBuilder(text.strip());
        for (List<Button> row : keyboard.rows()) {
            shown.append('\n')
                    .append(row.stream()
                            .map(button -> "[" + button.label() + "]")
                            .collect(Collectors.joining(" ")));
        }
        return shown.toString().strip();
    }
}
