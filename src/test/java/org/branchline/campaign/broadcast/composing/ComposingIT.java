package org.branchline.campaign.broadcast.composing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.branchline.intake.Volunteer.text;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import java.util.List;
import org.awaitility.Awaitility;
import org.branchline.conversation.Action;
import org.branchline.conversation.Attached;
import org.branchline.conversation.Button;
import org.branchline.conversation.Outgoing;
import org.branchline.intake.Recorded;
import org.branchline.intake.RecordingGateway;
import org.branchline.intake.Volunteer;
import org.branchline.intake.What;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(Recorded.class)
class ComposingIT extends ComposingCase {

    private Volunteer petra;
    private Volunteer ann;

    @Override
    void people() {
        ann = campaign.member(bot, "Ann");
        petra = campaign.member(bot, "Petra");
        cora = campaign.member(bot, "Cora");
        campaign.grant(petra, "captain", "paris");
        campaign.sql(
                bot.organisation(),
                "update member set timezone = 'Europe/Paris', branch = (select id from branch where organisation = $1 and key = 'paris') "
                        + "where organisation = $1 and telegram_user = $2",
                bot.organisation().number(),
                petra.chat());
    }

    @Test
    void a_coordinator_writes_looks_and_sends_and_watches_it_go() {
        // Given
        String who = text(cora.types("/broadcast"));
        String zones = text(cora.presses("Everyone (3)"));
        composed(cora, "Tonight, {name}?", "A service message", "I'm in");
        String preview = says(cora, "Tonight, Cora?");

        // When
        cora.presses("Send to 3");
        String held = says(cora, "Goes out in one minute to 3 people: Everyone.");
        press(cora, "Send to 3");
        press(cora, "Send to 3");
        goes();
        says(ann, "Tonight, Ann?");
        ann.presses("I'm in");
        watched("3 of 3 sent: Everyone");

        // Then
        assertThat(who).contains("Who shall get it?");
        assertThat(zones).contains("It goes to 3 people: Everyone.").contains("2 time zones: Tokyo 2 · Paris 1");
        assertThat(preview).contains("You get this as a member of Test.");
        assertThat(held).contains("“Tonight, {name}?”");
        says(cora, "I'm in 1 · Can't 0 · Later 0");
        assertThat(rows("select 1 from broadcast where organisation = $1")).hasSize(1);
        assertThat(rows("select subjects from audit where organisation = $1 and what = 'sent a broadcast'"))
                .singleElement()
                .satisfies(row -> assertThat(row.getArrayOfStrings("subjects")).contains("recipients 3"));
    }

    @Test
    void a_message_that_is_held_can_be_called_back_and_its_buttons_stay_kind() {
        // Given
        cora.types("/broadcast");
        cora.presses("Everyone (3)");
        composed(cora, "Too early", "An appeal", "No buttons");
        cora.presses("Send to 3");
        says(cora, "Goes out in one minute");

        // When
        cora.presses("Call it back");
        says(cora, "Called back: nobody got it.");
        press(cora, "Send to 3");

        // Then
        assertThat(rows("select state from broadcast where organisation = $1"))
                .singleElement()
                .satisfies(row -> assertThat(row.getString("state")).isEqualTo("cancelled"));
        assertThat(gateway.to(ann.chat()))
                .noneMatch(message -> text(List.of(message)).contains("Too early"));
    }

    @Test
    void it_is_paused_and_let_go_on_by_whoever_sent_it_and_by_no_other_captain() {
        // Given
        cora.types("/broadcast");
        cora.presses("Everyone (3)");
        composed(cora, "Wait for it", "A service message", "No buttons");
        cora.presses("Send to 3");
        long id =
                rows("select id from broadcast where organisation = $1").get(0).getLong("id");
        cora.does(Volunteer.update(), steer("pause", id));
        campaign.recruit(bot);
        cora.does(Volunteer.update(), steer("pause", id));
        campaign.letGo(bot);

        // When
        petra.does(Volunteer.update(), steer("cancel", id));
        watched("Paused: nothing leaves until you go on.");
        cora.presses("Go on");
        watched("3 of 3 sent: Everyone");

        // Then
        says(ann, "Wait for it");
        assertThat(rows("select what from audit where organisation = $1 and what like '%broadcast%' order by id"))
                .extracting(row -> row.getString("what"))
                .contains("sent a broadcast", "paused a broadcast", "let a broadcast go on")
                .doesNotContain("ended a broadcast");
    }

