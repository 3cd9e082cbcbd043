package org.branchline.drill;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/**
 * A person who joins and answers the audit: looks at the chat, and answers the question that stands there. Never repeats
 * what was not asked again. No thread waits for it.
 */
final class Volunteer {

    /** How long a person looks at a question that came again before answering it again. */
    private static final int SECOND_LOOK_SECONDS = 4;

    private static final int LOOK_SECONDS = 25;
    private static final int SCREEN = 12;
    private static final String SUMMARY = "summary";

    /** What one volunteer is like. */
    record Manner(int updates, String stopAt, boolean hasty, String poison) {

        /** Answers everything, then chats on until so many updates are sent. */
        static Manner thorough(int updates, boolean hasty) {
            return new Manner(updates, "", hasty, "");
        }

        /** Says one thing that the service will choke on, and something else when asked again. */
        static Manner poisonous(int updates) {
            return new Manner(updates, "", false, "POISON");
        }

        /** Answers everything and leaves what they told open, not yet confirmed. */
        static Manner leavingAtSummary() {
            return leavingAt(SUMMARY);
        }

        /** Answers up to a question and leaves it open. */
        static Manner leavingAt(String question) {
            return new Manner(0, question, false, "");
        }
    }

    private record Deed(String key, int message, String text, String label, String question) {}

    private final SandboxControl control;
    private final Audit audit;
    private final Manner manner;
    private final SplittableRandom random;
    private final AtomicLong updates;
    private final Executor turns;
    private final long id;
    private final TreeMap<Integer, Seen> messages = new TreeMap<>();
    private final Map<String, Integer> acted = new HashMap<>();
    private final Map<String, List<String>> wanted = new HashMap<>();
    private final Map<String, String> given = new ConcurrentHashMap<>();
    private final Map<String, List<Seen>> asked = new ConcurrentHashMap<>();
    private final CompletableFuture<Void> done = new CompletableFuture<>();
    private long revision = -1;
    private long pressedAgain;
    private long toldDone;
    private int mine;
    private int sent;
    private volatile boolean poisoned;
    private volatile String place = "before /start";

    Volunteer(SandboxControl control, Audit audit, Manner manner, int number, AtomicLong updates) {
        this(control, audit, manner, number, updates, Runnable::run);
    }

    /**
     * @param turns says when this person may act
     */
    Volunteer(SandboxControl control, Audit audit, Manner manner, int number, AtomicLong updates, Executor turns) {
        this.control = control;
        this.audit = audit;
        this.manner = manner;
        this.random = new SplittableRandom(number);
        this.updates = updates;
        this.turns = turns;
        ObjectNode person =
                SandboxControl.json().put("first_name", "Vol" + number).put("language_code", "en");
        this.id = control.post("people", person).path("id").asLong();
    }

    long id() {
        return id;
    }

    /** Begins; done when the volunteer has got to the end. */
    CompletableFuture<Void> begin() {
        look(0);
        return done;
    }

    boolean isDone() {
        return done.isDone();
    }

    /** What was answered last to each question, as machines read it. */
    Map<String, String> given() {
        return given;
    }

    /** Where the volunteer stands, for a report of who was left. */
    String place() {
        return place;
    }

    /** The newest messages, as they stand in the chat. */
    synchronized String screen() {
        return messages.descendingMap().values().stream()
                .limit(SCREEN)
                .map(Seen::toString)
                .collect(Collectors.joining("\n  ", "\n  ", "\n  acted " + acted));
    }

    /**
     * Questions that came more than once without an outage between the two. Where one came again around an outage, both
     * copies may have been pressed: the later press is then told that its question is done, and shown the one that stands
     * open, once for each. Where something else was sent between the two, the question is named again before free text is
     * taken.
     */
    synchronized long askedTwice(List<Outage> outages) {
        long twice = Math.max(0, toldDone - pressedAgain);
        for (List<Seen> times : asked.values()) {
            for (int i = 1; i < times.size(); i++) {
                Seen first = times.get(i - 1);
                Seen second = times.get(i);
                boolean around = outages.stream().anyMatch(outage -> outage.between(first.at(), second.at()));
                twice += around || interrupted(first, second) ? 0 : 1;
            }
        }
        return manner.hasty() || poisoned ? 0 : twice;
    }

