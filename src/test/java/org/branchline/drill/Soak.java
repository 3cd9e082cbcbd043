package org.branchline.drill;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.branchline.start.RunningJar;

/**
 * A steady crowd talks with several processes on one Postgres, as fast as Telegram lets one bot write, with broadcasts and
 * kills meanwhile; the process that the installation begins with is never killed.
 */
final class Soak {

    private static final int TURNS_A_SECOND = 20;
    /** Telegram: 30 messages a second. */
    private static final int RATE = 30;
    /** Telegram: one message a second in a chat, which may burst. */
    static final int CHAT_RATE = 1;

    private static final int DUPLICATE_PERCENT = 10;
    private static final int FEWEST_SAMPLES = 3;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Path folder;
    private final Length length;
    private final int killed;
    private final int people;
    private final int chatRate;

    /**
     * How long it goes on.
     *
     * @param kills in it, at the same distance
     * @param broadcasts in it, at the same distance, some of them under way at a kill
     */
    record Length(Duration whole, int kills, int broadcasts) {

        /** One a minute. */
        int samples() {
            return (int) Math.max(FEWEST_SAMPLES, whole.toMinutes());
        }
    }

    /**
     * @param killed how many processes there are beside the one that is never killed
     * @param people at a time
     * @param chatRate messages a second in one chat, 0 for no such pacing
     */
    Soak(Path folder, Length length, int killed, int people, int chatRate) {
        this.folder = folder;
        this.length = length;
        this.killed = killed;
        this.people = people;
        this.chatRate = chatRate;
    }

    /**
     * @param flat whether it is long enough to say that the pace is held and the memory flat
     */
    Figures play(boolean flat) throws Exception {
        Figures figures = new Figures("soak");
        int port = RunningJar.freePort();
        try (Installation installation = new Installation(
                folder,
                Map.of(
                        "API_KEY", BroadcastApi.KEY,
                        "HTTP_PORT", Integer.toString(port),
                        "SEND_RATE", Integer.toString(RATE),
                        "CHAT_RATE", Integer.toString(chatRate)))) {
            installation.open(Installation.Updates.WEBHOOK);
            try (Replicas replicas = new Replicas(installation, killed)) {
                replicas.awaitAll();
                List<Integer> ports = Stream.concat(
                                Stream.of(port), replicas.all().stream().map(Replica::port))
                        .toList();
                try (Balancer balancer = new Balancer(installation.port(), ports)) {
                    new Course(installation, replicas, port, figures).run(flat);
                } finally {
                    // Replicas end the Postgres that it leaves.
                    installation.kill();
                }
            }
        }
        return figures;
    }

    /** One of them. */
    private final class Course {

        private final Installation installation;
        private final Figures figures;
        private final KillsInTurns kills;
        private final BroadcastsMeanwhile broadcasts;
        private final MemoryLines memory;
        private final Depths depths;

        Course(Installation installation, Replicas replicas, int port, Figures figures) {
            this.installation = installation;
            this.figures = figures;
            this.kills = new KillsInTurns(installation.service(), replicas);
            this.broadcasts =
                    new BroadcastsMeanwhile(installation, new BroadcastApi("http://localhost:" + port + "/api/v1"));
            this.memory = new MemoryLines(installation, replicas);
            this.depths = new Depths(installation);
        }

        void run(boolean flat) throws Exception {
            SandboxControl control = installation.control();
            control.post("limits", SandboxControl.json().put("per_bot", RATE));
            control.post("faults", SandboxControl.json().put("duplicate_percent", DUPLICATE_PERCENT));
            control.post("statistics", SandboxControl.json());
            try (Turns turns = new Turns(TURNS_A_SECOND);
                    SteadyCrowd crowd = new SteadyCrowd(control, Audit.bundled(), turns)) {
                crowd.begin(people);
                go();
                turns.into(figures, kills.outages(), flat);
                crowd.leave(PATIENCE);
                check(crowd, read(crowd));
            }
            if (flat) {
                memory.flat(figures);
            }
        }

        private void go() throws Exception {
            try (Timetable timetable = new Timetable(length.whole())) {
                timetable.spread(length.kills(), 0.5, () -> {
                    kills.next();
                    return null;
                });
                // Of those two minutes apart every third is on its way when three minutes bring a kill.
                timetable.spread(length.broadcasts(), 0.74, () -> {
                    broadcasts.next();
                    return null;
                });
                timetable.spread(length.samples(), 0.9, () -> {
                    memory.sample();
                    depths.sample();
                    return null;
                });
                timetable.await();
            }
        }

        /** Everything in everybody's chat, as it stands there now. */
        private Map<Long, List<Seen>> read(SteadyCrowd crowd) {
            Map<Long, List<Seen>> chats = new HashMap<>();
            for (Volunteer volunteer : crowd.volunteers()) {
                JsonNode chat = installation
                        .control()
                        .get("chats/" + volunteer.id() + "/messages?since=0&wait=0&bot=" + Installation.BOT);
                List<Seen> all = new ArrayList<>();
                chat.path("messages").forEach(message -> all.add(Seen.of(message)));
                chats.put(volunteer.id(), all);
            }
            return chats;
        }

        private void check(SteadyCrowd crowd, Map<Long, List<Seen>> chats) throws Exception {
            kills.into(figures, length.kills());
            broadcasts.into(figures, length.broadcasts(), chats, kills.interruptions(), RATE);
            try (Connection database = installation.operator()) {
                Stored stored = Stored.of(database, crowd.volunteers());
                Corrections corrections = Corrections.of(database, crowd.everybody());
                long askedTwice = crowd.volunteers().stream()
                        .mapToLong(volunteer -> volunteer.askedTwice(kills.outages()))
                        .sum();
                long copies = chats.values().stream()
                        .mapToLong(chat -> Copies.of(chat, kills.outages()))
                        .sum();
                figures.add("people", crowd.everybody().size())
                        .add("answers", stored.answers())
                        .add("corrections", corrections.made())
                        .exactly("lost", stored.lost() + corrections.lost(), 0)
                        .exactly("wrong_answers", stored.wrong() + corrections.wrong(), 0)
                        .exactly("unfinished", stored.unfinished(), 0)
                        .exactly("doubled", stored.doubled() + corrections.doubled() + askedTwice + copies, 0)
                        .exactly("left_without_question", crowd.left().size(), 0)
                        .add(
                                "sent_again_around_a_kill",
                                chats.values().stream().mapToLong(Copies::of).sum() - copies);
            }
            deliveries(crowd);
            depths.into(figures);
            memory.into(figures);
        }

        private void deliveries(SteadyCrowd crowd) {
            JsonNode statistics = installation.control().get("statistics");
            JsonNode deliveries = statistics.path("deliveries");
            String bot = Long.toString(Installation.BOT);
            figures.add("updates", crowd.updates())
                    .exactly(
                            "updates_left", statistics.path("pending").path(bot).asLong(), 0)
                    .add("delivered_twice", statistics.path("updates_repeated").asLong())
                    .add("refused_503", deliveries.path("503").asLong())
                    .add(
                            "broken_off",
                            deliveries.path("502").asLong()
                                    + deliveries.path("no answer").asLong())
                    .exactly(
                            "too_many_requests",
                            statistics.path("too_many_requests").asLong(),
                            0);
        }
    }
}
