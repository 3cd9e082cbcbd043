package org.branchline.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.pgclient.PgException;
import io.vertx.sqlclient.ClosedConnectionException;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutagesTest {

    @ParameterizedTest
    @ValueSource(strings = {"08006", "53300", "57P01", "57P02", "57P03", "58030", "40P01", "25006"})
    void what_postgres_says_while_it_goes_away_is_an_outage(String state) {
        assertThat(Outages.outage(refused(state))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"57014", "25P03", "55P03", "25P02", "23505", "22021"})
    void a_statement_that_postgres_refused_or_cancelled_is_a_try(String state) {
        assertThat(Outages.outage(refused(state))).isFalse();
    }

    @Test
    void a_connection_that_is_gone_is_an_outage() {
        assertThat(Outages.outage(ClosedConnectionException.INSTANCE)).isTrue();
        assertThat(Outages.outage(new IllegalStateException(new IOException("reset"))))
                .isTrue();
    }

    @Test
    void a_lock_that_somebody_else_holds_is_busy_and_nothing_else_is() {
        assertThat(Outages.busy(refused("55P03"))).isTrue();
        assertThat(Outages.busy(refused("57014"))).isFalse();
        assertThat(Outages.busy(ClosedConnectionException.INSTANCE)).isFalse();
    }

    private static Throwable refused(String state) {
        return new IllegalStateException(new PgException("refused", "ERROR", state, "detail"));
    }
}
