package org.branchline.campaign.broadcast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.branchline.intake.Volunteer.text;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.branchline.campaign.audience.Audience;
import org.branchline.conversation.Attached;
import org.branchline.conversation.Outgoing;
import org.branchline.delivery.Attachments;
import org.branchline.intake.Recorded;
import org.branchline.intake.RecordingGateway;
import org.branchline.intake.TestCampaign;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(Recorded.class)
class BroadcastsIT extends BroadcastCase {

    @Inject
    RecordingGateway gateway;

    @Test
    void everybody_reads_it_once_with_their_own_name() {
        // When
        long id = begun(draft("Tonight, {name}?", Duration.ZERO), "key-1");

        // Then
        assertThat(text(ann.reads())).contains("Tonight, Ann?").contains("You get this as a member of Test.");
        assertThat(text(bo.reads())).contains("Tonight, Bo?");
        Counts counts = over(id);
        assertThat(counts.recipients()).isEqualTo(2);
        assertThat(counts.byState()).isEqualTo(Map.of("sent", 2L));
    }

    @Test
    void a_picture_is_uploaded_once_and_goes_to_everybody_else_by_its_name_there() {
        // Given
        campaign.member(bot, "Cleo");
        long picture = picture("poster.png");

        // When
        long id = begun(with(picture), "key-picture");

        // Then
        assertThat(over(id).byState()).isEqualTo(Map.of("sent", 3L));
        assertThat(latest())
                .filteredOn(Outgoing.File.class::isInstance)
                .singleElement()
                .isInstanceOfSatisfying(Outgoing.File.class, file -> {
                    assertThat(file.content()).isEqualTo(new byte[] {1, 2, 3});
                    assertThat(file.mediaType()).isEqualTo("image/png");
                });
        assertThat(latest())
                .filteredOn(Outgoing.Stored.class::isInstance)
                .hasSize(2)
                .allMatch(message -> ((Outgoing.Stored) message).attached().equals(new Attached("given", true)));
        assertThat(campaign.sql(
                        bot.organisation(),
                        "select 1 from attachment where organisation = $1 and bytes is null and file = 'given'",
                        bot.organisation().number()))
                .hasSize(1);
    }

    @Test
    void a_picture_that_the_platform_does_not_take_is_tried_once() {
        // Given
        long picture = picture(RecordingGateway.SPOILT);

        // When
        long id = begun(with(picture), "key-spoilt");

        // Then
        assertThat(over(id).failed()).isEqualTo(Map.of("FILE", 2L));
        assertThat(latest()).filteredOn(Outgoing.File.class::isInstance).hasSize(1);
    }

    @Test
    void an_upload_that_the_process_did_not_outlive_is_done_again_for_the_next() {
        // Given
        long picture = picture("poster.png");
        long id = begun(draft("Held", Duration.ofHours(1)), "key-killed");
        campaign.sql(
                bot.organisation(),
                "update content set attachment = $2 where organisation = $1",
                bot.organisation().number(),
                picture);
        campaign.sql(bot.organisation(), """
                update outbox set state = 'uncertain', reason = 'PROCESS_ENDED', done_at = now()
                where organisation = $1 and id = (select min(id) from outbox where organisation = $1 and state = 'held')
                """, bot.organisation().number());

        // When
        goesNow(id);

        // Then
        assertThat(over(id).byState()).isEqualTo(Map.of("uncertain", 1L, "sent", 1L));
        assertThat(latest()).filteredOn(Outgoing.File.class::isInstance).hasSize(1);
    }

    private long picture(String name) {
        return tx(tx -> Attachments.keep(tx::query, bot, true, name, "image/png", new byte[] {1, 2, 3}, clock.now()));
    }

    private static Draft with(long picture) {
        return new Draft(Audience.EVERYONE, Map.of("en", "Look"), Map.of(), Kind.SERVICE, Duration.ZERO, picture, "");
    }

    /** What everybody got last. */
    private List<Outgoing> latest() {
        return campaign
                .sql(
                        bot.organisation(),
                        "select telegram_user from member where organisation = $1",
                        bot.organisation().number())
                .stream()
                .map(row -> gateway.to(row.getLong("telegram_user")))
                .map(all -> all.get(all.size() - 1))
                .toList();
    }

    @Test
    void the_same_key_is_one_broadcast_and_cannot_stand_for_two() {
        // Given
        Draft draft = draft("Hello", Duration.ofMinutes(1));

        // When
        Started first = begin(draft, "key-2");
        Started second = begin(draft, "key-2");
        Started other = begin(draft("Something else", Duration.ofMinutes(1)), "key-2");

        // Then
        long id = ((Started.Accepted) first).id();
        assertThat(first).isEqualTo(new Started.Accepted(id, true));
        assertThat(second).isEqualTo(new Started.Accepted(id, false));
        assertThat(other).isInstanceOf(Started.KeyTaken.class);
    }

