package org.branchline.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Volunteers on the sandbox's page, in a real browser; pictures of it lie in {@code target/screenshots}. */
@QuarkusTest
class ChatPageIT {

    @RegisterExtension
    final Browsing browsing = new Browsing();

    @ParameterizedTest
    @CsvSource({"phone,390,844", "desktop,1280,800"})
    void in_english_from_a_link_to_confirmed_answers(String size, int width, int height) {
        // Given
        Page page = page(width, height, Kept.link("tokyo"));
        page.screenshot(ChatPage.picture("en-" + size + "-people"));
        ChatPage ann = ChatPage.as(page, "Ann", "en", "Tokyo", "Asia/Tokyo");

        // When
        InEnglish.joins(ann);
        ann.photograph("en-" + size + "-joined");
        InEnglish.answers(ann, () -> ann.photograph("en-" + size + "-answering"));
        ann.photograph("en-" + size + "-done");

        // Then
        assertThat(Kept.answers(ann.person())).containsAllEntriesOf(InEnglish.KEPT);
    }

    @ParameterizedTest
    @CsvSource({"phone,390,844", "desktop,1280,800"})
    void in_danish_from_a_link_to_confirmed_answers(String size, int width, int height) {
        // Given
        Page page = page(width, height, Kept.link("copenhagen"));
        ChatPage mette = ChatPage.as(page, "Mette", "da", "København", "Europe/Copenhagen");

        // When
        InDanish.joins(mette);
        mette.photograph("da-" + size + "-joined");
        InDanish.answers(mette, () -> mette.photograph("da-" + size + "-answering"));
        mette.photograph("da-" + size + "-done");

        // Then
        assertThat(Kept.answers(mette.person())).containsAllEntriesOf(InDanish.KEPT);
    }

    @Test
    void two_people_side_by_side_are_two_people() {
        // Given
        Page page = page(1280, 800, Kept.link("paris"));
        ChatPage ann = ChatPage.as(page, "Ann", "en", "Paris", "Europe/Paris");
        InEnglish.joins(ann);
        page.getByTestId("add-person").click();
        ChatPage mette = ChatPage.as(page, "Mette", "da", "København", "Europe/Copenhagen");
        mette.starts().reads("Hej Mette!").presses("Fortsæt").presses("Ja, det må du");

        // When
        InEnglish.answers(ann, () -> page.screenshot(ChatPage.picture("side-by-side")));

        // Then
        assertThat(Kept.answers(ann.person())).containsAllEntriesOf(InEnglish.KEPT);
        assertThat(Kept.answers(mette.person())).isEqualTo(Map.of());
    }

    @Test
    void a_captain_answers_a_volunteer_side_by_side() {
        // Given
        Volunteer asks = Halfway.joined("Ann", "prague");
        Volunteer answers = Halfway.joined("Maria", "prague");
        Kept.captain(answers.id(), "prague");
        Page page = browsing.page(1280, 800);
        page.navigate(SandboxResource.url() + "/?person=" + asks.id() + "&person=" + answers.id());
        ChatPage ann = ChatPage.of(page, "Ann");
        ChatPage maria = ChatPage.of(page, "Maria");

        // When
        ann.writes("Is there a meeting?").presses("Send it to Maria").reads("✓ Sent to Maria.");
        maria.reads("Is there a meeting?");
        Kept.allLeft();
        maria.replies("Is there a meeting?", "On Tuesday.");

        // Then
        ann.reads("Maria (captain) answers:");
        ann.reads("On Tuesday.");
        maria.reads("✓ Sent to Ann.").quotes("A question from Ann");
        page.screenshot(ChatPage.picture("answering-side-by-side"));
    }

    @ParameterizedTest
    @CsvSource({"390,844", "1280,800"})
    void nothing_on_the_page_shuts_anybody_out(int width, int height) {
        // Given
        Page page = page(width, height, Kept.link("oslo"));
        List<Rule> choosing = ChatPage.serious(page);

        // When
        ChatPage ann = ChatPage.as(page, "Ann", "en", "Oslo", "Europe/Oslo");
        InEnglish.joins(ann);
        ann.presses("Start").offers("☐ Phone voters");

        // Then
        assertThat(choosing).isEmpty();
        assertThat(ChatPage.serious(page)).isEmpty();
    }

    private Page page(int width, int height, String payload) {
        Page page = browsing.page(width, height);
        page.navigate(SandboxResource.url() + "/?start=" + payload);
        return page;
    }
}