    @Test
    void what_is_being_written_is_shown_to_whoever_asks_what_is_kept_of_them() {
        // Given
        cora.types("/broadcast");
        cora.presses("Everyone (3)");
        cora.types("Half a thought");

        // When
        String kept = text(cora.types("/mydata"));

        // Then
        assertThat(kept).contains("A message to many that you are writing", "Half a thought");
    }

    @Test
    void a_captain_reaches_their_own_branch_and_nobody_else() {
        // Given
        List<Outgoing> offered = petra.types("/broadcast");
        petra.presses("Everyone you look after (1)");
        composed(petra, "Paris only", "A service message", "No buttons");

        // When
        petra.presses("Send to 1");
        says(petra, "Goes out in one minute to 1 person");
        goes();

        // Then
        assertThat(labels(offered)).noneMatch(label -> label.contains("Tokyo"));
        says(petra, "Paris only\n");
        assertThat(rows("select recipients from broadcast where organisation = $1"))
                .singleElement()
                .satisfies(row -> assertThat(row.getInteger("recipients")).isEqualTo(1));
    }

    @Test
    void what_is_too_long_and_an_audience_of_nobody_are_said_in_plain_words() {
        // Given
        campaign.sql(
                bot.organisation(),
                "insert into audience (organisation, name, criteria) values ($1, 'Sleepers', '{\"not_seen_days\": 3650}')",
                bot.organisation().number());
        cora.types("/broadcast");

        // When
        String nobody = text(cora.presses("Sleepers"));
        cora.presses("Choose others");
        cora.presses("Haven't finished: ");
        String tooLong = text(cora.types("x".repeat(4_096)));
        String rest = text(cora.types("and what the app cut off"));
        later();
        String next = text(cora.types("Short"));

        // Then
        assertThat(nobody).contains("Sleepers: nobody can be reached there right now.");
        assertThat(tooLong).contains("That has 4096 characters, 596 more than fit");
        assertThat(rest).contains("That is the rest of the long text, so I left it too.");
        assertThat(next).contains("What is it?");
    }

    @Test
    void two_messages_in_one_go_are_one_text_where_they_fit_and_are_refused_together_where_they_do_not() {
        // Given
        cora.types("/broadcast");
        cora.presses("Everyone (3)");
        cora.types("First,");
        String joined = text(cora.types("and second"));
        cora.presses("A service message");
        cora.presses("No buttons");
        says(cora, "First,\nand second\n");

        // When
        cora.presses("Change the text");
        cora.types("x".repeat(2_500));
        String cut = text(cora.types("y".repeat(1_700)));
        String rest = text(cora.types("z"));

        // Then
        assertThat(joined).contains("What is it?");
        assertThat(cut).contains("Together that has 4201 characters");
        assertThat(rest).contains("That is the rest of the long text");
        assertThat(rows("select text from composing where organisation = $1"))
                .singleElement()
                .satisfies(row -> assertThat(row.getString("text")).isEmpty());
    }

    @Test
    void each_reads_their_own_language_and_buttons_in_the_writers_words() {
        // Given
        rows("update member set language = 'da' where organisation = $1 and name = 'Ann'");
        cora.types("/broadcast");
        cora.presses("Everyone (3)");
        cora.types("Tonight?");
        String asked = text(cora.presses("Also in Dansk"));
        cora.types("I aften?");
        cora.presses("A service message");
        cora.presses("Own buttons");
        String tooMany = text(cora.types("one, two, three, four"));
        String danish = text(cora.types("Count on me, Sorry"));
        String unequal = text(cora.types("Ja"));
        cora.types("Regn med mig, Desværre");
        String preview = says(cora, "This is how it reads in Dansk:");

        // When
        cora.presses("Send to 3");
        says(cora, "Goes out in one minute");
        goes();
        says(ann, "I aften?\n\nDu får dette som medlem af Test.");
        says(petra, "Tonight?\n\nYou get this as a member of Test.");
        ann.presses("Regn med mig");
        watched("3 of 3 sent: Everyone");

        // Then
        assertThat(asked).contains("Now write the text in Dansk");
        assertThat(tooMany).contains("Those are 4. I can show 1 to 3 buttons");
        assertThat(danish).contains("And in Dansk? Write 2 as well");
        assertThat(unequal).contains("Those are 1, and it needs 2");
        assertThat(preview).contains("This is how it reads in English:", "Tonight?", "I aften?");
        says(cora, "Count on me 1 · Sorry 0");
    }

