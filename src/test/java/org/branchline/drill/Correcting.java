package org.branchline.drill;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;

/**
 * What somebody does who has answered the audit and sees it summed up: corrects one answer after the other, looks away and
 * comes back, and in the end says that it is right. Says nothing twice that was not asked for again.
 */
final class Correcting {

    private static final int LOOK_SECONDS = 25;
    /** How long a person looks at what came again, or came instead of what they wait for, before going by it. */
    private static final int SECOND_LOOK_SECONDS = 4;
    /** One in so many looks away before the next correction. */
    private static final int LOOKS_AWAY = 8;

    private static final int MOST_HOURS = 60;
    private static final String RIGHT = "That's right";
    /** What a person waits for. */
    private enum Wait {
        SUMMARY,
        QUESTION,
        TICK,
        CORRECTED,
        THANKS
    }

    private final SandboxControl control;
    private final Audit audit;
    private final Executor turns;
    private final AtomicLong updates;
    private final BooleanSupplier leaving;
    private final long id;
    private final Map<String, String> given;
    private final SplittableRandom random;
    private final TreeMap<Integer, Seen> messages = new TreeMap<>();
    private final Map<String, Long> corrected = new ConcurrentHashMap<>();
    private final Set<String> said = ConcurrentHashMap.newKeySet();
    private final Map<String, Integer> times = new HashMap<>();
    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private long revision = -1;
    private int left;
    private Wait awaits = Wait.SUMMARY;
    /** The number of the message after which the awaited one comes. */
    private int after;

    private String question = "";
    private String typed = "";
    private String ticked = "";
    private boolean repeats;

    /**
     * @param given the last answer to each question, in which the corrections are noted
     * @param times how often an answer is corrected, unless it is time to leave before
     */
    Correcting(
            SandboxControl control,
            Audit audit,
            Executor turns,
            AtomicLong updates,
            BooleanSupplier leaving,
            long id,
            Map<String, String> given,
            int times) {
        this.control = control;
        this.audit = audit;
        this.turns = turns;
        this.updates = updates;
        this.leaving = leaving;
        this.id = id;
        this.given = given;
        this.left = times;
        this.random = new SplittableRandom(id);
    }

    /** Begins; done when everything is said to be right. */
    CompletableFuture<Void> begin() {
        look(0);
        return done;
    }

    /** How often each question was corrected. */
    Map<String, Long> corrected() {
        return corrected;
    }

    /** Everything that was typed. */
    Set<String> said() {
        return said;
    }

    /** Where the person stands, for a report of who was left. */
    synchronized String place() {
        return awaits + " " + question + " after " + after + ": "
                + List.copyOf(messages.tailMap(after - 2).values());
    }

    private void look(int seconds) {
        control.getLater("chats/" + id + "/messages?since=" + revision + "&wait=" + seconds)
                .whenComplete((chat, failure) -> {
                    if (failure == null) {
                        looked(chat);
                    } else {
                        done.completeExceptionally(failure);
                    }
                });
    }

    private synchronized void looked(JsonNode chat) {
        boolean changed = chat.path("revision").asLong() != revision;
        revision = chat.path("revision").asLong();
        for (JsonNode message : chat.path("messages")) {
            Seen seen = Seen.of(message);
            messages.put(seen.id(), seen);
        }
        if (awaits == Wait.THANKS && newest(Audit.THANKS).isPresent()) {
            done.complete(null);
            return;
        }
        Optional<Runnable> next = next(!changed && repeats);
        if (next.isPresent()) {
            repeats = false;
            turns.execute(next.get());
            return;
        }
        repeats = instead().isPresent();
        look(repeats ? SECOND_LOOK_SECONDS : LOOK_SECONDS);
    }

    /** What to do about what the chat shows; nothing while what is awaited is not there. */
    private Optional<Runnable> next(boolean patient) {
        return switch (awaits) {
            case SUMMARY -> labelled(RIGHT).map(this::summedUp);
            case QUESTION -> asked().map(this::answer).or(() -> patiently(patient));
            case TICK ->
                Optional.ofNullable(messages.get(after))
                        .filter(seen -> seen.has(ticked))
                        .map(seen -> () -> press(seen, "Done", Wait.CORRECTED));
            case CORRECTED -> labelled(RIGHT).map(this::summedUp).or(() -> patiently(patient));
            case THANKS -> Optional.empty();
        };
    }