    @Test
    void while_it_is_held_a_reply_goes_past_it_and_called_back_nobody_gets_it() {
        // Given
        long id = begun(draft("Too early", Duration.ofHours(1)), "key-3");
        assertThat(counts(id).state()).isEqualTo("held");

        // When
        String reply = text(ann.types("/help"));
        tx(tx -> broadcasts.cancel(tx::query, bot.organisation(), id));
        TestCampaign.now(withdrawing.run(job(id)));

        // Then
        assertThat(reply).isNotEmpty().doesNotContain("Too early");
        Counts counts = over(id);
        assertThat(counts.state()).isEqualTo("cancelled");
        assertThat(counts.byState()).isEqualTo(Map.of("failed", 2L));
        assertThat(counts.failed()).isEqualTo(Map.of("CANCELLED", 2L));
    }

    @Test
    void whoever_left_or_asked_for_quiet_after_it_was_made_does_not_get_it() {
        // Given
        long id = begun(draft("Later", Duration.ofHours(1)), "key-4");
        ann.types("/stop");
        campaign.sql(
                bot.organisation(),
                "update member set quiet_until = now() + interval '1 day' where organisation = $1 and telegram_user = $2",
                bot.organisation().number(),
                bo.chat());

        // When
        goesNow(id);

        // Then
        Counts counts = over(id);
        assertThat(counts.failed()).isEqualTo(Map.of("STOPPED", 1L, "QUIET", 1L));
    }

    @Test
    void a_press_on_its_action_is_counted_can_be_changed_and_proves_that_it_arrived() {
        // Given
        long id = begun(
                new Draft(
                        Audience.EVERYONE,
                        Map.of("en", "Phone bank?"),
                        Map.of("en", List.of("I'm in", "Can't")),
                        Kind.SERVICE,
                        Duration.ZERO),
                "key-5");
        ann.reads();
        bo.reads();
        over(id);
        campaign.sql(
                bot.organisation(),
                "update outbox set state = 'uncertain' where organisation = $1 and chat = $2 and content is not null",
                bot.organisation().number(),
                ann.chat());

        // When
        ann.presses("I'm in");
        ann.presses("Can't");
        bo.presses("I'm in");

        // Then
        assertThat(counts(id).answers()).containsExactly(1L, 1L);
        assertThat(campaign.sql(
                        bot.organisation(),
                        "select 1 from outbox where organisation = $1 and state = 'uncertain'",
                        bot.organisation().number()))
                .isEmpty();
    }

    @Test
    void what_is_uncertain_goes_again_only_when_a_person_says_so() {
        // Given
        long id = begun(draft("Once", Duration.ZERO), "key-6");
        ann.reads();
        bo.reads();
        over(id);
        campaign.sql(
                bot.organisation(),
                "update outbox set state = 'uncertain' where organisation = $1 and chat = $2 and content is not null",
                bot.organisation().number(),
                ann.chat());

        // When
        tx(tx -> broadcasts.resendUncertain(tx::query, bot.organisation(), id, clock.now()));

        // Then
        assertThat(text(ann.reads())).contains("Once");
        assertThat(over(id).byState()).isEqualTo(Map.of("sent", 2L));
    }

    @Test
    void made_twice_it_still_has_one_row_for_each() {
        // Given
        long id = begun(draft("Hello", Duration.ofHours(1)), "key-7");

        // When
        campaign.sql(
                bot.organisation(),
                "update broadcast set state = 'creating' where organisation = $1 and id = $2",
                bot.organisation().number(),
                id);
        TestCampaign.now(recruiting.run(job(id)));

        // Then
        assertThat(counts(id).byState()).isEqualTo(Map.of("held", 2L));
        assertThat(counts(id).recipients()).isEqualTo(2);
    }

    @Test
    void paused_nothing_leaves_until_it_goes_on() {
        // Given
        long id = begun(draft("Wait for it", Duration.ofHours(1)), "key-8");
        tx(tx -> broadcasts.pause(tx::query, bot.organisation(), id));
        goesNow(id);

        // When
        Counts paused = counts(id);
        tx(tx -> broadcasts.goOn(tx::query, bot.organisation(), id));

        // Then
        assertThat(paused.state()).isEqualTo("paused");
        assertThat(paused.byState()).isEqualTo(Map.of("held", 2L));
        assertThat(over(id).byState()).isEqualTo(Map.of("sent", 2L));
    }

    private void goesNow(long id) {
        campaign.sql(
                bot.organisation(),
                "update broadcast set goes_at = now() where organisation = $1 and id = $2",
                bot.organisation().number(),
                id);
        campaign.sql(
                bot.organisation(),
                "update outbox set due_at = now() where organisation = $1 and state = 'held'",
                bot.organisation().number());
    }

    private Counts over(long id) {
        return until(
                id,
                counts -> List.of("done", "cancelled").contains(counts.state())
                        && counts.byState().keySet().stream().noneMatch(state -> List.of("held", "queued", "sending")
                                .contains(state)));
    }
}