    private boolean interrupted(Seen first, Seen second) {
        return messages.subMap(first.id(), second.id()).values().stream()
                .anyMatch(between -> between.bot() && between.text().contains(BroadcastApi.TEXT));
    }

    long askedAgain() {
        return asked.values().stream().mapToLong(times -> times.size() - 1).sum();
    }

    private void look(int seconds) {
        control.getLater("chats/" + id + "/messages?since=" + revision + "&wait=" + seconds)
                .whenComplete((chat, failure) -> {
                    if (failure != null) {
                        done.completeExceptionally(failure);
                    } else {
                        looked(chat);
                    }
                });
    }

    private synchronized void looked(JsonNode chat) {
        boolean changed = chat.path("revision").asLong() != revision;
        revision = chat.path("revision").asLong();
        for (JsonNode message : chat.path("messages")) {
            Seen seen = Seen.of(message);
            boolean fresh = seen.bot() && !messages.containsKey(seen.id());
            if (fresh && seen.text().startsWith(Audit.OLD_BUTTON)) {
                toldDone++;
            } else if (fresh) {
                audit.in(seen.text())
                        .ifPresent(question -> asked.computeIfAbsent(question.id(), key -> new ArrayList<>())
                                .add(seen));
            }
            messages.put(seen.id(), seen);
        }
        Optional<Deed> next = next();
        if (done.isDone()) {
            return;
        }
        if (next.isEmpty()) {
            look(LOOK_SECONDS);
            return;
        }
        Deed deed = next.get();
        Integer before = acted.get(deed.key());
        if (before == null || (before != deed.message() && !changed)) {
            turns.execute(() -> act(deed));
        } else {
            look(before == deed.message() ? LOOK_SECONDS : SECOND_LOOK_SECONDS);
        }
    }

    private synchronized void act(Deed deed) {
        boolean again = acted.put(deed.key(), deed.message()) != null;
        String text = deed.text();
        pressedAgain += again && text.isEmpty() ? 1 : 0;
        if (!manner.poison().isEmpty() && deed.question().equals("constituency") && !again) {
            poisoned = true;
            text = manner.poison();
        }
        String said = text;
        place = deed.key();
        CompletableFuture<JsonNode> act = said.isEmpty()
                ? press(deed.message(), deed.label())
                : control.postLater(
                        "chats/" + id + "/messages", SandboxControl.json().put("text", said));
        boolean helps = !said.isEmpty()
                && manner.hasty()
                && !again
                && deed.message() > 0
                && messages.get(deed.message()).has("Help");
        act.thenCombine(
                        // A hasty person presses Help and types at once: Telegram may deliver either first.
                        helps ? press(deed.message(), "Help") : CompletableFuture.completedFuture(null),
                        (told, pressed) -> {
                            count(told);
                            if (pressed != null) {
                                count(pressed);
                            }
                            mine = Math.max(
                                    mine,
                                    said.isEmpty() ? 0 : told.path("message_id").asInt());
                            if (!said.isEmpty() && !deed.question().isEmpty()) {
                                given.put(deed.question(), said);
                            }
                            return told;
                        })
                .whenComplete((told, failure) -> {
                    if (failure != null) {
                        done.completeExceptionally(failure);
                    } else {
                        look(LOOK_SECONDS);
                    }
                });
    }

    private void count(JsonNode told) {
        if (told.has("update_id")) {
            sent++;
            updates.incrementAndGet();
        }
    }

    private CompletableFuture<JsonNode> press(int message, String label) {
        return control.postLater(
                "chats/" + id + "/presses",
                SandboxControl.json().put("message_id", message).put("label", label));
    }

    /** What the newest thing on the screen asks for. */
    private Optional<Deed> next() {
        if (messages.isEmpty()) {
            return Optional.of(new Deed("start", 0, "/start", "", ""));
        }
        for (Seen seen : messages.descendingMap().values()) {
            if (!seen.bot()) {
                continue;
            }
            if (seen.text().contains(Audit.THANKS) && acted.containsKey(SUMMARY)) {
                return afterwards();
            }
            Optional<Deed> deed = asks(seen);
            if (deed.isPresent() || done.isDone()) {
                return deed;
            }
        }
        return Optional.empty();
    }

