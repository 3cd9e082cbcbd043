package org.branchline.start;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.branchline.database.OrganisationId;
import org.branchline.database.Transactions;
import org.branchline.database.Writes;
import org.branchline.roster.Branches;
import org.branchline.roster.Grant;
import org.branchline.roster.Role;
import org.branchline.roster.Roles;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ChatMenusIT {

    private static final Grant COORDINATOR = new Grant(Role.COORDINATOR, null);
    private static final AtomicLong PEOPLE = new AtomicLong(System.currentTimeMillis());

    @Inject
    Transactions transactions;

    @Inject
    Branches branches;

    @Test
    void the_menu_speaks_the_language_of_whoever_opens_it() {
        // When
        await().untilAsserted(() -> assertThat(menu("da")).isNotEmpty());

        // Then
        assertThat(menu("da"))
                .containsExactly(
                        "Hvad der er åbent for mig",
                        "Hvad jeg er bedt om",
                        "Hvor jeg kan være med",
                        "Mine oplysninger",
                        "Hvad jeg kan her",
                        "Ikke flere beskeder");
        assertThat(menu("en"))
                .containsExactly(
                        "What is open for me",
                        "What I am asked to do",
                        "Where I can join in",
                        "My details",
                        "What I can do here",
                        "No more messages");
    }

    @Test
    void who_gets_a_role_sees_its_commands() {
        // Given
        OrganisationId organisation = organisation();
        long person = member(organisation);

        // When
        write(organisation, writes -> Roles.grant(writes, organisation, person, COORDINATOR, "test"));

        // Then
        await().untilAsserted(() -> assertThat(ownMenu(person))
                .hasSize(18)
                .contains("Mine oplysninger", "Fortæl, hvordan ugen gik", "Hvem der tager sig af et sted"));
    }

    @Test
    void who_loses_a_role_sees_its_commands_no_longer() {
        // Given
        OrganisationId organisation = organisation();
        long person = member(organisation);
        write(organisation, writes -> Roles.grant(writes, organisation, person, COORDINATOR, "test"));
        await().untilAsserted(() -> assertThat(ownMenu(person)).isNotEmpty());

        // When
        write(organisation, writes -> Roles.take(writes, organisation, person, COORDINATOR));

        // Then
        await().untilAsserted(() -> assertThat(ownMenu(person)).isEmpty());
    }

    private long member(OrganisationId organisation) {
        long person = PEOPLE.incrementAndGet();
        transactions
                .inTransaction(
                        organisation,
                        tx -> tx.query(
                                "insert into member (organisation, telegram_user, name, language) "
                                        + "values ($1, $2, 'Cora', 'da')",
                                organisation.number(),
                                person))
                .await()
                .indefinitely();
        return person;
    }

    private static List<String> ownMenu(long person) {
        return menu("", "{\"type\":\"chat\",\"chat_id\":" + person + "}");
    }

    private OrganisationId organisation() {
        long bot = Long.parseLong(System.getProperty("TELEGRAM_BOT_TOKEN").replaceFirst(":.*", ""));
        return transactions
                .acrossOrganisations(tx -> tx.query("select organisation from bot where id = $1", bot))
                .map(rows -> new OrganisationId(rows.iterator().next().getInteger(0)))
                .await()
                .indefinitely();
    }

    /** As a turn does it. */
    private void write(OrganisationId organisation, Consumer<Writes> change) {
        transactions
                .inTransaction(organisation, tx -> {
                    List<Uni<?>> last = new ArrayList<>();
                    Writes writes = new Writes() {
                        @Override
                        public void write(String sql, @Nullable Object... arguments) {
                            last.add(tx.query(sql, arguments));
                        }

                        @Override
                        public void afterCommit(Runnable step) {
                            tx.afterCommit(step);
                        }
                    };
                    change.accept(writes);
                    branches.forget(writes, organisation);
                    return tx.commitWith(last);
                })
                .await()
                .indefinitely();
    }

    private static List<String> menu(String language) {
        return menu(language, "{\"type\":\"all_private_chats\"}");
    }

    private static List<String> menu(String language, String scope) {
        return given().queryParam("language_code", language)
                .queryParam("scope", scope)
                .get(System.getProperty("TELEGRAM_API_URL") + "/bot" + System.getProperty("TELEGRAM_BOT_TOKEN")
                        + "/getMyCommands")
                .jsonPath()
                .getList("result.description");
    }
}
