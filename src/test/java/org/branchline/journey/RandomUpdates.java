package org.branchline.journey;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.branchline.conversation.Action;
import org.branchline.sandbox.Sandbox;
import org.branchline.telegram.BotToken;
import org.branchline.telegram.ButtonTokens;

/** Updates of the right shape with something wrong in them, the same ones for the same seed. */
final class RandomUpdates {

    private static final int PEOPLE = 200;
    private static final long FIRST_PERSON = 7_000_000_000_000L;
    private static final List<String> CHOICES =
            List.of("yes", "often", "next", "done", "own", "0", "99", "", ".", "a.b");
    private static final List<String> ORDERS = List.of(
            "start", "help", "me", "mydata", "quiet", "stop", "cancel", "forget", "begin", "resume", "csv", "know",
            "revoke", "invite", "results", "claim", "nothing");
    private static final List<String> WORDS = List.of(
            "",
            "x",
            "-1",
            "0",
            "1",
            "9999999999999999999",
            "skills-audit",
            "joining",
            "NaN",
            "\u0000",
            "a b c",
            "%s",
            "'; drop table member; --",
            "\uD83D\uDE00",
            "\u202E",
            "Tokyo",
            "4",
            "stop",
            "thanks");
    private static final List<Supplier<Object>> VALUES = List.of(
            () -> null,
            () -> -1,
            () -> 0,
            () -> 1.5,
            () -> 1e300,
            () -> Long.MAX_VALUE,
            () -> Long.MIN_VALUE,
            () -> 1L << 52,
            () -> "",
            () -> "text",
            () -> "x".repeat(5_000),
            () -> "\u0000",
            () -> true,
            JsonArray::new,
            JsonObject::new,
            () -> new JsonArray().add(new JsonArray().add(new JsonObject().put("a", 1))));

    private final ButtonTokens buttons =
            new ButtonTokens(BotToken.of(Sandbox.DEFAULT_TOKEN).orElseThrow());
    private final Random random;

    RandomUpdates(long seed) {
        this.random = new Random(seed);
    }

    String next() {
        JsonObject update = whole(FIRST_PERSON + random.nextInt(PEOPLE));
        for (int left = random.nextInt(4); left > 0; left--) {
            damage(update);
        }
        String text = update.encode();
        return random.nextInt(20) == 0 ? text.substring(0, random.nextInt(text.length())) : text;
    }

    private JsonObject whole(long person) {
        return switch (random.nextInt(8)) {
            case 0, 1 -> Posted.text(person, one(WORDS));
            case 2 -> Posted.text(person, "/" + one(ORDERS) + " " + one(WORDS));
            case 3 -> Posted.edited(person, random.nextInt(100), one(WORDS));
            case 4 ->
                Posted.message(person, new JsonObject().put(one(List.of("photo", "voice", "aura")), new JsonArray()));
            case 5 -> membership(person);
            default -> Posted.press(person, random.nextInt(100), token(person));
        };
    }

    /** Signed as the bot signs them, whatever they say. */
    private String token(long person) {
        Action action = random.nextBoolean()
                ? new Action.Order(
                        one(ORDERS), one(List.of("", "1", "-1", "skills-audit", "99999999999999999999", "x.y")))
                : new Action.Move(random.nextInt(500), random.nextInt(12), one(CHOICES));
        return buttons.write(person, action);
    }

    private JsonObject membership(long person) {
        JsonObject status = new JsonObject().put("status", one(List.of("kicked", "member", "left", "?")));
        return new JsonObject()
                .put("update_id", Posted.number())
                .put(
                        "my_chat_member",
                        new JsonObject()
                                .put("chat", Posted.chat(person))
                                .put("from", Posted.from(person))
                                .put("date", 1)
                                .put("new_chat_member", status)
                                .put("old_chat_member", status.copy()));
    }

    /** Takes a field somewhere away, or puts another value there. */
    private void damage(JsonObject update) {
        JsonObject at = update;
        while (true) {
            List<String> names = new ArrayList<>(at.fieldNames());
            if (names.isEmpty()) {
                return;
            }
            String name = one(names);
            if (at.getValue(name) instanceof JsonObject inner && random.nextInt(4) != 0) {
                at = inner;
            } else if (random.nextInt(3) == 0) {
                at.remove(name);
                return;
            } else {
                at.put(name, one(VALUES).get());
                return;
            }
        }
    }

    private <T> T one(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
