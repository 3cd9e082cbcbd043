package org.branchline.drill;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;

/**
 * Many people press for few places at once, on three replicas that are killed meanwhile; then some give theirs up, and
 * those who wait and accept move up.
 */
final class PlacesRush {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final Duration LOOK = Duration.ofMillis(100);
    private static final int REPLICAS = 3;
    private static final int DUPLICATES = 20;

    private static final String SIGN_UP = "Sign me up";
    private static final Pattern POSITION = Pattern.compile("You are number (\\d+) on the waiting list");
    private static final String HELD = "✓ You have a place.";

    private static final String SHIFT = """
            with e as (
              insert into event (organisation, bot, kind, fallback, titles, host, audience, whom, zone, begins, minutes, places,
                made_at, stored_until)
              values (1, %d, 'phone_bank', 'en', '{"en": "Phone bank"}', null, '{}', 'Everyone', 'Europe/London',
                (now() + interval '5 days')::timestamp, 90, %d, now(), now()) returning organisation, id, begins, places)
            insert into shift (organisation, event, local, starts_at, ends_at, places)
            select organisation, id, begins, now() + interval '5 days', now() + interval '5 days 90 minutes', places from e
            """;

    private static final String IN_ORDER = """
            select m.telegram_user from shift_place p join member m on m.organisation = p.organisation and m.id = p.member
            where p.state = '%s' order by p.queue
            """;

    private final Path folder;
    private final int people;
    private final int places;
    private final int leaving;
    private final int kills;
    private final double pressedWithin;

    /** @param pressedWithin seconds from the first press to the last */
    PlacesRush(Path folder, int people, int places, int leaving, int kills, double pressedWithin) {
        this.pressedWithin = pressedWithin;
        this.folder = folder;
        this.people = people;
        this.places = places;
        this.leaving = leaving;
        this.kills = kills;
    }

    Figures play() throws Exception {
        Figures figures = new Figures("events");
        BundledWorkspace.copy(
                folder.resolve("workspace"), text -> text.replace("quiet_hours: 21:00-08:00", "quiet_hours: none"));
        try (Installation installation = new Installation(
                folder,
                Map.of("WORKSPACE", folder.resolve("workspace").toAbsolutePath().toString(), "LEASE_SECONDS", "5"))) {
            installation.open(Installation.Updates.WEBHOOK);
            Members.join(installation, people);
            run(installation, SHIFT.formatted(Installation.BOT, places));
            installation.kill();
            try (Replicas replicas = new Replicas(installation, REPLICAS)) {
                replicas.awaitAll();
                List<Integer> ports = replicas.all().stream().map(Replica::port).toList();
                try (Balancer balancer = new Balancer(installation.port(), ports)) {
                    new Rush(installation, replicas, figures).play();
                }
            }
        }
        return figures;
    }

    /** One of them. */
    private final class Rush {

        private final Installation installation;
        private final Replicas replicas;
        private final Figures figures;
        private final List<Caller> callers;

        Rush(Installation installation, Replicas replicas, Figures figures) {
            this.installation = installation;
            this.replicas = replicas;
            this.figures = figures;
            this.callers = IntStream.range(0, people)
                    .mapToObj(number -> new Caller(installation.control(), Members.FIRST + number))
                    .toList();
        }

        void play() throws Exception {
            all(callers, caller -> caller.types("/shifts"));
            List<Seen> lists = messages("1 ·");
            each(lists, (caller, seen) -> caller.presses(seen, "1 ·"));
            List<Seen> open = messages(SIGN_UP);
            installation.control().post("faults", SandboxControl.json().put("duplicate_percent", DUPLICATES));
            press(open);
            List<Long> waiting = signedUp();
            leave(waiting);
        }

        private void press(List<Seen> open) throws Exception {
            long begun = System.nanoTime();
            each(open, (caller, seen) -> caller.presses(seen, SIGN_UP));
            double seconds = (System.nanoTime() - begun) / 1e9;
            int killed = 0;
            for (int kill = 1; kill <= kills; kill++) {
                long rows = (long) kill * people / (kills + 1);
                await("press " + rows, () -> number("select count(*) from shift_place") >= rows);
                replicas.all().get(kill % REPLICAS).killAndStart();
                killed++;
            }
            await("all have asked", () -> number("select count(*) from shift_place") == people);
            figures.exactly("people", people, people)
                    .atMost("pressed_within_seconds", seconds, pressedWithin)
                    .exactly("kills", killed, kills);
        }

        /** Those who wait, in order. */
        private List<Long> signedUp() throws Exception {
            List<Long> waiting = chats("waiting");
            await("everybody reads how they stand", () -> told().size() == people);
            Map<Long, String> told = told();
            int wrong = 0;
            for (int i = 0; i < waiting.size(); i++) {
                Matcher position = POSITION.matcher(told.getOrDefault(waiting.get(i), ""));
                wrong += position.find() && Integer.parseInt(position.group(1)) == i + 1 ? 0 : 1;
            }
            long unread = chats("held").stream()
                    .filter(chat -> !told.getOrDefault(chat, "").contains(HELD))
                    .count();
            figures.exactly("in", number("select count(*) from shift_place where state = 'held'"), places)
                    .exactly("waiting", waiting.size(), people - places)
                    .exactly("waiting_out_of_order", wrong, 0)
                    .exactly("in_and_not_told", unread, 0)
                    .exactly("twice", number("select count(*) - count(distinct member) from shift_place"), 0)
                    .add(
                            "delivered_twice",
                            installation
                                    .control()
                                    .get("statistics")
                                    .path("updates_repeated")
                                    .asLong());
            return waiting;
        }

