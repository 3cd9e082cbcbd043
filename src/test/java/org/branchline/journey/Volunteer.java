package org.branchline.journey;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** Somebody who talks with the bot through the sandbox: writes, presses, and reads what comes. */
final class Volunteer {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** One database outlives several sandboxes, each of which would give the same numbers again. */
    private static final AtomicLong NUMBERS = new AtomicLong(System.currentTimeMillis());

    private final long id;

    private Volunteer(long id) {
        this.id = id;
    }

    /** A new person.
     * @param language as the phone says it, for example {@code en}
     * @param timezone IANA name */
    static Volunteer named(String firstName, String language, String timezone) {
        long id = NUMBERS.incrementAndGet();
        Map<String, Object> person =
                Map.of("id", id, "first_name", firstName, "language_code", language, "timezone", timezone);
        post("/sandbox/people", person);
        return new Volunteer(id);
    }

    long id() {
        return id;
    }

    Volunteer writes(String text) {
        post(chat("messages"), Map.of("text", text));
        return this;
    }

    /** Replies to a message of this chat; the number of the update. */
    long replies(int message, String text) {
        return post(chat("messages"), Map.of("text", text, "reply_to", message))
                .extract()
                .jsonPath()
                .getLong("update_id");
    }

    /** An update comes once more, as Telegram does where it did not hear that it was taken. */
    static void again(long update) {
        given().baseUri(SandboxResource.url())
                .contentType(ContentType.JSON)
                .body(Map.of())
                .post("/sandbox/updates/" + update + "/again")
                .then()
                .statusCode(200);
    }

    /** Waits until the message of this number says this. */
    Volunteer sees(int number, String text) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).untilAsserted(() -> assertThat(
                        Volunteer.this.<String>messages("findAll { it.message_id == " + number + " }.text"))
                .singleElement()
                .asString()
                .contains(text));
        return this;
    }

    /** Presses a button of the newest message of the bot, as soon as it is there. */
    Volunteer presses(String label) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).untilAsserted(() -> assertThat(buttons())
                .contains(label));
        post(chat("presses"), Map.of("label", label));
        return this;
    }

    /** Waits until the newest message of the bot says this. */
    Volunteer reads(String text) {
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).untilAsserted(() -> assertThat(newest())
                .contains(text));
        return this;
    }

    /** Waits until the message of this number has no buttons any more. */
    Volunteer losesButtons(int number) {
        String buttons = "findAll { it.message_id == " + number + " }.keyboard.flatten().findAll { it != null }.text";
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).untilAsserted(() -> assertThat(
                        Volunteer.this.<String>messages(buttons))
                .isEmpty());
        return this;
    }

    /** The newest message of the bot, empty before the first. */
    String newest() {
        List<String> said = said();
        return said.isEmpty() ? "" : said.get(said.size() - 1);
    }

    /** Every message of the bot as it stands, oldest first. */
    List<String> said() {
        return messages("findAll { it.from == 'bot' }.text");
    }

    /** The number of the bot's newest message. */
    int newestNumber() {
        List<Integer> numbers = messages("findAll { it.from == 'bot' }.message_id");
        return numbers.get(numbers.size() - 1);
    }

    /** What the button of this label carries. */
    String data(String label) {
        List<String> all =
                messages("findAll { it.from == 'bot' }.keyboard.flatten().findAll { it.text == '" + label + "' }.data");
        return all.get(all.size() - 1);
    }

    private List<String> buttons() {
        List<List<List<String>>> keyboards = messages("findAll { it.from == 'bot' }.keyboard.text");
        return keyboards.isEmpty()
                ? List.of()
                : keyboards.get(keyboards.size() - 1).stream()
                        .flatMap(List::stream)
                        .toList();
    }

    private <T> List<T> messages(String path) {
        return given().baseUri(SandboxResource.url())
                .get(chat("messages"))
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .getList("messages." + path);
    }

    private String chat(String what) {
        return "/sandbox/chats/" + id + "/" + what;
    }

    private static ValidatableResponse post(String path, Map<String, ?> body) {
        return given().baseUri(SandboxResource.url())
                .contentType(ContentType.JSON)
                .body(body)
                .post(path)
                .then()
                .statusCode(201);
    }
}
