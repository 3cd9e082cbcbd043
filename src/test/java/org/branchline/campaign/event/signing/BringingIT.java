package org.branchline.campaign.event.signing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.branchline.intake.Volunteer.text;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.branchline.campaign.event.EventCase;
import org.branchline.campaign.event.ShiftText;
import org.branchline.database.Tx;
import org.branchline.intake.Recorded;
import org.branchline.intake.Volunteer;
import org.junit.jupiter.api.Test;

/** Friends who are brought along to a shift by a link: new people and members, and those who may not come. */
@QuarkusTest
@TestProfile(Recorded.class)
class BringingIT extends EventCase {

    @Test
    void somebody_new_joins_where_the_friend_is_and_takes_the_place_with_one_press() {
        // Given
        long shift = brings(5);
        Volunteer bea = campaign.volunteer(bot, "Bea");

        // When
        joins(bea, "A friend asks you to come along:");
        String held = text(bea.presses("Sign me up"));

        // Then
        assertThat(held).contains("✓ You have a place.");
        assertThat(standing(bea, shift)).isEqualTo("held");
        assertThat(rows(
                        "select b.key from member m join branch b on b.organisation = $1 and b.id = m.branch"
                                + " where m.organisation = $1 and m.telegram_user = $2",
                        bea.chat()))
                .extracting(row -> row.getString("key"))
                .containsExactly("tokyo");
        assertThat(hostReads(shift)).contains("1. Ann · new", "2. Bea, brought by Ann · new");
        assertThat(uses()).isEqualTo(1);
    }

    @Test
    void the_text_to_forward_says_what_when_and_where_to_press() {
        // Given
        long shift = shift(5, Duration.ofDays(3));
        signUp(ann, shift);

        // When
        ann.orders(ShiftText.BRINGING, "" + shift);
        Awaitility.await().until(() -> seen(ann).contains("press START: "));

        // Then
        assertThat(seen(ann))
                .contains("Forward the next message", "for up to 5 people")
                .contains("I've signed up for Phone bank with Test: ", "(Tokyo)", campaign.newestLink(bot, "Ann"));
    }

    @Test
    void where_all_places_are_taken_a_friend_waits_as_ever() {
        // Given
        long shift = brings(1);

        // When
        open(bo);
        String waits = text(bo.presses("Put me on the waiting list"));

        // Then
        assertThat(waits).contains("You are number 1 on the waiting list");
        assertThat(broughtBy(bo)).isEqualTo("Ann");
        assertThat(standing(bo, shift)).isEqualTo("waiting");
    }

    @Test
    void a_member_sees_the_shift_at_once_and_counts_once_however_often_they_open_it() {
        // Given
        long shift = brings(5);

        // When
        String seen = open(bo);
        open(bo);
        String held = text(bo.presses("Sign me up"));

        // Then
        assertThat(seen).contains("A friend asks you to come along:", "Phone bank", "Host: Cora");
        assertThat(held).contains("✓ You have a place.");
        assertThat(uses()).isEqualTo(1);
        assertThat(hostReads(shift)).contains("2. Bo, brought by Ann · new");
    }

    @Test
    void whoever_only_looked_is_on_no_list_and_takes_no_place() {
        // Given
        long shift = brings(5);

        // When
        open(bo);

        // Then
        assertThat(standing(bo, shift)).isEqualTo("invited");
        assertThat(hostReads(shift)).contains("1 of 5 places").doesNotContain("Bo");
    }

    @Test
    void one_opens_ones_own_link_and_is_brought_by_nobody() {
        // Given
        brings(5);

        // When
        String own = open(ann);

        // Then
        assertThat(own).contains("✓ you have a place").doesNotContain("A friend asks you");
        assertThat(rows("select 1 from shift_place where organisation = $1 and invited_by is not null"))
                .isEmpty();
    }

    @Test
    void whoever_came_by_themselves_is_brought_by_nobody() {
        // Given
        long shift = brings(5);
        signUp(bo, shift);

        // When
        open(bo);

        // Then
        assertThat(rows("select 1 from shift_place where organisation = $1 and invited_by is not null"))
                .isEmpty();
    }

    @Test
    void five_come_by_a_link_and_it_is_the_only_one() {
        // Given
        long shift = brings(9);
        rows("update join_link set uses = 5 where organisation = $1 and purpose = 'shift'");
        Volunteer bea = campaign.volunteer(bot, "Bea");

        // When
        String full = text(ann.orders(ShiftText.BRINGING, "" + shift));
        String toNew = text(bea.types("/start " + campaign.newestLink(bot, "Ann")));
        String toMember = open(bo);

        // Then
        assertThat(full).contains("Your link has brought as many people as it can");
        assertThat(toNew).contains("no longer works");
        assertThat(toMember).contains("Phone bank").doesNotContain("A friend asks you");
        assertThat(rows("select 1 from join_link where organisation = $1 and purpose = 'shift'"))
                .hasSize(1);
    }

