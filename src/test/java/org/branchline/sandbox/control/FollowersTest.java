package org.branchline.sandbox.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.branchline.sandbox.chat.Journal;
import org.branchline.sandbox.chat.World;
import org.branchline.sandbox.updates.ManualTicker;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FollowersTest {

    private final ManualTicker ticker = new ManualTicker();
    private final World world = new World(ticker, Journal.none());
    private final Followers followers = new Followers(world);
    /** What fell due, in the order in which it was done, as hours of the offset. */
    private final List<String> done = new ArrayList<>();

    @Test
    void with_nobody_who_follows_the_clock_goes_at_once() {
        // When
        followers.forward(Duration.ofDays(7));

        // Then
        assertThat(world.clock().offset()).isEqualTo(Duration.ofDays(7));
    }

    @Test
    void a_service_does_all_that_falls_due_on_the_way_each_at_its_time() {
        // Given
        new Service("a", 18, 42, 90, 400).lives();

        // When
        followers.forward(Duration.ofHours(168));

        // Then
        assertThat(done).containsExactly("a 18 at 18", "a 42 at 42", "a 90 at 90");
        assertThat(world.clock().offset()).isEqualTo(Duration.ofHours(168));
    }

    @Test
    void two_services_take_turns_as_their_work_falls_due() {
        // Given
        new Service("a", 10, 30).lives();
        new Service("b", 20, 30, 40).lives();

        // When
        followers.forward(Duration.ofHours(168));

        // Then
        assertThat(done).hasSize(5);
        assertThat(done.subList(0, 2)).containsExactly("a 10 at 10", "b 20 at 20");
        assertThat(done.subList(2, 4)).containsExactlyInAnyOrder("a 30 at 30", "b 30 at 30");
        assertThat(done.get(4)).isEqualTo("b 40 at 40");
    }

    @Test
    void what_is_added_on_the_way_is_gone_to_as_well() {
        // Given
        new Service("a", 10).lives();
        followers.forward(Duration.ofHours(5));

        // When
        followers.forward(Duration.ofHours(7));

        // Then
        assertThat(done).containsExactly("a 10 at 10");
        assertThat(world.clock().offset()).isEqualTo(Duration.ofHours(12));
    }

    @Test
    void a_service_that_is_not_done_is_waited_for() {
        // Given
        followers.reached("a", Duration.ZERO, Duration.ZERO, () -> {});
        followers.forward(Duration.ofDays(7));

        // When
        for (int i = 0; i < 20; i++) {
            ticker.forward(Followers.PATIENCE_MILLIS / 2);
            followers.reached("a", Duration.ZERO, Duration.ZERO, () -> {});
        }

        // Then
        assertThat(world.clock().offset()).isZero();
    }

    @Test
    void a_service_that_falls_silent_does_not_stop_the_clock() {
        // Given
        followers.reached("a", Duration.ZERO, Duration.ZERO, () -> {});
        followers.forward(Duration.ofDays(7));

        // When
        ticker.forward(2 * Followers.PATIENCE_MILLIS);

        // Then
        assertThat(world.clock().offset()).isEqualTo(Duration.ofDays(7));
    }

    @Test
    void a_service_that_goes_away_does_not_stop_the_clock() {
        // Given
        Runnable news = () -> {};
        followers.reached("other", Duration.ZERO, null, () -> {});
        followers.forward(Duration.ofDays(7));
        followers.reached("other", Duration.ofDays(7), Duration.ZERO, news);
        followers.gone("other", news);

        // When
        followers.forward(Duration.ofDays(7));

        // Then
        assertThat(world.clock().offset()).isEqualTo(Duration.ofDays(14));
    }

    @Test
    void who_comes_with_another_time_is_told_at_once() {
        // Given
        followers.forward(Duration.ofDays(7));
        List<Duration> told = new ArrayList<>();

        // When
        followers.reached(
                "a", Duration.ZERO, Duration.ZERO, () -> told.add(world.clock().offset()));

        // Then
        assertThat(told).containsExactly(Duration.ofDays(7));
    }

    /** What a service does, without its HTTP: what is due at the offset it is told, then a report. */
    private final class Service {

        private final String name;
        private final TreeSet<Long> dues = new TreeSet<>();

        Service(String name, long... hours) {
            this.name = name;
            for (long hour : hours) {
                dues.add(hour);
            }
        }

        void lives() {
            Duration offset = world.clock().offset();
            while (!dues.isEmpty() && dues.first() <= offset.toHours()) {
                done.add(name + " " + dues.pollFirst() + " at " + offset.toHours());
            }
            followers.reached(name, offset, rest(offset), this::lives);
        }

        private @Nullable Duration rest(Duration offset) {
            if (!world.clock().moving()) {
                return Duration.ZERO;
            }
            return dues.isEmpty() ? null : Duration.ofHours(dues.first()).minus(offset);
        }
    }
}
