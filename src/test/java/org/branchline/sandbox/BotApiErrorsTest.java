package org.branchline.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BotApiErrorsTest {

    private final Sandbox sandbox = Sandbox.start(SandboxOptions.inMemory());
    private final Driver driver = new Driver(sandbox);
    private long person;

    @BeforeEach
    void begin() {
        driver.control("limits", "{\"per_bot\":0,\"per_chat\":0}");
        person = driver.startedPerson();
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void a_bad_message_is_refused_in_telegrams_words() {
        assertThat(send("\"text\":\"  \"")).isEqualTo("Bad Request: message text is empty");
        assertThat(send("\"text\":\"" + "x".repeat(4097) + "\"")).isEqualTo("Bad Request: message is too long");
        assertThat(send("\"text\":\"" + "\uD83D\uDE00".repeat(2048) + "\"")).isEmpty();
        assertThat(send("\"text\":\"<b>a\",\"parse_mode\":\"HTML\""))
                .isEqualTo("Bad Request: can't parse entities: Can't find end tag corresponding to start tag \"b\"");
        assertThat(send("\"text\":\"é<x>a</x>\",\"parse_mode\":\"HTML\""))
                .isEqualTo("Bad Request: can't parse entities: Unsupported start tag \"x\" at byte offset 2");
        assertThat(send("\"text\":\"a\",\"reply_markup\":{\"inline_keyboard\":[[{\"text\":\"a\",\"callback_data\":\""
                        + "x".repeat(65) + "\"}]]}"))
                .isEqualTo("Bad Request: BUTTON_DATA_INVALID");
    }

    @Test
    void a_chat_that_cannot_be_written_to_is_named_as_telegram_names_it() {
        // Given
        long silent = driver.control("people", "{\"first_name\":\"Sam\"}").id();

        // When / Then
        assertThat(sendTo(1)).isEqualTo("Bad Request: chat not found");
        assertThat(sendTo(silent)).isEqualTo("Forbidden: bot can't initiate conversation with a user");
        driver.control("people/" + person + "/block", "{}");
        assertThat(sendTo(person)).isEqualTo("Forbidden: bot was blocked by the user");
        driver.control("people/" + person + "/unblock", "{}");
        assertThat(sendTo(person)).isEmpty();
        driver.control("people/" + person + "/delete", "{}");
        assertThat(sendTo(person)).isEqualTo("Forbidden: user is deactivated");
    }

    @Test
    void an_edit_must_change_something_that_is_there() {
        // Given
        int message = driver.bot("sendMessage", "{\"chat_id\":" + person + ",\"text\":\"One\"}")
                .result()
                .path("message_id")
                .asInt();

        // When / Then
        assertThat(edit(message, "One")).startsWith("Bad Request: message is not modified: specified new message");
        assertThat(edit(999, "Two")).isEqualTo("Bad Request: message to edit not found");
        assertThat(edit(message, "Two")).isEmpty();
    }

    @Test
    void wrong_tokens_and_methods_are_not_found() {
        assertThat(driver.post("/bot12x/getMe", "{}").status()).isEqualTo(404);
        assertThat(driver.bot("flyToTheMoon", "{}").description()).isEqualTo("Not Found: method not found");
    }

    @Test
    void only_listed_tokens_work_when_there_is_a_list() {
        // Given
        Sandbox strict = Sandbox.start(SandboxOptions.inMemory().onlyFor(Set.of("77:good")));
        Driver other = new Driver(strict);

        // When
        Driver.Answer wrong = other.post("/bot77:bad/getMe", "{}");

        // Then
        assertThat(wrong.status()).isEqualTo(401);
        assertThat(wrong.description()).isEqualTo("Unauthorized");
        assertThat(other.post("/bot77:good/getMe", "{}").status()).isEqualTo(200);
        strict.close();
    }

    @Test
    void forms_and_other_cases_of_a_methods_name_are_read_alike() {
        // When
        Driver.Answer sent = driver.send(driver.to("/bot" + Driver.TOKEN + "/SENDMESSAGE")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(
                        HttpRequest.BodyPublishers.ofString(
                                "chat_id=" + person + "&text=a%26b"
                                        + "&reply_markup=%7B%22inline_keyboard%22%3A%5B%5B%7B%22text%22%3A%22Go%22%2C%22callback_data%22%3A%22g%22%7D%5D%5D%7D"))
                .build());

        // Then
        assertThat(sent.result().path("text").asText()).isEqualTo("a&b");
        assertThat(sent.result().at("/reply_markup/inline_keyboard/0/0/text").asText())
                .isEqualTo("Go");
    }

    @Test
    void a_file_sent_once_is_sent_again_by_its_id_and_can_be_fetched() {
        // Given
        String multipart = "--x\r\nContent-Disposition: form-data; name=\"chat_id\"\r\n\r\n" + person
                + "\r\n--x\r\nContent-Disposition: form-data; name=\"document\"; filename=\"a.csv\"\r\n"
                + "Content-Type: text/csv\r\n\r\na,b\r\n--x--\r\n";
        String file = driver.send(driver.to("/bot" + Driver.TOKEN + "/sendDocument")
                        .header("Content-Type", "multipart/form-data; boundary=x")
                        .POST(HttpRequest.BodyPublishers.ofString(multipart))
                        .build())
                .result()
                .path("document")
                .path("file_id")
                .asText();

        // When
        Driver.Answer again = driver.bot("sendDocument", "{\"chat_id\":" + person + ",\"document\":\"" + file + "\"}");

        // Then
        assertThat(again.result().path("document").path("file_name").asText()).isEqualTo("a.csv");
        String path = driver.bot("getFile", "{\"file_id\":\"" + file + "\"}")
                .result()
                .path("file_path")
                .asText();
        assertThat(driver.send(driver.to("/file/bot" + Driver.TOKEN + "/" + path)
                                .build())
                        .json()
                        .path("text")
                        .asText())
                .isEqualTo("a,b");
    }

    private String send(String rest) {
        return driver.bot("sendMessage", "{\"chat_id\":" + person + "," + rest + "}")
                .description();
    }

    private String sendTo(long chat) {
        return driver.bot("sendMessage", "{\"chat_id\":" + chat + ",\"text\":\"Hello\"}")
                .description();
    }

    private String edit(int message, String text) {
        return driver.bot(
                        "editMessageText",
                        "{\"chat_id\":" + person + ",\"message_id\":" + message + ",\"text\":\"" + text + "\"}")
                .description();
    }
}
