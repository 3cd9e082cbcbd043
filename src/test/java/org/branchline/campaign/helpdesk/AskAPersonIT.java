package org.branchline.campaign.helpdesk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.branchline.intake.Volunteer.text;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.branchline.conversation.Incoming;
import org.branchline.conversation.Outgoing;
import org.branchline.intake.Recorded;
import org.branchline.intake.TestCampaign;
import org.branchline.intake.Volunteer;
import org.branchline.intake.What;
import org.branchline.roster.Bot;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(Recorded.class)
class AskAPersonIT {

    private static final String ASKED = "Do you have leaflets in French?";

    @Inject
    TestCampaign campaign;

    private Bot bot;
    private Volunteer cora;
    private Volunteer carl;
    private Volunteer ann;

    @BeforeEach
    void organise() {
        bot = campaign.organise();
        cora = campaign.member(bot, "Cora");
        carl = campaign.member(bot, "Carl");
        campaign.grant(cora, "coordinator", null);
        campaign.grant(carl, "coordinator", null);
        ann = campaign.member(bot, "Ann");
        cora.reads();
        carl.reads();
    }

    @Test
    void a_text_with_no_question_open_is_offered_and_goes_to_all_coordinators_once_the_member_says_so() {
        // Given
        String offer = text(ann.types(ASKED));
        assertThat(offer).contains("I'm a bot and can't read that. Shall I pass it on to a person?");
        assertThat(stored("select 1 from outbox where organisation = $1 and question is not null"))
                .isEmpty();

        // When
        String passed = text(ann.presses("Send it to coordinator"));

        // Then
        assertThat(passed).contains("✓ Sent to coordinator. I'll bring you the answer here.");
        assertThat(text(cora.reads()))
                .contains(
                        "A question from Ann, Tokyo, written on",
                        "(Tokyo):",
                        ASKED,
                        "Reply to this message to answer.");
        assertThat(text(carl.reads())).contains(ASKED);
    }

    @Test
    void a_reply_reaches_the_member_and_every_copy_says_who_answered() {
        // Given
        asks();
        cora.reads();
        carl.reads();

        // When
        String said = text(cora.replies(ASKED, "Yes, from <b>Friday</b> on."));

        // Then
        assertThat(said).contains("✓ Sent to Ann.");
        assertThat(text(ann.reads())).contains("Cora (coordinator) answers:\nYes, from <b>Friday</b> on.");
        assertThat(text(carl.reads())).contains(ASKED, "✓ Answered by Cora. Reply to add to it.");

        // And when
        carl.replies(ASKED, "In Spanish, too.");

        // Then
        assertThat(text(ann.reads())).contains("Carl (coordinator) answers:\nIn Spanish, too.");
        await().atMost(Duration.ofSeconds(20))
                .until(() -> text(cora.reads()).contains("✓ Answered by Cora, Carl. Reply to add to it."));
    }

    @Test
    void a_reply_delivered_twice_is_one_answer() {
        // Given
        asks();
        cora.reads();
        What reply = cora.reply(ASKED, "Yes.");
        long update = Volunteer.update();

        // When
        cora.does(update, reply);
        cora.does(update, reply);
        cora.types("/help");

        // Then
        List<Outgoing> came = ann.reads();
        assertThat(came)
                .filteredOn(one -> text(List.of(one)).contains("answers:"))
                .hasSize(1);
        assertThat(stored(
                        "select 1 from outbox where organisation = $1 and chat = " + ann.chat() + " and priority = 1"))
                .hasSize(1);
    }

    @Test
    void a_reply_to_a_message_that_shows_no_question_is_a_text_like_any_other() {
        // Given
        cora.types("/start");

        // When
        String said = text(cora.replies("Hello Cora", "What's up?"));

        // Then
        assertThat(said).contains("Shall I pass it on to a person?");
    }

