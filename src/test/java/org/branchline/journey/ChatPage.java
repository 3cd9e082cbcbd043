package org.branchline.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ScreenshotAnimations;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** One person's column on the sandbox's page, used as a person does: by what is written on it. */
final class ChatPage {

    private static final Path SCREENSHOTS = Path.of("target/screenshots");

    private final Page page;
    private final Locator column;

    private ChatPage(Page page, Locator column) {
        this.page = page;
        this.column = column;
    }

    /** Invents somebody in the open form, who then opens their chat. */
    static ChatPage as(Page page, String name, String language, String city, String timezone) {
        Locator form = page.getByTestId("person-form");
        form.getByLabel("First name").fill(name);
        form.getByLabel("Language").selectOption(language);
        form.getByLabel("City").fill(city);
        form.getByLabel("Time zone").fill(timezone);
        form.getByText("Open chat").click();
        return of(page, name);
    }

    /** The open chat of somebody. */
    static ChatPage of(Page page, String name) {
        Locator chat = page.locator("[data-testid=chat][aria-label^='" + name + "']");
        assertThat(chat).isVisible();
        return new ChatPage(page, chat);
    }

    ChatPage starts() {
        column.getByTestId("start").click();
        return this;
    }

    /** Waits for a message of the bot to be the newest and to say this. */
    ChatPage reads(String text) {
        assertThat(newest()).containsText(text);
        return this;
    }

    /** Waits until some message of the bot says this: an older one may have changed. */
    ChatPage sees(String text) {
        assertThat(column.locator("[data-testid=message][data-from=bot]")
                        .filter(new Locator.FilterOptions().setHasText(text))
                        .last())
                .isVisible();
        return this;
    }

    ChatPage presses(String label) {
        button(label).click();
        return this;
    }

    /** Presses the button of the newest message whose label begins so, as a browser reads patterns: the rest is a date. */
    ChatPage pressesWhatBegins(String label) {
        newest().getByTestId("keyboard-button")
                .filter(new Locator.FilterOptions().setHasText(Pattern.compile("^" + label)))
                .first()
                .click();
        return this;
    }

    ChatPage writes(String text) {
        column.getByTestId("composer").fill(text);
        column.getByTestId("send").click();
        return this;
    }

    /** Replies to the bot's newest message that says this. */
    ChatPage replies(String to, String text) {
        Locator message = column.locator("[data-testid=message][data-from=bot]")
                .filter(new Locator.FilterOptions().setHasText(to))
                .last();
        message.hover();
        message.getByLabel("Reply to message").click();
        assertThat(column.getByTestId("replying")).isVisible();
        return writes(text);
    }

    /** Waits until the person's newest message quotes this. */
    ChatPage quotes(String text) {
        assertThat(column.locator("[data-testid=message][data-from=person] .reply-quote")
                        .last())
                .containsText(text);
        return this;
    }

    /** The id of the person, as Telegram would have it. */
    long person() {
        return Long.parseLong(column.getAttribute("data-person"));
    }

    /** Waits until the newest message of the bot has this button. */
    ChatPage offers(String label) {
        assertThat(button(label)).isVisible();
        return this;
    }

    /** What on a page shuts somebody out, as axe finds it. */
    static List<Rule> serious(Page page) {
        return new AxeBuilder(page)
                .analyze().getViolations().stream()
                        .filter(rule -> Set.of("serious", "critical").contains(rule.getImpact()))
                        .toList();
    }

    /** A picture of the page once nothing moves any more. */
    void photograph(String name) {
        page.screenshot(picture(name));
    }

    static Page.ScreenshotOptions picture(String name) {
        return new Page.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve(name + ".png"))
                .setAnimations(ScreenshotAnimations.DISABLED);
    }

    private Locator button(String label) {
        return newest().getByTestId("keyboard-button")
                .and(page.getByText(label, new Page.GetByTextOptions().setExact(true)));
    }

    private Locator newest() {
        return column.locator("[data-testid=message][data-from=bot]").last();
    }
}
