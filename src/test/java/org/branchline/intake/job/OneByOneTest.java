package org.branchline.intake.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.branchline.database.OrganisationId;
import org.branchline.intake.Arrival;
import org.branchline.intake.Exchange;
import org.branchline.intake.Receipt;
import org.branchline.intake.Turns;
import org.branchline.roster.Bot;
import org.junit.jupiter.api.Test;

class OneByOneTest {

    private static final Bot BOT = new Bot(new OrganisationId(1), 1);

    private final List<Long> told = new ArrayList<>();

    @Test
    void one_that_fails_stops_nobody_behind_it() {
        // When
        boolean all = each(new IllegalStateException("a bug"));

        // Then
        assertThat(told).containsExactly(1L, 3L);
        assertThat(all).isFalse();
    }

    @Test
    void where_all_of_it_works_that_is_said() {
        // When
        boolean all = each(null);

        // Then
        assertThat(told).containsExactly(1L, 2L, 3L);
        assertThat(all).isTrue();
    }

    @Test
    void an_outage_ends_the_round() {
        // When
        assertThatThrownBy(() -> each(new IOException("no connection"))).hasRootCauseInstanceOf(IOException.class);

        // Then
        assertThat(told).containsExactly(1L);
    }

    /** Tells three, of whom the second fails so; null for none that fails. */
    private boolean each(Throwable second) {
        return new OneByOne(null, turns(second))
                .each(BOT, "test", List.of(1L, 2L, 3L), chat -> chat, (exchange, chat) -> {
                    told.add(chat);
                    return Uni.createFrom().voidItem();
                })
                .await()
                .indefinitely();
    }

    private static Turns turns(Throwable second) {
        return new Turns() {
            @Override
            public Uni<Receipt> of(Arrival arrival, Function<Exchange, Uni<Void>> work) {
                throw new AssertionError("nobody did anything");
            }

            @Override
            public Uni<Receipt> of(Bot bot, long chat, Function<Exchange, Uni<Void>> work) {
                return chat == 2 && second != null
                        ? Uni.createFrom().failure(second)
                        : work.apply(null).replaceWith(Receipt.SILENT);
            }

            @Override
            public Uni<Boolean> ofFree(Bot bot, long chat, Function<Exchange, Uni<Void>> work) {
                throw new AssertionError("nobody looked for a free chat");
            }
        };
    }
}
