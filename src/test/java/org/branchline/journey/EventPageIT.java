package org.branchline.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A host and a volunteer on the sandbox's page, in a real browser; pictures of it lie in {@code target/screenshots}. */
@QuarkusTest
class EventPageIT {

    @RegisterExtension
    final Browsing browsing = new Browsing();

    @Test
    void side_by_side_at_a_desk() {
        // Given
        Volunteer maria = host("melbourne");
        Volunteer ann = Halfway.joined("Ann", "melbourne");
        Page page = browsing.page(1280, 800);
        page.navigate(SandboxResource.url() + "/?person=" + maria.id() + "&person=" + ann.id());

        // When
        play(ChatPage.of(page, "Maria"), ChatPage.of(page, "Ann"), "desktop");

        // Then
        assertThat(ChatPage.serious(page)).isEmpty();
    }

    @Test
    void each_on_a_phone() {
        // Given
        Volunteer maria = host("nairobi");
        Volunteer ann = Halfway.joined("Ann", "nairobi");
        Page marias = browsing.page(390, 844);
        marias.navigate(SandboxResource.url() + "/?person=" + maria.id());
        Page anns = marias.context().newPage();
        anns.navigate(SandboxResource.url() + "/?person=" + ann.id());

        // When
        play(ChatPage.of(marias, "Maria"), ChatPage.of(anns, "Ann"), "phone");

        // Then
        assertThat(ChatPage.serious(marias)).isEmpty();
        assertThat(ChatPage.serious(anns)).isEmpty();
    }

    private static void play(ChatPage maria, ChatPage ann, String size) {
        makes(maria, size);
        ann.writes("/shifts").reads("Meeting: 1 of 1 places is free");
        ann.photograph("event-" + size + "-shifts");
        ann.pressesWhatBegins("1 ·").reads("Online: you get the link with your place.");
        ann.presses("Sign me up").reads("✓ You have a place.").reads("Join here: https://example.org/meeting");
        ann.photograph("event-" + size + "-place");
        maria.writes("/host").reads("One shift you look after").pressesWhatBegins("");
        maria.sees("1 of 1 places · full").sees("1. Ann");
        maria.photograph("event-" + size + "-full");
        maria.presses("Add somebody").reads("name").writes("Bob").reads("Bob is number 1 on the waiting list");
        maria.sees("Waiting: Bob");
        ann.presses("I can't come after all").presses("Give up my place").reads("your place is free for somebody else");
        maria.sees("1. Bob");
        maria.photograph("event-" + size + "-bob");
        ann.photograph("event-" + size + "-left");
    }

    private static void makes(ChatPage maria, String size) {
        maria.writes("/event").reads("What shall it be?").presses("Meeting").reads("What is it called?");
        maria.presses("Meeting").reads("When does it begin").writes("tomorrow 18:00");
        maria.reads("How many places?").writes("1").reads("Where is it?").writes("https://example.org/meeting");
        maria.offers("Make it");
        maria.photograph("event-" + size + "-preview");
        maria.presses("Make it").reads("✓ Made: Meeting");
    }

    private static Volunteer host(String branch) {
        Volunteer maria = Halfway.joined("Maria", branch);
        Kept.coordinator(maria.id(), branch);
        return maria;
    }
}
