package org.branchline.sandbox.botapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.branchline.sandbox.chat.Bot;
import org.branchline.sandbox.chat.FileShelf;
import org.branchline.sandbox.chat.Json;
import org.branchline.sandbox.chat.World;
import org.branchline.sandbox.updates.Courier;
import org.branchline.sandbox.updates.Polling;
import org.branchline.sandbox.updates.Update;
import org.jspecify.annotations.Nullable;

/** Carries out a bot's requests, within the limits and with the faults asked for, and writes down what came. */
public final class BotApi {

    private static final String HTML = """
            <html>
            <head><title>502 Bad Gateway</title></head>
            <body><center><h1>502 Bad Gateway</h1></center></body>
            </html>
            """;
    private static final Set<String> NEW_MESSAGES = Set.of("sendmessage", "sendphoto", "senddocument");
    private static final int LONGEST_POLL_SECONDS = 50;

    private final World world;
    private final Settings settings;
    private final RandomGenerator random;
    private final Statistics statistics = new Statistics();
    private final RequestLog log = new RequestLog();
    private final Map<String, Method> methods = new HashMap<>();
    private final Lines lines;
    private final Receiving receiving;

    public BotApi(World world, Settings settings, FileShelf files, Courier courier, RandomGenerator random) {
        this.world = world;
        this.settings = settings;
        this.random = random;
        this.lines = new Lines(world, courier, random, settings, statistics, this::replied);
        this.receiving = new Receiving(world, lines);
        Chats chats = new Chats(world);
        chats.offer(methods);
        new Sending(world, chats, files).offer(methods);
        new Editing(world, chats).offer(methods);
        new Answering(world).offer(methods);
        new Introducing(world).offer(methods);
        receiving.offer(methods);
        world.sendTo(lines);
        world.bots().forEach(lines::of);
    }

    public Statistics statistics() {
        return statistics;
    }

    public RequestLog log() {
        return log;
    }

    /** Changes the faults; the end of a pause lets updates go again. */
    public void faults(Faults next) {
        settings.faults(next);
        if (!next.pause()) {
            lines.pauseEnded();
        }
    }

    /** Delivers an update once more. */
    public void again(Bot bot, Update update) {
        lines.again(bot, update);
    }

    /** What a bot has to pay its messages with. */
    public double stars(Bot bot) {
        return lines.of(bot).purse.stars();
    }

    /** What it has paid since the start. */
    public double spent(Bot bot) {
        return lines.of(bot).purse.spent();
    }

    /** Gives a bot so many Stars, no more and no less. */
    public void fill(Bot bot, double stars) {
        lines.of(bot).purse.fill(stars);
    }

    /** From now on the bot is told to wait, for so many seconds. */
    public void close(Bot bot, int seconds) {
        lines.of(bot).pace.close(seconds, world.ticker().millis());
    }

    /** Answers now or, for a long poll, later. The returned task ends a request whose connection is gone. */
    public Runnable handle(Bot bot, Call call, Consumer<Answer> answer) {
        String method = call.key();
        Faults faults = settings.faults();
        Faults.Fault fault = faults.concern(method) ? faults.pick(random.nextDouble(100)) : Faults.Fault.NONE;
        boolean carriedOut = fault != Faults.Fault.ERROR
                && fault != Faults.Fault.CUT_BEFORE
                && (fault != Faults.Fault.HTML || random.nextBoolean());
        if (method.equals("getupdates") && carriedOut) {
            return poll(bot, call, answer);
        }
        long delay = faults.concern(method) && faults.latencyMaxMillis() > 0
                ? random.nextLong(faults.latencyMinMillis(), faults.latencyMaxMillis() + 1L)
                : 0;
        Outcome outcome =
                carriedOut ? carryOut(bot, call, method, fault) : new Outcome.Refused(500, "Internal Server Error", 0);
        if (!carriedOut) {
            note(bot, call, outcome, fault, lines.of(bot).pace.closedFor(now()) > 0);
        }
        answer.accept(shaped(outcome, fault, delay));
        return () -> {};
    }

    private Outcome carryOut(Bot bot, Call call, String method, Faults.Fault fault) {
        Pace pace = lines.of(bot).pace;
        int closed = Faults.SET_UP.contains(method) ? 0 : pace.closedFor(now());
        Outcome outcome = closed > 0 ? Outcome.tooMany(closed) : limited(bot, call, method, pace);
        note(bot, call, outcome, fault, closed > 0);
        return outcome;
    }

