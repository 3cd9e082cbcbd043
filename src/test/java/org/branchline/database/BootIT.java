package org.branchline.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BootIT {

    @Inject
    Transactions transactions;

    @Test
    void the_service_stands_on_the_suites_ground_with_bounded_waits() {
        // When
        String settings = transactions
                .acrossOrganisations(tx -> tx.query("select current_setting('lock_timeout') || ' '"
                        + " || current_setting('statement_timeout') || ' '"
                        + " || current_setting('idle_in_transaction_session_timeout') || ' ' || current_schema()"))
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getString(0);

        // Then
        assertThat(settings).isEqualTo("2s 4500ms 5s branchline");
    }
}