    @Test
    void whoever_lost_the_role_meanwhile_is_refused_kindly() {
        // Given
        asks();
        cora.reads();
        stored("delete from member_role where organisation = $1 and member = (select id from member"
                + " where organisation = $1 and telegram_user = " + cora.chat() + ") returning 1");

        // When
        String said = text(cora.replies(ASKED, "Yes."));

        // Then
        assertThat(said).contains("You don't look after this any more");
        assertThat(stored("select 1 from question where organisation = $1 and state = 'open'"))
                .hasSize(1);
    }

    @Test
    void a_captain_gets_what_their_branch_asks_and_the_coordinators_do_not() {
        // Given
        Volunteer maria = campaign.member(bot, "Maria");
        campaign.grant(maria, "captain", "tokyo");

        // When
        ann.types(ASKED);
        ann.presses("Send it to Maria");

        // Then
        assertThat(text(maria.reads())).contains(ASKED);
        assertThat(stored("select distinct chat from outbox where organisation = $1 and question is not null"))
                .hasSize(1);
        assertThat(text(maria.replies(ASKED, "Ask me on Friday."))).contains("✓ Sent to Ann.");
        assertThat(text(ann.reads())).contains("Maria (captain) answers:");
    }

    @Test
    void ask_a_person_takes_what_is_written_next_even_while_a_question_is_open() {
        // Given
        ann.types("/start");
        ann.presses("Skills audit");
        ann.types("/person");

        // When
        String said = text(ann.types(ASKED));

        // Then
        assertThat(said).contains("Shall I pass this on?");
        assertThat(text(ann.presses("Send it to"))).contains("✓ Sent to");
        assertThat(text(cora.reads())).contains(ASKED);
    }

    @Test
    void what_cannot_be_read_may_be_asked_in_words() {
        // Given
        String said = text(ann.sends(Incoming.Sent.Kind.VOICE));

        // When
        ann.presses("Ask a person");

        // Then
        assertThat(said).contains("I can't listen yet. Type it, please.");
        assertThat(text(ann.types(ASKED))).contains("Shall I pass this on?");
    }

    @Test
    void whoever_stopped_the_bot_answers_nothing_by_it() {
        // Given
        asks();
        cora.reads();
        cora.types("/stop");

        // When
        String said = text(cora.replies(ASKED, "Yes."));

        // Then
        assertThat(said).contains("You stopped my messages");
        assertThat(stored("select 1 from question_answer where organisation = $1"))
                .isEmpty();
    }

    @Test
    void several_short_texts_are_one_question_and_no_thanks_forgets_it() {
        // Given
        ann.types(ASKED);
        String more = text(ann.types("Or in Spanish?"));

        // When
        String said = text(ann.presses("No, thanks"));

        // Then
        assertThat(more).contains("Shall I pass all of it on?");
        assertThat(said).contains("OK, nobody has seen it.");
        assertThat(stored("select 1 from question where organisation = $1")).isEmpty();
    }

    @Test
    void without_anybody_to_answer_the_member_is_told_so() {
        // Given
        stored("delete from member_role where organisation = $1 returning 1");

        // When
        String said = text(ann.types(ASKED));

        // Then
        assertThat(said).contains("nobody is here to answer yet", "campaign@example.org");
        assertThat(text(ann.types("/person"))).contains("Nobody is here to answer yet", "campaign@example.org");
        assertThat(stored("select 1 from question where organisation = $1")).isEmpty();
    }

    @Test
    void what_was_asked_stands_nowhere_in_plain_words() {
        // Given
        asks();
        cora.reads();

        // When
        cora.replies(ASKED, "An answer nobody else reads");

        // Then
        for (String table : List.of("question", "question_copy", "question_answer", "outbox", "job", "audit")) {
            assertThat(stored("select 1 from " + table + " t where organisation = $1 and (t::text like '%leaflets%'"
                            + " or t::text like '%nobody else%')"))
                    .as(table)
                    .isEmpty();
        }
    }

    private void asks() {
        ann.types(ASKED);
        ann.presses("Send it to");
    }

    private List<io.vertx.sqlclient.Row> stored(String sql) {
        return campaign.sql(bot.organisation(), sql, bot.organisation().number());
    }
}