    private Optional<Deed> afterwards() {
        if (sent >= manner.updates()) {
            place = "finished";
            done.complete(null);
            return Optional.empty();
        }
        Seen newest = messages.lastEntry().getValue();
        return newest.bot() && newest.id() > mine
                ? Optional.of(new Deed("thanks" + sent, newest.id(), "thanks", "", ""))
                : Optional.empty();
    }

    private Optional<Deed> asks(Seen seen) {
        Optional<Audit.Question> question = audit.in(seen.text());
        if (question.isPresent()) {
            if (question.get().id().equals(manner.stopAt())) {
                place = "left at " + manner.stopAt();
                done.complete(null);
                return Optional.empty();
            }
            return Optional.of(answer(question.get(), ticked(question.get(), seen)));
        }
        if (manner.stopAt().equals(SUMMARY) && seen.has("That's right")) {
            place = "left at the summary";
            done.complete(null);
            return Optional.empty();
        }
        for (String button : List.of("Go on", "I agree", "Yes", "Start", "That's right", "Done")) {
            if (seen.has(button)) {
                String key = button.equals("That's right") ? SUMMARY : button;
                return Optional.of(new Deed(key, seen.id(), "", button, ""));
            }
        }
        if (seen.text().contains("Where do you belong?")) {
            List<String> branches =
                    seen.labels().stream().filter(label -> label.length() > 1).toList();
            return Optional.of(new Deed("branch", seen.id(), "", branches.get(random.nextInt(branches.size())), ""));
        }
        return Optional.empty();
    }

    /** Where the question stands twice, a person goes on where their ticks are. */
    private Seen ticked(Audit.Question question, Seen newest) {
        Seen best = newest;
        for (Seen seen : messages.descendingMap().values()) {
            if (seen.bot() && seen.ticks() > best.ticks() && seen.text().contains(question.words())) {
                best = seen;
            }
        }
        return best;
    }

    private Deed answer(Audit.Question question, Seen seen) {
        String key = question.id();
        List<String> choice = wanted.computeIfAbsent(key, unknown -> choice(question));
        if (choice.isEmpty()) {
            given.put(key, "skipped");
            return new Deed(key, seen.id(), "", "Skip", "");
        }
        switch (question.kind()) {
            case "several", "availability" -> {
                for (String label : choice) {
                    if (seen.has("☐ " + label)) {
                        return new Deed(key + " " + label, seen.id(), "", "☐ " + label, "");
                    }
                }
                return new Deed(key, seen.id(), "", "Done (" + choice.size() + ")", "");
            }
            case "one", "yes_no" -> {
                return new Deed(key, seen.id(), "", choice.get(0), "");
            }
            default -> {
                return new Deed(key, seen.id(), choice.get(0), "", key);
            }
        }
    }

    /** What this volunteer will answer, decided once; nothing means Skip. */
    private List<String> choice(Audit.Question question) {
        boolean poison = !manner.poison().isEmpty() && question.id().equals("constituency");
        if (question.skip() && !poison && random.nextInt(4) == 0) {
            return List.of();
        }
        return switch (question.kind()) {
            case "several" -> several(question);
            case "availability" -> {
                given.put(question.id(), "weekday_evening,weekend_daytime");
                yield List.of("Weekdays, evening", "Weekends, daytime");
            }
            case "one" -> {
                List<String> ids = List.copyOf(question.options().keySet());
                String id = ids.get(random.nextInt(ids.size()));
                given.put(question.id(), id);
                yield List.of(question.options().get(id));
            }
            case "yes_no" -> {
                given.put(question.id(), "yes");
                yield List.of("Yes");
            }
            // Said again where the question came again, it must not be taken for the number of an option of the next.
            case "number" -> List.of(Integer.toString(random.nextInt(10, 60)));
            default -> List.of("Town of " + id);
        };
    }

    private List<String> several(Audit.Question question) {
        List<String> ids = new ArrayList<>(question.options().keySet());
        Collections.shuffle(ids, new java.util.Random(random.nextLong()));
        List<String> chosen = ids.subList(0, random.nextInt(1, Math.min(3, question.most()) + 1));
        List<String> inOrder =
                question.options().keySet().stream().filter(chosen::contains).toList();
        given.put(question.id(), String.join(",", inOrder));
        return inOrder.stream().map(question.options()::get).toList();
    }
}
