package org.branchline.bench;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.net.NetClient;
import io.vertx.core.net.NetClientOptions;
import io.vertx.core.net.NetSocket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * People who join and answer through the webhook, so many at a time; who is through makes room for the next. Everything
 * happens on one event loop.
 */
final class Crowd {

    private static final long STUCK_NANOS = 30_000_000_000L;

    private static final class Line {
        final NetSocket socket;
        Volunteer speaking;

        Line(NetSocket socket) {
            this.socket = socket;
        }
    }

    private final Vertx vertx;
    private final BotApiEnd botApi;
    private final String head;
    private final Deque<Line> free = new ArrayDeque<>();
    private final Deque<Volunteer> ready = new ArrayDeque<>();
    private final Map<Long, Volunteer> people = new HashMap<>();
    private Tally tally = new Tally();
    private boolean going;
    private double pace;
    private long paceFrom;
    private long paced;
    private String puzzled = "";
    private Runnable before = () -> {};
    private Runnable after = () -> {};
    private int pause;
    private volatile long finished;

    Crowd(Vertx vertx, BotApiEnd botApi, int port, String path, String secret, int connections) {
        this.vertx = vertx;
        this.botApi = botApi;
        this.head = "POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
                + "X-Telegram-Bot-Api-Secret-Token: " + secret + "\r\nContent-Length: ";
        botApi.show(this::shown);
        NetClient client = vertx.createNetClient(new NetClientOptions().setTcpNoDelay(true));
        for (int i = 0; i < connections; i++) {
            Line line = new Line(Await.now(client.connect(port, "127.0.0.1")));
            line.socket.handler(new Framing((response, body) -> answered(line, response)));
            free.add(line);
        }
        vertx.setPeriodic(1, tick -> {
            if (pace > 0) {
                pump();
            }
        });
    }

    /** Called around each turn: before its update leaves, and when its commit was answered. For one connection. */
    void each(Runnable first, Runnable then) {
        before = first;
        after = then;
    }

    /** People take so many milliseconds before they go on. */
    void pauses(int millis) {
        pause = millis;
    }

    /** So many people at a time from now on, updates as fast as they are answered. */
    void come(int howMany) {
        on(() -> {
            going = true;
            pace = 0;
            for (int i = people.size(); i < howMany; i++) {
                enter();
            }
            pump();
            return null;
        });
    }

    /** From now on so many updates a second, 0 for as many as possible. */
    void pace(double perSecond) {
        on(() -> {
            pace = perSecond;
            paceFrom = System.nanoTime();
            paced = 0;
            pump();
            return null;
        });
    }

    /** Nobody does anything more; what is under way comes to its end. */
    void rest() {
        on(() -> {
            going = false;
            return null;
        });
    }

    /** How many people came through the whole audit. */
    long finished() {
        return finished;
    }

    /** Counts for so long. */
    Tally count(double seconds) {
        return later(done -> {
            countAnew();
            vertx.setTimer((long) (seconds * 1_000), over -> complete(done, this::count));
        });
    }

    /** What was counted since the last count began or ended. */
    Tally counted() {
        return on(this::count);
    }

    private Tally count() {
        stuck();
        tally.end();
        return countAnew();
    }

    /** Gives back what was counted so far. */
    private Tally countAnew() {
        Tally past = tally;
        tally = new Tally();
        botApi.tally = tally;
        return past;
    }

    private void stuck() {
        long now = System.nanoTime();
        long stuck = people.values().stream()
                .filter(person -> person.postedAt != 0 && now - person.postedAt > STUCK_NANOS)
                .count();
        if (stuck > 0) {
            throw new IllegalStateException(stuck + " people got no reply they understand, last: " + puzzled);
        }
    }

    private void enter() {
        Volunteer person = new Volunteer(8_000_000_000L + Numbers.next());
        people.put(person.chat, person);
        ready.add(person);
    }

    private void pump() {
        while (going && !free.isEmpty() && !ready.isEmpty() && due()) {
            Line line = free.poll();
            Volunteer person = ready.poll();
            line.speaking = person;
            person.answered = false;
            person.postedAt = System.nanoTime();
            String body = "{\"update_id\":" + Numbers.next() + "," + person.next;
            person.next = null;
            before.run();
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            line.socket.write(Buffer.buffer(head.length() + bytes.length + 12)
                    .appendString(head)
                    .appendString(Integer.toString(bytes.length))
                    .appendString("\r\n\r\n")
                    .appendBytes(bytes));
        }
    }

    private boolean due() {
        if (pace == 0) {
            return true;
        }
        if (paced >= (System.nanoTime() - paceFrom) / 1e9 * pace) {
            return false;
        }
        paced++;
        return true;
    }

    private void answered(Line line, String response) {
        Volunteer person = line.speaking;
        after.run();
        free.add(line);
        tally.turns++;
        if (!response.startsWith("HTTP/1.1 200")) {
            tally.refused++;
        }
        person.answered = true;
        goOn(person);
        pump();
    }

    private void shown(String method, long chat, Screen screen) {
        Volunteer person = people.get(chat);
        if (person == null || person.postedAt == 0) {
            return;
        }
        if (!person.sees(screen)) {
            if (method.equals("sendMessage")) {
                puzzled = screen.toString();
            }
            return;
        }
        tally.latency(System.nanoTime() - person.postedAt);
        person.postedAt = 0;
        goOn(person);
        pump();
    }

    private void goOn(Volunteer person) {
        if (!person.answered || person.next == null || person.postedAt != 0) {
            return;
        }
        if (person.finished()) {
            people.remove(person.chat);
            finished = finished + 1;
            enter();
        } else if (pause == 0) {
            ready.add(person);
        } else {
            vertx.setTimer(pause, over -> {
                ready.add(person);
                pump();
            });
        }
    }

    private <T> T on(Supplier<T> step) {
        return later(done -> complete(done, step));
    }

    /** Waits for what a step on the event loop completes, then or later. */
    private <T> T later(Consumer<CompletableFuture<T>> step) {
        CompletableFuture<T> done = new CompletableFuture<>();
        vertx.runOnContext(nothing -> step.accept(done));
        try {
            return done.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <T> void complete(CompletableFuture<T> done, Supplier<T> step) {
        try {
            done.complete(step.get());
        } catch (RuntimeException e) {
            done.completeExceptionally(e);
        }
    }
}
