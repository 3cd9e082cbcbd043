package org.branchline.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.quarkus.test.junit.QuarkusTest;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A coordinator and a volunteer on the sandbox's page, in a real browser; pictures of it lie in {@code target/screenshots}. */
@QuarkusTest
class BroadcastPageIT {

    /** Where members are awake whenever this runs: nobody is sent anything at night. */
    private record Branch(String key, String name, String zone) {

        private static final List<Branch> ALL = List.of(
                new Branch("helsinki", "Helsinki", "Europe/Helsinki"),
                new Branch("mexico-city", "Mexico City", "America/Mexico_City"),
                new Branch("sydney", "Sydney", "Australia/Sydney"),
                new Branch("lisbon", "Lisbon", "Europe/Lisbon"),
                new Branch("los-angeles", "Los Angeles", "America/Los_Angeles"),
                new Branch("bangkok", "Bangkok", "Asia/Bangkok"));

        static Branch awake(String... some) {
            return ALL.stream()
                    .filter(branch -> List.of(some).contains(branch.key))
                    .filter(branch -> {
                        int hour = ZonedDateTime.now(ZoneId.of(branch.zone)).getHour();
                        return hour >= 9 && hour < 20;
                    })
                    .findFirst()
                    .orElseThrow();
        }
    }

    @RegisterExtension
    final Browsing browsing = new Browsing();

    @Test
    void side_by_side_at_a_desk() {
        // Given
        Branch branch = Branch.awake("helsinki", "mexico-city", "sydney");
        Volunteer maria = coordinator(branch);
        Volunteer ann = Halfway.joined("Ann", branch.key());
        Page page = browsing.page(1280, 800);
        page.navigate(SandboxResource.url() + "/?person=" + maria.id() + "&person=" + ann.id());

        // When
        play(ChatPage.of(page, "Maria"), ChatPage.of(page, "Ann"), branch, "desktop");

        // Then
        assertThat(ChatPage.serious(page)).isEmpty();
    }

    @Test
    void each_on_a_phone() {
        // Given
        Branch branch = Branch.awake("lisbon", "los-angeles", "bangkok");
        Volunteer maria = coordinator(branch);
        Volunteer ann = Halfway.joined("Ann", branch.key());
        Page marias = browsing.page(390, 844);
        marias.navigate(SandboxResource.url() + "/?person=" + maria.id());
        Page anns = marias.context().newPage();
        anns.navigate(SandboxResource.url() + "/?person=" + ann.id());

        // When
        play(ChatPage.of(marias, "Maria"), ChatPage.of(anns, "Ann"), branch, "phone");

        // Then
        assertThat(ChatPage.serious(marias)).isEmpty();
        assertThat(ChatPage.serious(anns)).isEmpty();
    }

    private static void play(ChatPage maria, ChatPage ann, Branch branch, String size) {
        composes(maria, size);
        Kept.letGo();
        ann.reads("Phone bank tonight, Ann?");
        ann.photograph("broadcast-" + size + "-arrived");
        ann.presses("I'm in").offers("✓ I'm in");
        maria.sees("2 of 2 sent: Everyone you look after").sees("I'm in 1 · Can't 0 · Later 0");
        maria.photograph("broadcast-" + size + "-progress");
        asks(maria, ann, size);
        finds(maria, branch, size);
    }

    private static void composes(ChatPage maria, String size) {
        maria.writes("/broadcast")
                .reads("Who shall get it?")
                .presses("Everyone you look after (2)")
                .reads("Now write the message here");
        maria.photograph("broadcast-" + size + "-writing");
        maria.writes("Phone bank tonight, {name}? We need three more callers from 18:30 to 20:00.")
                .reads("What is it?")
                .presses("An appeal")
                .presses("I'm in · Can't · Later")
                .reads("It goes to 2 people: Everyone you look after.")
                .sees("Phone bank tonight, Maria?");
        maria.photograph("broadcast-" + size + "-preview");
        maria.presses("Send to 2").reads("Goes out in one minute to 2 people");
        maria.photograph("broadcast-" + size + "-held");
    }

    private static void asks(ChatPage maria, ChatPage ann, String size) {
        ann.writes("Do I need a headset?").presses("Send it to Maria").reads("✓ Sent to Maria.");
        maria.reads("A question from Ann");
        Kept.allLeft();
        maria.replies("Do I need a headset?", "No, your phone is enough.");
        ann.reads("Maria (coordinator) answers:").reads("No, your phone is enough.");
        maria.reads("✓ Sent to Ann.");
        ann.photograph("broadcast-" + size + "-answered");
    }

    private static void finds(ChatPage maria, Branch branch, String size) {
        maria.writes("/find")
                .reads("What can they do?")
                .presses("Doesn't matter")
                .reads("In which language?")
                .presses("Doesn't matter")
                .reads("When are they free")
                .presses("Doesn't matter")
                .reads("Ann, " + branch.name());
        maria.photograph("broadcast-" + size + "-found");
    }

    private static Volunteer coordinator(Branch branch) {
        Volunteer maria = Halfway.joined("Maria", branch.key());
        Kept.coordinator(maria.id(), branch.key());
        return maria;
    }
}
