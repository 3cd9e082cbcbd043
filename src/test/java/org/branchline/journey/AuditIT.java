package org.branchline.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
class AuditIT {

    @Test
    void a_volunteer_joins_by_a_link_and_answers_everything() {
        // Given
        Volunteer ann = Volunteer.named("Ann", "en", "Asia/Tokyo")
                .writes("/start " + Kept.link("tokyo"))
                .presses("Go on")
                .presses("I agree")
                .presses("Yes")
                .presses("Start");

        // When
        ann.reads("1 of up to 11").presses("☐ Phone voters").presses("Done (1)");
        ann.reads("2 of up to 11").presses("Many times");
        ann.reads("3 of 11").presses("Most weeks");
        ann.reads("4 of 11").writes("yes");
        ann.reads("5 of 11").presses("Skip");
        ann.reads("6 of 11").presses("☐ French").presses("☐ English").presses("Done (2)");
        ann.reads("7 of 11").writes("4");
        ann.reads("8 of 11").presses("It varies");
        ann.reads("9 of 11").writes("Leeds");
        ann.reads("10 of 11").presses("☐ Run a branch").presses("Done (1)");
        ann.reads("11 of 11").writes("No calls on Mondays.").presses("Done");
        ann.reads("This is what you told me").presses("That's right").reads("Thank you, Ann.");

        // Then
        assertThat(Kept.answers(ann.id()))
                .containsEntry("help_with", "Phone voters")
                .containsEntry("called_before", "Many times")
                .containsEntry("uk_evenings", "Most weeks")
                .containsEntry("buddy", "Yes")
                .containsEntry("languages", "English, French")
                .containsEntry("hours", "4")
                .containsEntry("free", "It varies")
                .containsEntry("constituency", "Leeds")
                .containsEntry("training", "Run a branch")
                .containsEntry("needs", "(encrypted)");
    }
}