    @Test
    void a_picture_goes_with_its_text_by_the_name_the_platform_gave_it() {
        // Given
        Attached poster = new Attached("poster", true);
        cora.types("/broadcast");
        cora.presses("Everyone (3)");
        String asked = text(cora.sends(poster, ""));
        String tooLong = text(cora.types("x".repeat(1_000)));
        later();
        cora.types("Come along, {name}!");
        String second = text(cora.sends(new Attached("another", false), ""));
        cora.presses("A service message");
        cora.presses("No buttons");
        says(cora, "Come along, Cora!");

        // When
        cora.presses("Send to 3");
        says(cora, "Goes out in one minute");
        goes();
        says(ann, "Come along, Ann!");

        // Then
        assertThat(asked).contains("I have the picture. Now write the text below it, at most 968 characters");
        assertThat(tooLong).contains("That has 1000 characters, and below a picture or document fit 968");
        assertThat(second).contains("One picture or document goes with a message");
        assertThat(gateway.to(ann.chat())).last().isInstanceOfSatisfying(Outgoing.Stored.class, stored -> {
            assertThat(stored.attached()).isEqualTo(poster);
            assertThat(stored.caption()).isEqualTo("Come along, Ann!\n\nYou get this as a member of Test.");
        });
        assertThat(gateway.to(cora.chat())).anyMatch(Outgoing.Stored.class::isInstance);
    }

    @Test
    void a_picture_that_is_gone_is_said_to_be_so() {
        // Given
        cora.types("/broadcast");
        cora.presses("Everyone (3)");
        cora.sends(new Attached(RecordingGateway.SPOILT, false), "See the paper");
        cora.presses("A service message");
        cora.presses("No buttons");
        Awaitility.await().until(() -> labels(gateway.to(cora.chat())).contains("Send to 3"));

        // When
        cora.presses("Send to 3");
        says(cora, "Goes out in one minute");
        goes();

        // Then
        watched("3 not delivered: 3 the picture or document could not be sent");
    }

    @Test
    void questions_are_offered_begun_put_off_and_not_asked_twice() {
        // Given
        rows(
                "insert into run (organisation, bot, chat, playbook, version, stage, started_at, touched_at, completed_at) "
                        + "select organisation, bot, chat, 'skills-audit', 'v', 'finished', now(), now(), now() "
                        + "from run where organisation = $1 and chat = " + petra.chat() + " limit 1");
        rows("delete from run where organisation = $1 and stage = 'waiting'");
        cora.types("/broadcast");
        cora.presses("Everyone (3)");
        cora.presses("Ask questions");
        cora.presses("Skills audit");
        cora.presses("A service message");
        says(cora, "Cora, may I ask you a few things?");
        cora.presses("Send to 2");
        says(cora, "Goes out in one minute to 2 people");
        goes();
        says(ann, "Ann, may I ask you a few things?");
        Action offer = button(ann, "Start");

        // When
        ann.does(Volunteer.update(), new What.Press("press", 0, button(ann, "Later")));
        String put = rows("select stage from run where organisation = $1 and stage = 'waiting'")
                .get(0)
                .getString("stage");
        ann.does(Volunteer.update(), new What.Press("press", 0, offer));
        says(ann, "1 of up to");
        rows(
                "update run set stage = 'finished', completed_at = now() where organisation = $1 and playbook = 'skills-audit'");
        rows("update chat set front = null where organisation = $1");
        ann.does(Volunteer.update(), new What.Press("press", 0, offer));
        says(ann, "You have answered that already, thank you.");
        watched("2 of 2 sent: Everyone");

        // Then
        assertThat(put).isEqualTo("waiting");
        says(cora, "Start 1 · Later 0");
        assertThat(rows("select 1 from run where organisation = $1 and playbook = 'skills-audit' and chat = "
                        + ann.chat()))
                .hasSize(1);
        assertThat(text(gateway.to(petra.chat()))).doesNotContain("may I ask you");
    }

    @Test
    void more_than_two_hundred_people_need_their_number_typed() {
        // Given
        many();
        cora.types("/broadcast");
        cora.presses("Everyone (201)");
        composed(cora, "To all of you", "A service message", "No buttons");

        // When
        String asked = text(cora.presses("Send to 201"));
        String wrong = text(cora.types("200"));
        cora.types("201");

        // Then
        assertThat(asked).contains("type the number: 201");
        assertThat(wrong).contains("I wait for the number 201.");
        says(cora, "Goes out in one minute to 201 people");
        says(cora, "✓ Confirmed.");
        assertThat(rows("select 1 from broadcast where organisation = $1")).hasSize(1);
    }

