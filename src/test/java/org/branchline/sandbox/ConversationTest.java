package org.branchline.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ConversationTest {

    private final Sandbox sandbox = Sandbox.start(SandboxOptions.inMemory());
    private final Driver driver = new Driver(sandbox);

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void a_start_with_a_payload_reaches_the_bot_as_telegram_would_write_it() {
        // Given
        long person = driver.control(
                        "people", "{\"id\":4503599627370000,\"first_name\":\"Ann\",\"language_code\":\"da\"}")
                .id();

        // When
        driver.control("chats/" + person + "/messages", "{\"text\":\"/start tokyo_1\"}");

        // Then
        JsonNode message = driver.bot("getUpdates", "{}").result().path(0).path("message");
        assertThat(message.path("message_id").asInt()).isEqualTo(1);
        assertThat(message.path("chat").path("id").asLong()).isEqualTo(4503599627370000L);
        assertThat(message.path("from").path("language_code").asText()).isEqualTo("da");
        assertThat(message.path("text").asText()).isEqualTo("/start tokyo_1");
        assertThat(message.path("entities").path(0).path("type").asText()).isEqualTo("bot_command");
        assertThat(message.path("entities").path(0).path("length").asInt()).isEqualTo(6);
    }

    @Test
    void a_press_carries_its_message_and_its_answer_is_shown() {
        // Given
        long person = driver.startedPerson();
        driver.bot(
                "sendMessage",
                "{\"chat_id\":" + person + ",\"text\":\"<b>Ready?</b>\",\"parse_mode\":\"HTML\",\"reply_markup\":"
                        + "{\"inline_keyboard\":[[{\"text\":\"Yes\",\"callback_data\":\"y\"}]]}}");

        // When
        driver.control("chats/" + person + "/presses", "{\"label\":\"Yes\"}");

        // Then
        JsonNode query = driver.bot("getUpdates", "{}").result().path(0).path("callback_query");
        assertThat(query.path("data").asText()).isEqualTo("y");
        assertThat(query.path("message").path("text").asText()).isEqualTo("Ready?");
        String answer = "{\"callback_query_id\":\"" + query.path("id").asText() + "\",\"text\":\"Good\"}";
        assertThat(driver.bot("answerCallbackQuery", answer).status()).isEqualTo(200);
        assertThat(driver.bot("answerCallbackQuery", answer).description()).contains("query is too old");
        JsonNode seen = driver.look("chats/" + person + "/messages").json();
        assertThat(seen.path("answers").path(0).path("text").asText()).isEqualTo("Good");
    }

    @Test
    void a_picture_somebody_sends_can_be_sent_again_by_its_file_id_and_no_other() {
        // Given
        long person = driver.startedPerson();
        driver.control(
                "chats/" + person + "/others",
                "{\"kind\":\"photo\",\"caption\":\"Look\",\"name\":\"a.png\",\"type\":\"image/png\",\"data\":\"AQID\"}");
        JsonNode came = driver.bot("getUpdates", "{}").result().path(0).path("message");
        String file = came.path("photo").path(0).path("file_id").asText();

        // When
        JsonNode sent = driver.bot("sendPhoto", photo(person, file)).result();
        String wrong = driver.bot("sendPhoto", photo(person, "made-up")).description();

        // Then
        assertThat(came.path("caption").asText()).isEqualTo("Look");
        assertThat(sent.path("photo").path(0).path("file_id").asText()).isEqualTo(file);
        assertThat(sent.path("caption").asText()).isEqualTo("Again");
        assertThat(wrong).isEqualTo("Bad Request: wrong file identifier/HTTP URL specified");
    }

    private static String photo(long person, String file) {
        return "{\"chat_id\":" + person + ",\"photo\":\"" + file + "\",\"caption\":\"Again\"}";
    }

    @Test
    void a_reply_carries_the_message_it_replies_to_once() {
        // Given
        long person = driver.startedPerson();
        driver.bot("sendMessage", "{\"chat_id\":" + person + ",\"text\":\"Ready?\"}");
        driver.control("chats/" + person + "/messages", "{\"text\":\"Yes\",\"reply_to\":2}");

        // When
        driver.control("chats/" + person + "/messages", "{\"text\":\"And how\",\"reply_to\":3}");

        // Then
        JsonNode updates = driver.bot("getUpdates", "{}").result();
        JsonNode first = updates.path(0).path("message").path("reply_to_message");
        assertThat(first.path("message_id").asInt()).isEqualTo(2);
        assertThat(first.path("text").asText()).isEqualTo("Ready?");
        assertThat(first.path("from").path("is_bot").asBoolean()).isTrue();
        JsonNode second = updates.path(1).path("message").path("reply_to_message");
        assertThat(second.path("text").asText()).isEqualTo("Yes");
        assertThat(second.has("reply_to_message")).isFalse();
        JsonNode seen = driver.look("chats/" + person + "/messages").json();
        assertThat(seen.path("messages").path(3).path("reply_to").asInt()).isEqualTo(3);
        assertThat(driver.control("chats/" + person + "/messages", "{\"text\":\"What?\",\"reply_to\":99}")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void a_waiting_poll_is_answered_by_the_next_message_and_confirmed_by_its_offset() throws Exception {
        // Given
        long person = driver.startedPerson();
        CompletableFuture<Driver.Answer> waiting = driver.botLater("getUpdates", "{\"timeout\":30}");

        // When
        driver.control("chats/" + person + "/messages", "{\"text\":\"hello\"}");

        // Then
        JsonNode update = waiting.get(5, TimeUnit.SECONDS).result().path(0);
        assertThat(update.path("message").path("text").asText()).isEqualTo("hello");
        assertThat(driver.bot("getUpdates", "{}").result()).hasSize(1);
        long next = update.path("update_id").asLong() + 1;
        assertThat(driver.bot("getUpdates", "{\"offset\":" + next + "}").result())
                .isEmpty();
        assertThat(driver.bot("getUpdates", "{}").result()).isEmpty();
    }

    @Test
    void whoever_waits_for_news_of_a_chat_sees_an_edit_in_place() throws Exception {
        // Given
        long person = driver.startedPerson();
        int message = driver.bot("sendMessage", "{\"chat_id\":" + person + ",\"text\":\"One\"}")
                .result()
                .path("message_id")
                .asInt();
        long revision = driver.look("chats/" + person + "/messages")
                .json()
                .path("revision")
                .asLong();
        CompletableFuture<Driver.Answer> news =
                driver.lookLater("chats/" + person + "/messages?since=" + revision + "&wait=30");

        // When
        driver.bot("editMessageText", "{\"chat_id\":" + person + ",\"message_id\":" + message + ",\"text\":\"Two\"}");

        // Then
        JsonNode seen = news.get(5, TimeUnit.SECONDS).json().path("messages");
        assertThat(seen).hasSize(1);
        assertThat(seen.path(0).path("text").asText()).isEqualTo("Two");
        assertThat(seen.path(0).path("edited").asBoolean()).isTrue();
    }
}
