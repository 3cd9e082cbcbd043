package org.branchline.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import org.branchline.conversation.Action;
import org.branchline.conversation.Button;
import org.branchline.conversation.Keyboard;
import org.branchline.conversation.Outgoing;
import org.junit.jupiter.api.Test;

class DigestTest {

    private static final Button FEWER = new Button("Get fewer messages", new Action.Order("fewer", ""));

    @Test
    void texts_and_buttons_stand_behind_their_numbers_and_what_is_below_all_is_said_once() {
        // Given
        Outgoing bank = new Outgoing.Say(
                "Phone bank tonight, {name}?\n\nBring tea.\n\nYou get this as a member of Ours.\nImprint: Ours, London",
                new Keyboard(List.of(List.of(act("I'm in", "12:0"), act("Can't", "12:1")), List.of(FEWER))));
        Outgoing deadline = new Outgoing.Say(
                "Register by Friday.\n\nYou get this as a member of Ours.", Keyboard.row(act("Done", "13:0")));

        // When
        Outgoing.Say digest = (Outgoing.Say) Digest.of(bank, payloads(deadline), other -> other, "en");

        // Then
        assertThat(digest.text()).isEqualTo("""
                2 things for you today:

                1. Phone bank tonight, {name}?

                Bring tea.

                2. Register by Friday.

                You get this as a member of Ours.
                Imprint: Ours, London""");
        assertThat(digest.keyboard().rows())
                .isEqualTo(List.of(
                        List.of(act("1 · I'm in", "12:0"), act("1 · Can't", "12:1")),
                        List.of(new Button("1 · Get fewer messages", FEWER.action())),
                        List.of(act("2 · Done", "13:0"))));
    }

    @Test
    void a_button_that_is_the_same_below_several_stands_once_and_without_a_number() {
        // Given
        Outgoing one = new Outgoing.Say("One", Keyboard.row(FEWER));
        Outgoing two = new Outgoing.Say("Two", Keyboard.row(FEWER));

        // When
        Outgoing.Say digest = (Outgoing.Say) Digest.of(one, payloads(two), other -> other, "da");

        // Then
        assertThat(digest.text()).isEqualTo("2 ting til dig i dag:\n\n1. One\n\n2. Two");
        assertThat(digest.keyboard()).isEqualTo(Keyboard.row(FEWER));
    }

    @Test
    void ends_that_only_begin_alike_are_each_kept() {
        // Given
        Outgoing one = new Outgoing.Say("One\n\nRegister here:\nhttps://one.example.org");
        Outgoing two = new Outgoing.Say("Two\n\nRegister here:\nhttps://two.example.org");

        // When
        Outgoing.Say digest = (Outgoing.Say) Digest.of(one, payloads(two), other -> other, "en");

        // Then
        assertThat(digest.text()).contains("https://one.example.org", "https://two.example.org");
    }

    @Test
    void each_is_made_personal_by_itself_whatever_braces_stand_in_another() {
        // Given
        Outgoing smile = Personal.to("Ada", "UTC", "en", new Outgoing.Say("Bring a smile :{ tonight"));
        Outgoing hello = new Outgoing.Say("Hi {name}");

        // When
        Outgoing.Say digest =
                (Outgoing.Say) Digest.of(smile, payloads(hello), other -> Personal.to("Ada", "UTC", "en", other), "en");

        // Then
        assertThat(digest.text()).contains("Bring a smile :{ tonight", "Hi Ada");
    }

    @Test
    void what_nothing_goes_with_stays_as_it_is() {
        // Given
        Outgoing alone = new Outgoing.Say("One");

        // Then
        assertThat(Digest.of(alone, null, other -> other, "en")).isSameAs(alone);
    }

    private static Button act(String label, String argument) {
        return new Button(label, new Action.Order("act", argument));
    }

    private static JsonArray payloads(Outgoing... others) {
        JsonArray all = new JsonArray();
        for (Outgoing other : others) {
            all.add(new JsonObject(OutgoingJson.write(other)));
        }
        return all;
    }
}
