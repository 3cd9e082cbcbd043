package org.branchline.bench;

import java.util.Map;
import java.util.Set;

/** Somebody who joins and answers the skills audit: looks at what is shown and does the next thing. */
final class Volunteer {

    /** Typed where the text of the question contains the key. */
    private static final Map<String, String> TYPED = Map.of(
            "Where do you belong?", "Tokyo",
            "Which city are you in?", "Tokyo",
            "hours a month do you have?", "4",
            "constituency did you last live in?", "Leeds");

    private static final Set<String> ASIDE = Set.of("Back", "Skip", "Help", "Something else", "More");

    final long chat;
    /** When the update under way left, in nanoseconds; 0: none is under way. */
    long postedAt;
    /** Whether the webhook of the last update was answered. */
    boolean answered = true;
    /** What this person does next, null until it was asked. */
    String next;

    private String lastQuestion = "";
    private int ticks;

    Volunteer(long chat) {
        this.chat = chat;
        this.next = message("/start");
    }

    /**
     * Looks at a screen.
     *
     * @return whether it asks for something or ends the audit
     */
    boolean sees(Screen screen) {
        if (screen.text().startsWith("Thank you")) {
            next = "";
            return true;
        }
        for (Map.Entry<String, String> typed : TYPED.entrySet()) {
            if (screen.text().contains(typed.getKey())) {
                next = message(typed.getValue());
                return true;
            }
        }
        String label = label(screen);
        if (label.isEmpty()) {
            return false;
        }
        next = press(screen.message(), screen.buttons().get(label));
        return true;
    }

    boolean finished() {
        return next != null && next.isEmpty();
    }

    private String label(Screen screen) {
        String end = screen.label("That's right");
        if (!end.isEmpty()) {
            return end;
        }
        if (screen.text().contains("make it easier")) {
            return screen.label("Skip");
        }
        if (!screen.text().equals(lastQuestion)) {
            lastQuestion = screen.text();
            ticks = 0;
        }
        String done = screen.label("Done");
        String open = screen.label("☐");
        // One person ticks one thing, the next two.
        if (!done.isEmpty() && (ticks > chat % 2 || open.isEmpty())) {
            return done;
        }
        if (!open.isEmpty()) {
            ticks++;
            return open;
        }
        return screen.buttons().keySet().stream()
                .filter(label -> !ASIDE.contains(label))
                .findFirst()
                .orElse("");
    }

    private String message(String text) {
        String entities = text.startsWith("/")
                ? ",\"entities\":[{\"offset\":0,\"length\":" + text.length() + ",\"type\":\"bot_command\"}]"
                : "";
        return "\"message\":{\"message_id\":" + Numbers.next() + ",\"from\":" + from() + ",\"chat\":" + chat()
                + ",\"date\":1795305433,\"text\":\"" + text + "\"" + entities + "}}";
    }

    private String press(long message, String data) {
        return "\"callback_query\":{\"id\":\"" + Numbers.next() + "\",\"from\":" + from()
                + ",\"chat_instance\":\"-3788\",\"data\":\"" + data + "\",\"message\":{\"message_id\":" + message
                + ",\"from\":{\"id\":7700000001,\"is_bot\":true,\"first_name\":\"Branchline\",\"username\":\"bench_bot\"},"
                + "\"chat\":" + chat() + ",\"date\":1795305433,\"text\":" + quoted(lastQuestion) + "}}}";
    }

    private static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }

    private String from() {
        return "{\"id\":" + chat + ",\"is_bot\":false,\"first_name\":\"Ann\",\"language_code\":\"en\"}";
    }

    private String chat() {
        return "{\"id\":" + chat + ",\"first_name\":\"Ann\",\"type\":\"private\"}";
    }
}