        /** Some of those who get an offer let it go: whoever accepts comes in, the first who do. */
        private void leave(List<Long> waiting) throws Exception {
            List<Long> held = chats("held").subList(0, leaving);
            for (long chat : held) {
                Caller caller = caller(chat);
                caller.presses(newest(caller, "I can't come"), "I can't come").join();
                caller.presses(newest(caller, "Give up"), "Give up").join();
            }
            Set<Long> declined = new HashSet<>();
            Set<Long> accepted = new HashSet<>();
            await("as many have accepted as left", () -> {
                for (long chat : chats("offered")) {
                    Caller caller = caller(chat);
                    boolean declines = waiting.indexOf(chat) % 4 == 2;
                    String label = declines ? "Let it go" : "Take the place";
                    caller.with(label).join().ifPresent(seen -> {
                        caller.presses(seen, label).join();
                        (declines ? declined : accepted).add(chat);
                    });
                }
                return number("select count(*) from shift_place where state = 'held'") == places
                        && number("select count(*) from shift_place where state = 'offered'") == 0;
            });
            List<Long> first = waiting.stream()
                    .filter(chat -> !declined.contains(chat))
                    .limit(leaving)
                    .toList();
            List<Long> in = chats("held");
            figures.exactly(
                            "left",
                            number("select count(*) from shift_place where state = 'left'"),
                            leaving + declined.size())
                    .add("declined", declined.size())
                    .exactly("moved_up", in.stream().filter(waiting::contains).count(), leaving)
                    .exactly(
                            "moved_up_out_of_turn",
                            in.stream()
                                    .filter(waiting::contains)
                                    .filter(Predicate.not(first::contains))
                                    .count(),
                            0)
                    .exactly("in_afterwards", in.size(), places)
                    .exactly("still_waiting", chats("waiting").size(), people - places - leaving - declined.size());
        }

        private Seen newest(Caller caller, String label) {
            return Awaitility.await(label)
                    .atMost(PATIENCE)
                    .pollInterval(LOOK)
                    .until(() -> caller.with(label).join(), java.util.Optional::isPresent)
                    .orElseThrow();
        }

        private Caller caller(long chat) {
            return callers.get((int) (chat - Members.FIRST));
        }

        /** The newest message of each with such a button, once all have one. */
        private List<Seen> messages(String label) {
            List<Seen> found = new ArrayList<>();
            callers.forEach(caller -> found.add(newest(caller, label)));
            return found;
        }

        /** By chat, what each reads of how they stand; nobody who does not yet. */
        private Map<Long, String> told() {
            Map<Long, String> told = new java.util.concurrent.ConcurrentHashMap<>();
            all(callers, caller -> caller.reads().thenAccept(seen -> seen.stream()
                    .map(Seen::text)
                    .filter(text ->
                            text.contains(HELD) || POSITION.matcher(text).find())
                    .reduce((before, next) -> next)
                    .ifPresent(text -> told.put(caller.chat(), text))));
            return told;
        }

        private void each(List<Seen> messages, Press press) {
            List<CompletableFuture<?>> together = new ArrayList<>();
            for (int i = 0; i < callers.size(); i++) {
                together.add(press.of(callers.get(i), messages.get(i)));
            }
            CompletableFuture.allOf(together.toArray(CompletableFuture[]::new)).join();
        }

        private long number(String sql) throws SQLException {
            return chatsOf(sql).get(0);
        }

        private List<Long> chats(String state) throws SQLException {
            return chatsOf(IN_ORDER.formatted(state));
        }

        private List<Long> chatsOf(String sql) throws SQLException {
            List<Long> all = new ArrayList<>();
            try (Connection owner = installation.owner();
                    Statement statement = owner.createStatement();
                    ResultSet rows = statement.executeQuery(sql)) {
                while (rows.next()) {
                    all.add(rows.getLong(1));
                }
            }
            return all;
        }
    }

    private interface Press {
        CompletableFuture<?> of(Caller caller, Seen message);
    }

    private interface Act {
        CompletableFuture<?> of(Caller caller);
    }

    private static void all(List<Caller> callers, Act act) {
        CompletableFuture.allOf(callers.stream().map(act::of).toArray(CompletableFuture[]::new))
                .join();
    }

    private static void run(Installation installation, String sql) throws SQLException {
        try (Connection owner = installation.owner();
                Statement statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void await(String what, Callable<Boolean> condition) {
        patiently(what).until(condition);
    }

    private static ConditionFactory patiently(String what) {
        return Awaitility.await(what).atMost(PATIENCE).pollInterval(LOOK);
    }
}
