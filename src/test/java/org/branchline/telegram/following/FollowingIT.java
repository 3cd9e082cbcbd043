package org.branchline.telegram.following;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.http.ContentType;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import org.branchline.database.Clock;
import org.branchline.database.Clocks;
import org.branchline.database.OrganisationId;
import org.branchline.database.Replica;
import org.branchline.database.ground.Ground;
import org.branchline.database.ground.SuiteGround;
import org.branchline.intake.Agenda;
import org.branchline.roster.Bot;
import org.branchline.sandbox.Sandbox;
import org.branchline.sandbox.SandboxOptions;
import org.branchline.telegram.BotApi;
import org.branchline.telegram.FaultyServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On a ground of its own, whose clock may be moved. */
class FollowingIT {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Bot BOT = new Bot(new OrganisationId(1), 4242);

    @TempDir
    Path folder;

    private final List<AutoCloseable> open = new ArrayList<>();
    private Ground ground;

    @BeforeEach
    void lay() {
        ground = SuiteGround.fresh(folder);
    }

    @AfterEach
    void close() throws Exception {
        for (int last = open.size() - 1; last >= 0; last--) {
            open.get(last).close();
        }
        ground.close();
    }

    @Test
    void all_that_falls_due_within_a_week_is_done_in_order_each_at_its_time() {
        // Given
        Sandbox sandbox = sandbox();
        Process process = new Process(sandbox.url());
        Process other = new Process(sandbox.url());
        Instant start = process.clock.now();
        List<Instant> dues = List.of(
                start.plus(Duration.ofHours(18)),
                start.plus(Duration.ofHours(18)).plusMillis(1_500),
                start.plus(Duration.ofDays(3)),
                start.plus(Duration.ofDays(6)));
        process.dues.addAll(dues);
        process.follow();
        other.dues.add(start.plus(Duration.ofDays(4)));
        other.follow();
        followed(sandbox, 2);

        // When
        move(sandbox, "P7D");

        // Then
        Instant end = start.plus(Duration.ofDays(7));
        await().atMost(PATIENCE)
                .until(() ->
                        process.clock.now().isAfter(end) && other.clock.now().isAfter(end));
        assertThat(process.done).extracting(Done::due).containsExactlyElementsOf(dues);
        assertThat(process.done).allSatisfy(FollowingIT::isOnTime);
        assertThat(other.done).singleElement().satisfies(FollowingIT::isOnTime);
        assertThat(process.clock.offset()).isEqualTo(Duration.ofDays(7));
    }

    @Test
    void who_comes_later_finds_the_time_in_postgres() {
        // Given
        Sandbox sandbox = sandbox();
        Process process = new Process(sandbox.url());
        process.follow();
        followed(sandbox, 1);
        move(sandbox, "P1D");
        await().atMost(PATIENCE).until(() -> process.clock.offset().equals(Duration.ofDays(1)));

        // When
        Process later = new Process(sandbox.url());
        later.following.settle().await().atMost(PATIENCE);

        // Then
        assertThat(later.clock.offset()).isEqualTo(Duration.ofDays(1));
    }

    @Test
    void where_the_bot_api_is_no_sandbox_the_time_is_the_real_one_and_nobody_asks_twice() {
        // Given
        Process before = new Process(sandbox().url());
        before.clock.move(Duration.ofDays(7)).await().atMost(PATIENCE);
        FaultyServer ordinary = FaultyServer.answering(
                before.replica.vertx(), 404, "{\"ok\":false,\"error_code\":404,\"description\":\"Not Found\"}");
        open.add(ordinary);
        Process process = new Process(ordinary.address().toString());

        // When
        process.following.settle().await().atMost(PATIENCE);
        process.follow();

        // Then
        await().atMost(PATIENCE).until(() -> ordinary.requests().size() == 2);
        await().during(Duration.ofMillis(1_500))
                .atMost(PATIENCE)
                .until(() -> ordinary.requests().size() == 2);
        assertThat(process.clock.offset()).isZero();
        assertThat(before.clock
                        .look()
                        .map(looked -> before.clock.offset())
                        .await()
                        .atMost(PATIENCE))
                .isZero();
    }

    @Test
    void telegram_itself_is_never_asked_and_an_unmoved_clock_asks_nobody() {
        // Given
        FaultyServer silent = FaultyServer.that(newReplica().vertx(), FaultyServer.Manner.CUT);
        open.add(silent);
        Process process = new Process(silent.address().toString());
        BotApi telegram = new BotApi(process.replica.vertx(), BotApi.TELEGRAM);
        open.add(telegram);

        // When
        process.following.settle().await().atMost(PATIENCE);

        // Then
        assertThat(silent.requests()).isEmpty();
        assertThat(telegram.sandbox().await().atMost(Duration.ofMillis(100))).isFalse();
    }

    private static void isOnTime(Done done) {
        assertThat(done.at()).isBetween(done.due(), done.due().plusSeconds(10));
    }

    private static void followed(Sandbox sandbox, int processes) {
        await().atMost(PATIENCE)
                .until(() -> given().baseUri(sandbox.url())
                                .get("/sandbox/clock")
                                .jsonPath()
                                .getInt("followers")
                        == processes);
    }

    private static void move(Sandbox sandbox, String forward) {
        given().baseUri(sandbox.url())
                .contentType(ContentType.JSON)
                .body("{\"forward\": \"" + forward + "\"}")
                .post("/sandbox/clock")
                .then()
                .statusCode(200);
    }

    private Sandbox sandbox() {
        Sandbox sandbox = Sandbox.start(SandboxOptions.inMemory());
        open.add(sandbox);
        return sandbox;
    }

    private Replica newReplica() {
        Replica replica = Replica.on(ground);
        open.add(replica);
        return replica;
    }

    /** Something that fell due, and what the clock showed when it was done. */
    private record Done(Instant due, Instant at) {}

    /** One process of the service, with a list for all that falls due in it. */
    private final class Process {

        private final Replica replica = newReplica();
        private final Clock clock = Clocks.on(replica);
        private final ConcurrentSkipListSet<Instant> dues = new ConcurrentSkipListSet<>();
        private final List<Done> done = new CopyOnWriteArrayList<>();
        private final Following following;

        Process(String url) {
            BotApi api = new BotApi(replica.vertx(), URI.create(url));
            following = new Following(api, clock, bot -> work(), (bot, now) -> agenda(now), replica.vertx());
            open.add(api);
            open.add(() -> Clocks.stop(clock));
            open.add(following::stop);
            clock.look().await().atMost(PATIENCE);
        }

        void follow() {
            following.follow(BOT);
        }

        private Uni<Void> work() {
            Instant now = clock.now();
            for (Instant due : List.copyOf(dues.headSet(now, true))) {
                dues.remove(due);
                done.add(new Done(due, now));
            }
            return Uni.createFrom().voidItem();
        }

        private Uni<Agenda> agenda(Instant now) {
            return Uni.createFrom().item(new Agenda(dues.headSet(now, true).size(), dues.higher(now)));
        }
    }
}