    /** What came, and is not what is awaited, and can be gone by where nothing else comes. */
    private Optional<Seen> instead() {
        return switch (awaits) {
            case QUESTION -> labelled(RIGHT);
            case CORRECTED -> typed.isEmpty() ? Optional.empty() : asked();
            case SUMMARY, TICK, THANKS -> Optional.empty();
        };
    }

    private Optional<Runnable> patiently(boolean patient) {
        return instead()
                .filter(seen -> patient)
                .map(seen -> awaits == Wait.QUESTION ? summedUp(seen) : () -> type(typed, seen));
    }

    private Optional<Seen> labelled(String label) {
        return since().filter(seen -> seen.labels().stream().anyMatch(each -> each.startsWith(label)))
                .findFirst();
    }

    private Optional<Seen> newest(String words) {
        return since().filter(seen -> seen.text().contains(words)).findFirst();
    }

    private Optional<Seen> asked() {
        return since().filter(seen -> audit.in(seen.text())
                        .filter(asks -> asks.id().equals(question))
                        .isPresent())
                .findFirst();
    }

    /** What the bot said after the last act, the newest first. */
    private java.util.stream.Stream<Seen> since() {
        return messages.tailMap(after, false).descendingMap().values().stream().filter(Seen::bot);
    }

    private Runnable summedUp(Seen summary) {
        return () -> {
            List<SummedUp> lines = SummedUp.of(summary);
            if (left <= 0 || leaving.getAsBoolean() || lines.isEmpty()) {
                press(summary, RIGHT, Wait.THANKS);
                return;
            }
            if (random.nextInt(LOOKS_AWAY) == 0) {
                say("/start", Wait.SUMMARY);
                return;
            }
            SummedUp line = lines.get(random.nextInt(lines.size()));
            question = line.question();
            press(summary, "Change " + line.number(), Wait.QUESTION);
        };
    }

    private Runnable answer(Seen asked) {
        left--;
        corrected.merge(question, 1L, Long::sum);
        int time = times.merge(question, 1, Integer::sum);
        return switch (question) {
            case SummedUp.LANGUAGES -> () -> tick(asked);
            case "hours" -> () -> type(hours(time), asked);
            default -> () -> type("Town " + time + " of " + id, asked);
        };
    }

    /** Another number each time, as long as there are some. */
    private static String hours(int time) {
        return Integer.toString(1 + time % MOST_HOURS);
    }

    private void type(String text, Seen asked) {
        typed = text;
        said.add(text);
        given.put(question, text);
        after = asked.id();
        say(text, Wait.CORRECTED);
    }

    private void tick(Seen asked) {
        typed = "";
        Ticking ticking = Ticking.one(asked, random);
        ticked = ticking.becomes();
        given.put(question, ticking.then(audit.question(question)));
        press(asked, ticking.label(), Wait.TICK);
    }

    private void say(String text, Wait next) {
        act("messages", SandboxControl.json().put("text", text), next, true);
    }

    private void press(Seen message, String label, Wait next) {
        String whole = message.labels().stream()
                .filter(each -> each.startsWith(label))
                .findFirst()
                .orElseThrow();
        after = message.id();
        act("presses", SandboxControl.json().put("message_id", message.id()).put("label", whole), next, false);
    }

    private void act(String how, ObjectNode what, Wait next, boolean message) {
        awaits = next;
        control.postLater("chats/" + id + "/" + how, what).whenComplete((told, failure) -> {
            if (failure != null) {
                done.completeExceptionally(failure);
                return;
            }
            updates.addAndGet(told.has("update_id") ? 1 : 0);
            synchronized (this) {
                after = message ? told.path("message_id").asInt() : after;
                look(LOOK_SECONDS);
            }
        });
    }
}
