package org.branchline.campaign.broadcast.progress;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.branchline.campaign.broadcast.Counts;
import org.branchline.campaign.broadcast.Waiting;
import org.branchline.conversation.Action;
import org.branchline.conversation.Button;
import org.branchline.conversation.Keyboard;
import org.branchline.conversation.Moments;
import org.branchline.conversation.Phrases;

/** What the message says that shows how far a broadcast is, and the buttons below it. */
final class ProgressText {

    static final String STEER = "going";

    private static final Phrases PHRASES = Phrases.open("broadcast");
    private static final int WIDTH = 10;

    /** What goes within this time is said to go in one minute. */
    private static final Duration AT_ONCE = Duration.ofSeconds(90);

    private final Watched watched;
    private final Counts counts;
    private final Instant now;

    ProgressText(Watched watched, Counts counts, Instant now) {
        this.watched = watched;
        this.counts = counts;
        this.now = now;
    }

    /** The text: the same while nothing changes. */
    String text() {
        List<String> lines = new ArrayList<>();
        lines.add(say("progress.about", "about", watched.about()));
        if (waiting()) {
            lines.add(held());
            until(lines);
            return String.join("\n", lines);
        }
        boolean calledBack = cancelled() && settled() == counts.failed().getOrDefault("CANCELLED", 0L);
        lines.add(calledBack ? say("progress.called_back") : standing());
        if (!calledBack) {
            lines.add(bar() + " " + percent() + " %");
            lines.add(count("progress.sent", all(), "sent", "" + of("sent"), "whom", watched.whom()));
        }
        long failed = of("failed") - counts.failed().getOrDefault("CANCELLED", 0L);
        if (failed > 0) {
            lines.add(count("progress.failed", (int) failed, "reasons", reasons()));
        }
        if (of("uncertain") > 0) {
            lines.add(count("progress.uncertain", (int) of("uncertain")));
        }
        estimate(lines);
        if (counts.answers().stream().anyMatch(n -> n > 0)) {
            lines.add(answers());
        }
        return String.join("\n", lines);
    }

    /** For how long nothing of this changes by itself. */
    Duration unchanged(Duration most) {
        Instant next = waiting() ? counts.times().goesAt() : counts.waiting().next();
        boolean still = of("queued") + of("sending") == 0 && !counts.state().equals("creating");
        if (!still || next == null || counts.waiting().left() != null) {
            return Duration.ZERO;
        }
        Duration time = Duration.between(now, next);
        return time.compareTo(most) < 0 ? time : most;
    }

    /** What can be done about it now. */
    Keyboard keyboard() {
        if (waiting()) {
            return Keyboard.row(button("call_back", "cancel"));
        }
        return switch (counts.state()) {
            case "going" -> Keyboard.row(button("pause", "pause"), button("end", "cancel"));
            case "paused" ->
                counts.payment().missing()
                        ? new Keyboard(List.of(
                                List.of(button("go_on", "on"), button("go_on_free", "free")),
                                List.of(button("end", "cancel"))))
                        : Keyboard.row(button("go_on", "on"), button("end", "cancel"));
            case "done" -> of("uncertain") > 0 && !over() ? Keyboard.row(button("again", "again")) : Keyboard.NONE;
            default -> Keyboard.NONE;
        };
    }

    /** Where it stands. */
    private String standing() {
        return say(counts.payment().missing() ? "progress.no_stars" : "progress." + counts.state());
    }

    /** What somebody must hear of at once; empty where that is nothing, or was shown already. */
    Optional<String> alarm(String shown) {
        return counts.payment().missing() && !shown.contains(standing())
                ? Optional.of(say("progress.about", "about", watched.about()) + "\n" + standing())
                : Optional.empty();
    }

    private boolean over() {
        Instant end = counts.times().finishBy();
        return end != null && !end.isAfter(now);
    }

    private boolean waiting() {
        return counts.state().equals("creating") || counts.state().equals("held");
    }

    private boolean cancelled() {
        return counts.state().equals("cancelled");
    }

    private int all() {
        return counts.recipients() == 0 ? watched.expected() : counts.recipients();
    }

    private long of(String state) {
        return counts.byState().getOrDefault(state, 0L);
    }

    private long settled() {
        return of("sent") + of("failed") + of("uncertain");
    }

    private int percent() {
        long part = cancelled() ? of("sent") : settled();
        return all() == 0 ? 100 : (int) (100 * Math.min(part, all()) / all());
    }

    private String bar() {
        int full = percent() * WIDTH / 100;
        return "▓".repeat(full) + "░".repeat(WIDTH - full);
    }

    /** Blocked, gone and deleted chats are one thing to whoever reads it. */
    private String reasons() {
        Map<String, Long> told = counts.failed().entrySet().stream()
                .filter(entry -> !entry.getKey().equals("CANCELLED"))
                .collect(Collectors.groupingBy(
                        entry -> said(entry.getKey()),
                        java.util.TreeMap::new,
                        Collectors.summingLong(Map.Entry::getValue)));
        return told.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .map(entry -> entry.getValue() + " " + entry.getKey())
                .collect(Collectors.joining(", "));
    }

    private String said(String reason) {
        String key = "reason." + reason;
        return say(PHRASES.has(watched.language(), key) ? key : "reason.other");
    }

    /** When the first ones leave. */
    private String held() {
        Counts.Times times = counts.times();
        if (!times.goesAt().isAfter(now.plus(AT_ONCE))) {
            return count("progress.held", all(), "whom", watched.whom());
        }
        if (counts.state().equals("creating")) {
            return count("progress.chosen", all(), "whom", watched.whom());
        }
        boolean together = times.lastAt().equals(times.goesAt());
        return count(
                together ? "progress.scheduled" : "progress.from",
                all(),
                "whom",
                watched.whom(),
                "when",
                moment(times.goesAt()),
                "last",
                moment(times.lastAt()));
    }

    private void until(List<String> lines) {
        Instant end = counts.times().finishBy();
        if (end != null) {
            lines.add(say("progress.until", "when", moment(end)));
        }
    }

    /** Who waits for what, and how long those take whose time has come. */
    private void estimate(List<String> lines) {
        Waiting waiting = counts.waiting();
        Duration left = waiting.left();
        if (counts.state().equals("going") && left != null) {
            int minutes = (int) Math.min(Integer.MAX_VALUE, 1 + left.toSeconds() / 60);
            lines.add(count(waiting.all() == 0 ? "progress.left" : "progress.left_now", minutes));
        }
        for (String why : List.of("HOUR", "NIGHT", "TODAY")) {
            long members = waiting.why().getOrDefault(why, 0L);
            if (members > 0) {
                lines.add(count("progress.waiting." + why, (int) members));
            }
        }
        if (waiting.last() != null) {
            lines.add(say("progress.last", "when", moment(waiting.last())));
        }
        if (counts.state().equals("going") || counts.state().equals("paused")) {
            until(lines);
        }
    }

    private String moment(Instant moment) {
        return Moments.named(moment, watched.zone(), watched.language());
    }

    private String answers() {
        List<String> told = new ArrayList<>();
        for (int i = 0; i < Math.min(watched.labels().size(), counts.answers().size()); i++) {
            told.add(watched.labels().get(i) + " " + counts.answers().get(i));
        }
        return String.join(" · ", told);
    }

    private Button button(String key, String deed) {
        return new Button(say("button." + key), new Action.Order(STEER, deed + "." + counts.id()));
    }

    private String say(String key, String... values) {
        return PHRASES.say(watched.language(), key, values);
    }

    private String count(String key, int n, String... values) {
        return PHRASES.count(watched.language(), key, n, values);
    }
}
