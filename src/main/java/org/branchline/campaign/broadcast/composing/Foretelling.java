package org.branchline.campaign.broadcast.composing;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.branchline.calendar.LocalHour;
import org.branchline.calendar.QuietHours;
import org.branchline.campaign.audience.Counted;
import org.branchline.campaign.broadcast.Schedule;
import org.branchline.campaign.broadcast.Timing;
import org.branchline.campaign.broadcast.When;
import org.branchline.conversation.Moments;
import org.branchline.conversation.Phrases;
import org.jspecify.annotations.Nullable;

/** What will happen when a message is sent: who gets it when, who sleeps, and who would get it too late. */
final class Foretelling {

    private static final Phrases PHRASES = Phrases.open("broadcast");

    private final String language;
    private final ZoneId zone;
    private final Instant now;
    private final Timing timing;
    private final List<In> all = new ArrayList<>();

    /** What is due in a zone, and for how many. */
    private record In(Schedule.Due due, int members) {}

    /**
     * @param zone the writer's
     * @param notBefore the end of the time in which it can be called back
     */
    Foretelling(
            String language,
            ZoneId zone,
            Instant now,
            Instant notBefore,
            Timing timing,
            QuietHours quiet,
            Counted counted) {
        this.language = language;
        this.zone = zone;
        this.now = now;
        this.timing = timing;
        Schedule schedule = timing.schedule(quiet, notBefore);
        for (Counted.InZone in : counted.zones()) {
            all.add(new In(schedule.in(known(in.zone())), in.members()));
        }
        all.sort(Comparator.comparing(in -> in.due().at()));
    }

    static ZoneId known(@Nullable String zone) {
        return zone == null ? Schedule.UNKNOWN : ZoneId.of(zone);
    }

    /** How many would be woken if nobody looked at the clock. */
    int asleep() {
        return all.stream().filter(in -> in.due().night()).mapToInt(In::members).sum();
    }

    /** In lines. */
    String text() {
        List<String> lines = new ArrayList<>();
        lines.add(start());
        if (asleep() > 0) {
            lines.add(PHRASES.count(language, "when.asleep", asleep()));
        }
        Instant end = timing.finishBy();
        if (end != null) {
            lines.add(say("progress.until", "when", Moments.named(end, zone, language)));
            int late = all.stream()
                    .filter(in -> !in.due().at().isBefore(end))
                    .mapToInt(In::members)
                    .sum();
            if (late > 0) {
                lines.add(PHRASES.count(language, "when.late", late));
            }
        }
        return String.join("\n", lines);
    }

    private String start() {
        return all.isEmpty()
                ? say("when.now")
                : timing.when().of(new When.Cases<>() {
                    @Override
                    public String now() {
                        return say("when.now");
                    }

                    @Override
                    public String at(Instant moment) {
                        return say("when.at", "when", Moments.named(moment, zone, language), "in", in(moment));
                    }

                    @Override
                    public String ownHour(LocalHour hour) {
                        return atOwnHours();
                    }
                });
    }

    private String atOwnHours() {
        Schedule.Due first = all.get(0).due();
        Schedule.Due last = all.get(all.size() - 1).due();
        return first.at().equals(last.at())
                ? say("when.at", "when", there(first), "in", in(first.at()))
                : say(
                        "when.from",
                        "first",
                        there(first),
                        "in",
                        in(first.at()),
                        "last",
                        there(last),
                        "later",
                        in(last.at()));
    }

    private static String there(Schedule.Due due, String language) {
        return Moments.named(due.at(), due.zone(), language);
    }

    private String there(Schedule.Due due) {
        return there(due, language);
    }

    private String in(Instant moment) {
        Duration left = Duration.between(now, moment);
        long hours = Math.round(left.toMinutes() / 60.0);
        if (left.compareTo(Duration.ofMinutes(90)) < 0) {
            return PHRASES.count(language, "in.minutes", (int) Math.max(1, left.toMinutes()));
        }
        return hours <= 36
                ? PHRASES.count(language, "in.hours", (int) hours)
                : PHRASES.count(language, "in.days", (int) Math.round(hours / 24.0));
    }

    private String say(String key, String... values) {
        return PHRASES.say(language, key, values);
    }
}
