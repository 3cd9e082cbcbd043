package org.branchline.conversation.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.branchline.conversation.Person;
import org.branchline.conversation.Places;
import org.branchline.conversation.Words;
import org.branchline.conversation.engine.Cards;
import org.branchline.conversation.engine.Engine;
import org.branchline.conversation.engine.SkillsAudit;
import org.junit.jupiter.api.Test;

class GoldenDialogueTest {

    private final List<Step> chat = new ArrayList<>();

    @Test
    void theVolunteerWhoChangesHerMindHearsExactlyThis() {
        // Given
        bot("""
                1 of up to 6
                What would you like to do? Choose up to three.
                [☐ Phone voters]
                [☐ Make leaflets]
                [☐ Write and share]
                [Something else]""");
        press("Phone voters");
        press("Write and share");
        press("Done (2)");
        becomes("✓ Phone voters, Write and share");
        bot("""
                2 of up to 6
                Have you phoned voters before?
                [Many times]
                [Not yet]
                [Back]""");
        press("Back");
        bot("""
                1 of up to 6
                What would you like to do? Choose up to three.
                [☑ Phone voters]
                [☐ Make leaflets]
                [☑ Write and share]
                [Something else]
                [Done (2)]""");
        press("Phone voters");
        press("Done (1)");
        becomes("✓ Write and share");
        bot("""
                2 of up to 5
                About how many hours a month do you have?
                [Back] [Skip] [Help]""");
        write("lots");
        bot("Please send a number from 0 to 60, for example 3.");
        write("0");
        bot("No time this month? That is fine, press Skip.");
        write("2");
        bot("""
                ✓ 2 hours a month

                3 of 4
                When are you usually free?
                [☐ Weekdays, daytime]
                [☐ Weekdays, evening]
                [☐ Weekends, daytime]
                [☐ Weekends, evening]
                [It varies]
                [Back]""");
        press("Weekdays, evening");
        press("Done (1)");
        becomes("✓ Weekdays, evening");
        bot("""
                4 of 4
                Would anything make it easier for you to take part?
                [Back] [Skip] [Help]""");
        chat.add(new Step.Later(0, Duration.ofDays(3)));
        write("/start");
        bot("""
                Welcome back, Ann. One question is left.

                4 of 4
                Would anything make it easier for you to take part?
                [Back] [Skip] [Help]""");
        write("No phone calls, please.");
        bot("""
                Got it. Add more, or press Done.
                [Done]""");
        write("My hearing is bad.");
        press("Done");
        bot("""
                This is what you told me:
                1. To do: Write and share
                2. Hours a month: 2
                3. Free: Weekdays, evening
                4. Easier with: No phone calls, please. My hearing is bad.
                [Change 1] [Change 2] [Change 3] [Change 4]
                [That's right]""");
        press("That's right");
        bot("Thank you, Ann. We will only ask you about what you ticked.");
        Then then = new Then(
                1,
                Map.of(
                        "help_with", List.of("posts"),
                        "hours", List.of("2"),
                        "free", List.of("weekday_evening"),
                        "needs", List.of("(encrypted)")),
                List.of("called_before", "buddy"),
                Map.of(
                        "skills", List.of("posts"),
                        "hours_a_month", List.of("2"),
                        "availability", List.of("weekday_evening")));

        // When
        Optional<Difference> difference = replay(then);

        // Then
        assertThat(difference.map(Difference::message)).isEmpty();
    }

    @Test
    void aDifferenceNamesItsLine() {
        // Given
        chat.add(new Step.Bot(7, Shown.of("Good evening.")));

        // When
        Optional<Difference> difference = replay(Then.ANYTHING);

        // Then
        assertThat(difference.map(Difference::line)).contains(7);
    }

    private Optional<Difference> replay(Then then) {
        Person ann = new Person("Ann", "en", ZoneId.of("Asia/Tokyo"), null, null);
        Dialogue dialogue = new Dialogue("A dialogue", "skills-audit", ann, chat, then);
        return new Replay(
                        new Engine("Labour International", Words.PLAIN, Places.NOWHERE),
                        new Cards("Labour International", Words.PLAIN, Places.NOWHERE),
                        key -> Optional.of(SkillsAudit.playbook()))
                .play(dialogue);
    }

    private void bot(String written) {
        chat.add(new Step.Bot(chat.size() + 1, Shown.of(written)));
    }

    private void becomes(String written) {
        chat.add(new Step.Becomes(chat.size() + 1, Shown.of(written)));
    }

    private void press(String label) {
        chat.add(new Step.Press(chat.size() + 1, label));
    }

    private void write(String text) {
        chat.add(new Step.Write(chat.size() + 1, text));
    }
}
