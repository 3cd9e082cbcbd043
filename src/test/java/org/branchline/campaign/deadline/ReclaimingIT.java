package org.branchline.campaign.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.awaitility.Awaitility;
import org.branchline.conversation.Action;
import org.branchline.intake.Arrival;
import org.branchline.intake.Command;
import org.branchline.intake.Exchange;
import org.branchline.intake.Receipt;
import org.branchline.intake.Recorded;
import org.branchline.intake.Turns;
import org.branchline.intake.Volunteer;
import org.branchline.intake.What;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A captain takes a part back in the very moment in which its member presses Done. */
@QuarkusTest
@TestProfile(Recorded.class)
class ReclaimingIT extends HandingCase {

    @Inject
    Turns turns;

    @Inject
    @Any
    Instance<Command> commands;

    private String done;
    private String back;

    @BeforeEach
    void annHasAPart() {
        hand("Sign up", "Tokyo");
        maria.presses("Accept");
        maria.presses("Pass on");
        maria.presses("Ann");
        maria.presses("Go on (1)");
        maria.presses("All of it");
        maria.presses("Pass it on");
        maria.types("/tasks");
        maria.presses("Pass on");
        long part = number("select max(id) as id from deadline where organisation = $1");
        done = "0:" + part + ":d";
        back = "r." + number("select id from deadline_passing where organisation = $1") + "." + part + "."
                + number("select id from member where organisation = $1 and name = 'Ann'");
    }

    @Test
    void what_is_being_done_is_not_taken_back() throws Exception {
        // Given
        Open doing = new Open(ann, "task", done);
        CompletableFuture<Receipt> taking = presses(maria, "passing", back, exchange -> done());
        waitsFor(doing);

        // When
        doing.commits();

        // Then
        assertThat(toast(doing.receipt)).contains("Noted: Done.");
        assertThat(toast(taking)).contains("That isn't open any more.");
        assertThat(rows("select said from deadline_answer where organisation = $1"))
                .extracting(row -> row.getString("said"))
                .containsExactly("done");
        assertThat(rows("select 1 from deadline_letter where organisation = $1 and what = 'taken'"))
                .isEmpty();
        assertThat(holders()).isOne();
    }

    @Test
    void what_is_being_taken_back_is_not_done() throws Exception {
        // Given
        Open taking = new Open(maria, "passing", back);
        CompletableFuture<Receipt> doing = presses(ann, "task", done, exchange -> done());
        waitsFor(taking);

        // When
        taking.commits();

        // Then
        assertThat(toast(taking.receipt)).contains("Ann");
        assertThat(toast(doing)).contains("That isn't for you any more.");
        assertThat(rows("select 1 from deadline_answer where organisation = $1"))
                .isEmpty();
        assertThat(rows("select 1 from deadline_letter where organisation = $1 and what = 'taken'"))
                .hasSize(1);
        assertThat(holders()).isZero();
    }

    private int holders() {
        return rows("select 1 from deadline_holder h join deadline p on p.organisation = $1 and p.id = h.deadline"
                        + " where h.organisation = $1 and p.parent is not null")
                .size();
    }

    private long number(String sql) {
        return rows(sql).get(0).getLong("id");
    }

    private static Uni<Void> done() {
        return Uni.createFrom().voidItem();
    }

    private static String toast(CompletableFuture<Receipt> receipt)
            throws ExecutionException, InterruptedException, TimeoutException {
        return receipt.get(20, TimeUnit.SECONDS).toast();
    }

    /** Presses, and does something more before the turn commits. */
    private CompletableFuture<Receipt> presses(
            Volunteer who, String name, String argument, java.util.function.Function<Exchange, Uni<Void>> more) {
        What what = new What.Press("p", 1, new Action.Order(name, argument));
        Command command = commands.stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
        return turns.of(
                        new Arrival(
                                bot, Volunteer.update(), who.chat(), true, who.chat(), "Ann", "en", what, new byte[0]),
                        exchange -> command.run(exchange, argument).chain(() -> more.apply(exchange)))
                .subscribeAsCompletionStage();
    }

    private void waitsFor(Open other) {
        Awaitility.await()
                .pollInterval(Duration.ofMillis(5))
                .atMost(Duration.ofSeconds(20))
                .until(() -> !rows(
                                "select 1 from pg_stat_activity where $1::int > 0 and $2::int = any (pg_blocking_pids(pid))",
                                other.process())
                        .isEmpty());
    }

    /** A turn that has decided and not committed yet. */
    private final class Open {

        private final CompletableFuture<Integer> process = new CompletableFuture<>();
        private final CompletableFuture<Runnable> commit = new CompletableFuture<>();
        private final CompletableFuture<Receipt> receipt;

        Open(Volunteer who, String command, String argument) {
            receipt = presses(who, command, argument, this::stays);
            process();
        }

        private Uni<Void> stays(Exchange exchange) {
            Context context = Vertx.currentContext();
            return exchange.read("select pg_backend_pid() as pid")
                    .invoke(rows -> process.complete(rows.iterator().next().getInteger("pid")))
                    .chain(() -> Uni.createFrom()
                            .emitter(waiting ->
                                    commit.complete(() -> context.runOnContext(ignored -> waiting.complete(null)))));
        }

        int process() {
            return process.orTimeout(20, TimeUnit.SECONDS).join();
        }

        void commits() {
            commit.orTimeout(20, TimeUnit.SECONDS).join().run();
        }
    }
}