    @Test
    void a_number_typed_when_the_chosen_time_is_over_sends_nothing() {
        // Given
        many();
        cora.types("/broadcast");
        cora.presses("Everyone (201)");
        composed(cora, "To all of you", "A service message", "No buttons");
        cora.presses("Send to 201");
        rows(
                "update composing set own_clock = false, local_at = (now() at time zone 'Asia/Tokyo' - interval '10 minutes')::time, "
                        + "touched_at = now() - interval '20 minutes' where organisation = $1");

        // When
        cora.types("201");
        says(
                cora,
                "That hour went by meanwhile, so please look again at when it goes now.\n\nIt goes to 201 people: Everyone.");
        cora.presses("Send to 201");
        rows("update composing set local_on = current_date - 3 where organisation = $1");
        String late = text(cora.types("201"));
        String again = text(cora.types("in a while"));

        // Then
        assertThat(late).contains("That is over already").doesNotContain("Confirmed", "on its way");
        assertThat(again).contains("I can't find a time in that.");
        assertThat(rows("select 1 from broadcast where organisation = $1")).isEmpty();
    }

    @Test
    void nothing_goes_that_was_not_looked_at_and_cancel_ends_it() {
        // Given
        cora.types("/broadcast");
        cora.presses("Everyone (3)");
        composed(cora, "First", "A service message", "No buttons");
        Action first = button(cora, "Send to 3");
        cora.presses("Change the text");
        cora.types("Second");

        // When
        cora.does(Volunteer.update(), new What.Press("press", 0, first));
        cora.reads();
        String ended = text(cora.types("/cancel"));
        cora.does(Volunteer.update(), new What.Press("press", 0, first));

        // Then
        assertThat(ended).contains("OK, nothing was sent.");
        assertThat(rows("select 1 from broadcast where organisation = $1")).isEmpty();
    }

    @Test
    void it_is_not_for_everybody() {
        // When
        String said = text(ann.types("/broadcast"));

        // Then
        assertThat(said).contains("That is for those who look after members.");
    }

    /** Besides the three that are there. */
    private void many() {
        campaign.sql(bot.organisation(), """
                with m as (
                  insert into member (organisation, telegram_user, name, language)
                  select $1, $2::bigint * 1000 + n, 'Many', 'en' from generate_series(1, 198) n returning id, telegram_user),
                agreed as (
                  insert into consent (organisation, member, purpose, version, language, given_at)
                  select $1, id, 'campaign', '1', 'en', now() from m)
                insert into chat (organisation, bot, id, member) select $1, $3, telegram_user, id from m
                """, bot.organisation().number(), cora.chat() % 1_000_000_000L, bot.id());
    }

    private void composed(Volunteer writer, String text, String kind, String buttons) {
        writer.types(text);
        writer.presses(kind);
        writer.presses(buttons);
        patiently().until(() -> labels(gateway.to(writer.chat())).stream()
                .anyMatch(label -> label.startsWith("Send to ")));
    }

    /** Long enough after the last text that the next is one of its own. */
    private void later() {
        rows("update composing set besides = besides - 'heard' where organisation = $1");
    }

    private static What steer(String deed, long broadcast) {
        return new What.Press("press", 0, new Action.Order("going", deed + "." + broadcast));
    }

    /** A press that is answered by a short line only. */
    private void press(Volunteer presser, String label) {
        presser.does(Volunteer.update(), new What.Press("press", 0, button(presser, label)));
    }

    private Action button(Volunteer reader, String label) {
        return gateway.to(reader.chat()).stream()
                .flatMap(message -> buttons(message).stream())
                .filter(button -> button.label().equals(label))
                .reduce((one, later) -> later)
                .orElseThrow()
                .action();
    }

    private static List<String> labels(List<Outgoing> messages) {
        return messages.stream()
                .flatMap(message -> buttons(message).stream())
                .map(Button::label)
                .toList();
    }

    private static List<Button> buttons(Outgoing message) {
        List<List<Button>> rows = List.of();
        if (message instanceof Outgoing.Say say) {
            rows = say.keyboard().rows();
        } else if (message instanceof Outgoing.Edit edit) {
            rows = edit.keyboard().rows();
        }
        return rows.stream().flatMap(List::stream).toList();
    }
}