    @Test
    void of_two_who_open_it_at_the_same_moment_only_one_is_the_fifth() throws Exception {
        // Given
        long shift = brings(9);
        rows("update join_link set uses = 4 where organisation = $1 and purpose = 'shift'");
        CompletableFuture<Integer> counting = new CompletableFuture<>();
        CompletableFuture<Runnable> commit = new CompletableFuture<>();
        CompletableFuture<Void> other = transactions
                .inTransaction(bot.organisation(), tx -> counts(tx, counting, commit))
                .subscribeAsCompletionStage();
        int process = counting.get(20, TimeUnit.SECONDS);

        // When
        CompletableFuture<String> opened = CompletableFuture.supplyAsync(() -> open(bo));
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> !rows(
                        "select 1 from pg_stat_activity where $1::int > 0 and $2::int = any (pg_blocking_pids(pid))",
                        process)
                .isEmpty());
        commit.get(20, TimeUnit.SECONDS).run();
        other.get(20, TimeUnit.SECONDS);

        // Then
        assertThat(opened.get(20, TimeUnit.SECONDS)).contains("Phone bank").doesNotContain("A friend asks you");
        assertThat(uses()).isEqualTo(5);
        assertThat(standing(bo, shift)).isEqualTo("none");
    }

    /** Somebody else becomes the fifth; it commits when that is said. */
    private static Uni<Void> counts(Tx tx, CompletableFuture<Integer> counting, CompletableFuture<Runnable> commit) {
        Context context = Vertx.currentContext();
        return tx.query(
                        "update join_link set uses = uses + 1 where purpose = 'shift' returning pg_backend_pid() as pid")
                .invoke(rows -> counting.complete(rows.iterator().next().getInteger("pid")))
                .chain(() -> Uni.createFrom()
                        .emitter(waiting ->
                                commit.complete(() -> context.runOnContext(ignored -> waiting.complete(null)))));
    }

    @Test
    void whoever_stopped_lands_in_the_shift_once_they_joined_again() {
        // Given
        long shift = brings(5);
        bo.types("/stop");

        // When
        joins(bo, "A friend asks you to come along:");
        String held = text(bo.presses("Sign me up"));

        // Then
        assertThat(held).contains("✓ You have a place.");
        assertThat(standing(bo, shift)).isEqualTo("held");
        assertThat(broughtBy(bo)).isEqualTo("Ann");
        assertThat(uses()).isEqualTo(1);
    }

    @Test
    void the_link_expires_when_the_shift_begins_also_where_that_is_moved() {
        // Given
        long shift = brings(5);
        boolean before = expiresAtTheBeginning(shift);

        // When
        long later = clock.now().truncatedTo(ChronoUnit.MINUTES).getEpochSecond() / 60 + 4 * 24 * 60;
        cora.orders("host", shift + ".p" + later);

        // Then
        assertThat(before).isTrue();
        assertThat(expiresAtTheBeginning(shift)).isTrue();
        assertThat(rows(
                        "select 1 from join_link where organisation = $1 and purpose = 'shift'"
                                + " and extract(epoch from expires_at) = $2::float8",
                        later * 60.0))
                .hasSize(1);
    }

    @Test
    void after_the_beginning_nobody_is_brought_any_more() {
        // Given
        long shift = brings(5);
        passes(Duration.ofDays(3));
        rows("update join_link set expires_at = now() - interval '1 second' where organisation = $1");
        Volunteer bea = campaign.volunteer(bot, "Bea");

        // When
        String toMember = open(bo);
        String toNew = text(bea.types("/start " + campaign.newestLink(bot, "Ann")));
        String toAnn = text(ann.orders(ShiftText.BRINGING, "" + shift));

        // Then
        assertThat(toMember).contains("Phone bank has begun already.");
        assertThat(toNew).contains("no longer works");
        assertThat(toAnn).contains("There is nobody to bring along to that one");
        assertThat(standing(bo, shift)).isEqualTo("none");
    }

    @Test
    void a_link_that_was_taken_back_brings_nobody_and_another_can_be_made() {
        // Given
        long shift = brings(5);
        String first = campaign.newestLink(bot, "Ann");

        // When
        String back = text(ann.presses("Take the link back"));
        String toMember = text(bo.types("/start " + first));
        ann.orders(ShiftText.BRINGING, "" + shift);

        // Then
        assertThat(back).contains("✓ That link no longer works.");
        assertThat(toMember).contains("Phone bank").doesNotContain("A friend asks you");
        assertThat(standing(bo, shift)).isEqualTo("none");
        assertThat(campaign.newestLink(bot, "Ann")).isNotEqualTo(first);
    }

    @Test
    void whoever_takes_a_link_back_brings_no_more_people_by_the_next() {
        // Given
        long shift = brings(9);
        rows("update join_link set uses = 3 where organisation = $1 and purpose = 'shift'");
        ann.presses("Take the link back");

        // When
        String two = text(ann.orders(ShiftText.BRINGING, "" + shift));
        rows("update join_link set uses = 5 where organisation = $1 and purpose = 'shift'");
        ann.presses("Take the link back");
        ann.orders(ShiftText.BRINGING, "" + shift);

        // Then
        assertThat(two).contains("for up to 2 people");
        Awaitility.await().until(() -> seen(ann).contains("Your link has brought as many people as it can"));
    }

    @Test
    void whoever_may_not_sign_up_is_told_so_and_gets_no_place() {
        // Given
        long shift = brings(5);
        rows("update event set audience = '{\"branch\":[\"paris\"]}' where organisation = $1");
        Volunteer bea = campaign.volunteer(bot, "Bea");

        // When
        String toMember = open(bo);
        joins(bea, "That one is not open to you");
        signUp(bea, shift);

        // Then
        assertThat(toMember).contains("That one is not open to you, sorry.");
        assertThat(List.of(standing(bo, shift), standing(bea, shift))).containsExactly("none", "none");
    }

    @Test
    void only_whoever_comes_or_waits_brings_somebody() {
        // Given
        long shift = shift(5, Duration.ofDays(3));

        // When
        List<String> refused = List.of(
                text(bo.orders(ShiftText.BRINGING, "" + shift)),
                text(bo.orders(ShiftText.BRINGING, "" + (shift + 1_000))),
                text(bo.orders(ShiftText.BRINGING, "nonsense")));

        // Then
        assertThat(refused).allMatch(said -> said.contains("There is nobody to bring along to that one"));
        assertThat(rows("select 1 from shift_link where organisation = $1")).isEmpty();
    }

    @Test
    void when_the_one_who_brought_them_is_erased_the_friend_stays_and_no_name_does() {
        // Given
        long shift = brings(5);
        open(bo);
        bo.presses("Sign me up");

        // When
        ann.types("/forget");
        ann.presses("Delete everything");

        // Then
        assertThat(standing(bo, shift)).isEqualTo("held");
        assertThat(rows("select 1 from shift_place where organisation = $1 and invited_by is not null"))
                .isEmpty();
        assertThat(hostReads(shift)).contains("1. Bo · new").doesNotContain("Ann");
    }

    /** Ann has a place and a link for friends. */
    private long brings(int places) {
        long shift = shift(places, Duration.ofDays(3));
        signUp(ann, shift);
        ann.orders(ShiftText.BRINGING, "" + shift);
        Awaitility.await().until(() -> seen(ann).contains("press START: "));
        ann.catchesUp();
        return shift;
    }

    private void joins(Volunteer somebody, String reads) {
        somebody.types("/start " + campaign.newestLink(bot, "Ann"));
        somebody.presses("Go on");
        somebody.presses("I agree");
        somebody.presses("Yes");
        Awaitility.await().until(() -> seen(somebody).contains(reads));
        somebody.catchesUp();
    }

    private String open(Volunteer somebody) {
        return text(somebody.types("/start " + campaign.newestLink(bot, "Ann")));
    }

    private void signUp(Volunteer somebody, long shift) {
        somebody.orders(Pressing.NAME, shift + "." + Pressing.SIGN_UP);
    }

    /** Her card, and not that somebody joined. */
    private String hostReads(long shift) {
        cora.orders("host", shift + ".o");
        return Awaitility.await()
                .until(
                        () -> gateway.to(cora.chat()).stream()
                                .map(one -> text(List.of(one)))
                                .filter(one -> one.startsWith("Phone bank\n"))
                                .findFirst()
                                .orElse(""),
                        card -> !card.isEmpty());
    }

    private String broughtBy(Volunteer somebody) {
        return rows(
                        "select b.name from shift_place p join member m on m.organisation = $1 and m.id = p.member"
                                + " join member b on b.organisation = $1 and b.id = p.invited_by"
                                + " where p.organisation = $1 and m.telegram_user = $2",
                        somebody.chat())
                .get(0)
                .getString("name");
    }

    private int uses() {
        return rows("select uses from join_link where organisation = $1 and purpose = 'shift'")
                .get(0)
                .getInteger("uses");
    }

    private boolean expiresAtTheBeginning(long shift) {
        return !rows("""
                        select 1 from shift_link k join join_link l on l.organisation = $1 and l.id = k.link
                        join shift s on s.organisation = $1 and s.id = k.shift
                        where k.organisation = $1 and s.id = $2 and l.expires_at = s.starts_at
                        """, shift).isEmpty();
    }
}
