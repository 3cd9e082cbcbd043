package org.branchline.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ReducedMotion;
import io.restassured.http.ContentType;
import java.util.Map;
import org.branchline.sandbox.Sandbox;
import org.branchline.sandbox.SandboxOptions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The clock on the page of a sandbox of its own, with a bot that only says what the test says. */
class ClockPageIT {

    private static final String BOT = "/bot4242:secret/";

    private static Chromium chromium;

    private Sandbox sandbox;
    private BrowserContext context;

    @BeforeAll
    static void open() {
        chromium = new Chromium();
    }

    @AfterAll
    static void close() {
        chromium.close();
    }

    @BeforeEach
    void begin() {
        sandbox = Sandbox.start(SandboxOptions.inMemory());
        post(BOT + "getMe", Map.of());
    }

    @AfterEach
    void leave() {
        context.close();
        sandbox.close();
    }

    @ParameterizedTest
    @CsvSource({"phone,390,844", "desktop,1280,800"})
    void a_week_is_moved_to_in_steps_and_read_day_by_day(String size, int width, int height) {
        // Given
        long ann = 6_100_000_001L;
        post("/sandbox/people", Map.of("id", ann, "first_name", "Ann", "timezone", "Asia/Tokyo"));
        post("/sandbox/chats/" + ann + "/messages", Map.of("text", "/start"));
        follows(0, 0);
        Page page = page(width, height);
        page.navigate(sandbox.url() + "/?person=" + ann);
        ChatPage chat = ChatPage.of(page, "Ann");
        Locator clock = page.getByTestId("clock");
        Locator way = page.getByTestId("way");
        clock.locator("summary").click();

        // When
        clock.getByText("+1 week").click();
        assertThat(way).containsText("On the way to");
        follows(0, 86_400);
        says(ann, "A day later");
        follows(86_400, 4 * 86_400);
        says(ann, "Five days later");
        assertThat(way).containsText("On the way to");
        page.screenshot(ChatPage.picture("clock-" + size + "-on-the-way"));
        follows(5 * 86_400, 30 * 86_400);

        // Then
        assertThat(way).containsText("now.");
        chat.reads("Five days later");
        assertThat(page.locator(".day")).hasCount(3);
        assertThat(clock.locator(".panel")).isInViewport();
        assertThat(page.getByTestId("add-person"))
                .isInViewport(new LocatorAssertions.IsInViewportOptions().setRatio(1));
        assertThat(ChatPage.serious(page)).isEmpty();
        page.screenshot(ChatPage.picture("clock-" + size + "-arrived"));
    }

    /** A service says that it is done there, and that so much later something falls due. */
    private void follows(long offset, long rest) {
        post("/sandbox/clock/reached", Map.of("follower", "service", "offset_seconds", offset, "rest_seconds", rest));
    }

    private void says(long person, String text) {
        post(BOT + "sendMessage", Map.of("chat_id", person, "text", text));
    }

    private void post(String path, Map<String, ?> body) {
        int status = given().baseUri(sandbox.url())
                .contentType(ContentType.JSON)
                .body(body)
                .post(path)
                .statusCode();
        assertThat(status).isBetween(200, 201);
    }

    private Page page(int width, int height) {
        context = chromium.browser()
                .newContext(new Browser.NewContextOptions()
                        .setViewportSize(width, height)
                        .setLocale("en-GB")
                        .setReducedMotion(ReducedMotion.REDUCE));
        return context.newPage();
    }
}