    private Outcome limited(Bot bot, Call call, String name, Pace pace) {
        Method method = methods.get(name);
        if (method == null) {
            return new Outcome.Refused(404, "Not Found: method not found", 0);
        }
        try {
            if (NEW_MESSAGES.contains(name)) {
                long chat = call.number("chat_id", 0);
                boolean paying = call.flag("allow_paid_broadcast");
                int wait = pace.ask(settings.limits(), chat, paying, now());
                if (wait == Pace.NO_STARS) {
                    return Outcome.badRequest("BALANCE_TOO_LOW");
                }
                if (wait > 0) {
                    return Outcome.tooMany(wait);
                }
                statistics.message(bot.id(), chat, now());
                statistics.paid(bot.id(), paying);
            }
            return method.carryOut(bot, call);
        } catch (RefusedException e) {
            return e.refused();
        }
    }

    private void replied(Bot bot, String body) {
        ObjectNode json = Json.readObject(body);
        if (json != null && json.path("method").isTextual()) {
            Call call = new Call(json.path("method").asText(), json, Map.of());
            if (!call.key().equals("getupdates")) {
                carryOut(bot, call, call.key(), Faults.Fault.NONE);
            }
        }
    }

    private Runnable poll(Bot bot, Call call, Consumer<Answer> answer) {
        if (bot.webhook() != null) {
            Outcome conflict = Outcome.conflict(
                    "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first");
            note(bot, call, conflict, Faults.Fault.NONE, false);
            answer.accept(shaped(conflict, Faults.Fault.NONE, 0));
            return () -> {};
        }
        receiving.allow(bot, call);
        long limit = call.number("limit", 100);
        Polling polling = lines.of(bot).polling;
        Polling.Answer waiting = new PolledAnswer(call, answer, bot);
        polling.poll(
                call.number("offset", 0),
                (int) (limit < 1 ? 100 : Math.min(100, limit)),
                (int) Math.min(LONGEST_POLL_SECONDS, call.number("timeout", 0)),
                waiting);
        return () -> {
            if (polling.waits(waiting)) {
                polling.close();
            }
        };
    }

    private final class PolledAnswer implements Polling.Answer {

        private final Call call;
        private final Consumer<Answer> answer;
        private final Bot bot;

        PolledAnswer(Call call, Consumer<Answer> answer, Bot bot) {
            this.call = call;
            this.answer = answer;
            this.bot = bot;
        }

        @Override
        public void updates(List<Update> updates) {
            note(bot, call, Outcome.yes(), Faults.Fault.NONE, false);
            answer.accept(json(200, UpdateList.write(updates)));
        }

        @Override
        public void conflict(String description) {
            Outcome conflict = Outcome.conflict(description);
            note(bot, call, conflict, Faults.Fault.NONE, false);
            answer.accept(shaped(conflict, Faults.Fault.NONE, 0));
        }
    }

    private void note(Bot bot, Call call, Outcome outcome, Faults.Fault fault, boolean inWindow) {
        String how = fault == Faults.Fault.NONE
                ? Integer.toString(outcome.status())
                : fault.name().toLowerCase(Locale.ROOT);
        int message = outcome instanceof Outcome.Done done
                ? done.result().path("message_id").asInt()
                : 0;
        statistics.request(
                methods.containsKey(call.key()) || call.key().equals("getupdates") ? call.key() : "unknown",
                how,
                inWindow);
        log.add(now(), bot.id(), call.method(), call.number("chat_id", 0), how, message, retryAfter(outcome), inWindow);
    }

    private static int retryAfter(Outcome outcome) {
        return outcome instanceof Outcome.Refused refused ? refused.retryAfter() : 0;
    }

    private static Answer shaped(Outcome outcome, Faults.Fault fault, long delay) {
        byte[] body = Json.bytes(outcome.body());
        int retryAfter = retryAfter(outcome);
        return switch (fault) {
            case NONE, ERROR -> new Answer(outcome.status(), Answer.JSON, body, delay, retryAfter, false);
            case HTML -> new Answer(502, "text/html", HTML.getBytes(StandardCharsets.UTF_8), delay, 0, false);
            case TRUNCATED ->
                new Answer(outcome.status(), Answer.JSON, Arrays.copyOf(body, body.length / 2), delay, 0, false);
            case CUT_BEFORE, CUT_AFTER -> new Answer(0, "", new byte[0], delay, 0, true);
        };
    }

    private static Answer json(int status, byte[] body) {
        return new Answer(status, Answer.JSON, body, 0, 0, false);
    }

    /** The answer to a path or a token that is not there. */
    public static Answer refused(int status, String description) {
        return json(status, Json.bytes(new Outcome.Refused(status, description, 0).body()));
    }

    private long now() {
        return world.ticker().millis();
    }

    /** Name of the file behind a path of {@code getFile}, or null. */
    public static @Nullable String fileId(String path) {
        return path.startsWith("documents/") ? path.substring("documents/".length()) : null;
    }
}
