package org.branchline.drill;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.awaitility.Awaitility;

/** Members who have a chat with the bot and only listen. */
final class Members {

    /** The Telegram user of the first; the others follow by one. */
    static final long FIRST = 6_200_000_000L;
    /** Requests on their way to the sandbox at once. */
    private static final int TOGETHER = 100;

    private static final Duration PATIENCE = Duration.ofSeconds(120);

    private final Installation installation;
    private final int size;

    private Members(Installation installation, int size) {
        this.installation = installation;
        this.size = size;
    }

    /** So many people write to the bot, and are members from then on. */
    static Members join(Installation installation, int size) throws SQLException {
        Members members = new Members(installation, size);
        members.each(number -> members.installation
                .control()
                .postLater(
                        "people",
                        SandboxControl.json().put("id", FIRST + number).put("first_name", "Member" + number))
                .thenCompose(person -> members.installation
                        .control()
                        .postLater(
                                "chats/" + (FIRST + number) + "/messages",
                                SandboxControl.json()
                                        .put("bot", Installation.BOT)
                                        .put("text", "/start"))));
        try (Connection database = installation.owner();
                Statement statement = database.createStatement()) {
            Awaitility.await("everybody's chat")
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(200))
                    .until(() -> number(statement, "select count(*) from chat") >= size);
            Awaitility.await("the bot has greeted them")
                    .atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(200))
                    .until(() -> number(statement, "select count(*) from outbox where state <> 'sent'") == 0);
            statement.execute("insert into member (organisation, telegram_user, name, language, standing)"
                    + " select organisation, id, 'Member', 'en', 'known' from chat on conflict do nothing");
            statement.execute("insert into consent (organisation, member, purpose, version, language, given_at)"
                    + " select m.organisation, m.id, w.purpose, w.version, 'en', now() from member m"
                    + " join consent_wording w on w.organisation = m.organisation");
            statement.execute("update chat c set member = m.id, front = null from member m"
                    + " where m.organisation = c.organisation and m.telegram_user = c.id");
            statement.execute("analyze member, chat, outbox");
        }
        return members;
    }

    /** Some of them block the bot. */
    void block(int count) {
        each(number -> number < count
                ? installation.control().postLater("people/" + (FIRST + number) + "/block", SandboxControl.json())
                : CompletableFuture.completedFuture(null));
    }

    /** The first of them write something. */
    void write(String text, int count) {
        each(number -> number < count
                ? installation
                        .control()
                        .postLater(
                                "chats/" + (FIRST + number) + "/messages",
                                SandboxControl.json()
                                        .put("bot", Installation.BOT)
                                        .put("text", text))
                : CompletableFuture.completedFuture(null));
    }

    /** What the bot says to each of them, in its order, by chat. */
    Map<Long, List<String>> readings() {
        Map<Long, List<String>> readings = new ConcurrentHashMap<>();
        each(number -> installation
                .control()
                .getLater("chats/" + (FIRST + number) + "/messages?since=0&wait=0&bot=" + Installation.BOT)
                .thenApply(chat -> {
                    List<String> texts = new ArrayList<>();
                    for (JsonNode message : chat.path("messages")) {
                        if (message.path("from").asText().equals("bot")) {
                            texts.add(message.path("text").asText());
                        }
                    }
                    readings.put(FIRST + number, texts);
                    return chat;
                }));
        return readings;
    }

    static long number(Statement statement, String sql) throws SQLException {
        try (ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private interface Act {
        CompletableFuture<JsonNode> of(int number);
    }

    private void each(Act act) {
        for (int from = 0; from < size; from += TOGETHER) {
            List<CompletableFuture<JsonNode>> together = new ArrayList<>();
            for (int number = from; number < Math.min(size, from + TOGETHER); number++) {
                together.add(act.of(number));
            }
            CompletableFuture.allOf(together.toArray(CompletableFuture[]::new)).join();
        }
    }
}
