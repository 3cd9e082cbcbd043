package org.branchline.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.branchline.conversation.Outgoing;
import org.branchline.database.OrganisationId;
import org.branchline.roster.Bot;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MarkingTest {

    private static final Bot BOT = new Bot(new OrganisationId(1), 77);
    private static final long REFUSED = 2;

    private final Vertx vertx = Vertx.vertx();
    private final List<Long> through = new CopyOnWriteArrayList<>();
    private final List<Long> written = new CopyOnWriteArrayList<>();
    private final Marking marking = new Marking(
            BOT,
            new OneRefused(),
            vertx,
            vertx.getOrCreateContext(),
            1,
            marks -> marks.forEach(mark -> through.add(mark.parcel().id())));

    @AfterEach
    void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    @Test
    void one_that_is_always_refused_holds_the_others_up_no_longer_than_it_takes_to_find_it() {
        // When
        for (long id = 1; id <= 3; id++) {
            marking.add(Mark.back(new Parcel(id, Letter.reply(BOT, id, null, false, new Outgoing.Say("Hello")), 0)));
        }

        // Then
        await().atMost(Duration.ofSeconds(20)).until(() -> through.size() == 3);
        assertThat(written).containsExactlyInAnyOrder(1L, 3L);
    }

    private final class OneRefused extends RecordingRows {
        @Override
        public Uni<Void> mark(Bot bot, List<Mark> some) {
            List<Long> ids = some.stream().map(mark -> mark.parcel().id()).toList();
            if (ids.contains(REFUSED)) {
                return Uni.createFrom().failure(new IllegalStateException("refused"));
            }
            written.addAll(ids);
            return Uni.createFrom().voidItem();
        }
    }
}
