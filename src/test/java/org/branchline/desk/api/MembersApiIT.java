package org.branchline.desk.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;
import io.vertx.sqlclient.Row;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.net.HttpURLConnection;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.branchline.intake.Recorded;
import org.branchline.intake.TestCampaign;
import org.branchline.intake.Volunteer;
import org.branchline.roster.Bot;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(Recorded.class)
class MembersApiIT {

    private static final String HEADER =
            "chat_id,name,language,city,branch,consent_source,consent_at,attribute.skills\r\n";

    @Inject
    TestCampaign campaign;

    @TestHTTPResource("/api/v1/members")
    URI address;

    private Bot bot;

    @BeforeEach
    void organise() {
        bot = campaign.organise();
    }

    @Test
    void a_table_as_a_spreadsheet_saves_it_brings_in_everybody_with_the_source_of_their_consent() {
        // When
        csv("\uFEFF" + HEADER
                        + "6200000001,\"Ann \"\"Bee\"\", née Cee\",en,Kyoto,tokyo,Form 2026,2026-03-04,calls;leaflets\r\n"
                        + "\r\n"
                        + "6200000002,Søren,da,,paris,\"Meeting, May\",2026-05-01T18:30:00+02:00,\r\n")
                .statusCode(200)
                .body("new", equalTo(2))
                .body("left_alone", equalTo(0));

        // Then
        Row ann = member(6200000001L);
        assertThat(ann.getString("name")).isEqualTo("Ann \"Bee\", née Cee");
        assertThat(ann.getString("timezone")).isEqualTo("Asia/Tokyo");
        assertThat(ann.getString("place")).isEqualTo("tokyo");
        assertThat(ann.getString("standing")).isEqualTo("known");
        assertThat(ann.getLong("chat")).isEqualTo(6200000001L);
        Row consent = sql(
                        "select c.* from consent c join member m on m.id = c.member where m.telegram_user = $1",
                        6200000002L)
                .get(0);
        assertThat(consent.getString("source")).isEqualTo("Meeting, May");
        assertThat(consent.getOffsetDateTime("given_at").toInstant()).hasToString("2026-05-01T16:30:00Z");
        assertThat(sql("select who, subjects[2] as rows from audit where what = 'imported members'"))
                .extracting(row -> row.getString("who") + " " + row.getString("rows"))
                .containsExactly("api 2 members");
        assertThat(sql("select 1 from member_import_row")).isEmpty();
    }

    @Test
    void the_same_list_again_changes_nothing_and_another_only_what_it_says() {
        // Given
        String list = """
                [{"chat_id": 6200000011, "name": "Ann", "timezone": "Europe/Paris", "consent_source": "Form",
                  "consent_at": "2026-03-04", "attributes": {"skills": ["calls", "posts"]}}]
                """;
        json(list).statusCode(200).body("new", equalTo(1));

        sql("update attribute set set_at = set_at - interval '300 days' where organisation = $1", number());

        // When
        json(list).statusCode(200).body("new", equalTo(0)).body("unchanged", equalTo(1));
        assertThat(sql("select 1 from attribute where set_at > now() - interval '200 days'"))
                .hasSize(1);
        json("""
                [{"chat_id": "6200000011", "branch": "tokyo", "consent_source": "Form", "consent_at": "2026-03-05"}]
                """).statusCode(200).body("changed", equalTo(1));

        // Then
        Row ann = member(6200000011L);
        assertThat(ann.getString("name")).isEqualTo("Ann");
        assertThat(ann.getString("timezone")).isEqualTo("Europe/Paris");
        assertThat(ann.getString("place")).isEqualTo("tokyo");
        assertThat(sql(
                        "select value from attribute a join member m on m.id = a.member where m.telegram_user = $1",
                        6200000011L))
                .extracting(row -> row.getString("value"))
                .containsExactly("calls,posts");
        assertThat(sql(
                        "select 1 from consent c join member m on m.id = c.member where m.telegram_user = $1",
                        6200000011L))
                .hasSize(1);
        json(list.replace("posts", "leaflets")).statusCode(200).body("changed", equalTo(1));
    }

    @Test
    void the_values_of_an_attribute_have_room_together_or_are_refused() {
        String list = """
                [{"chat_id": 6200000041, "name": "Ann", "consent_source": "Form", "consent_at": "2026-03-04",
                  "attributes": {"past_constituency": ["%s", "%s"]}}]
                """;
        json(list.formatted("é".repeat(300), "é".repeat(200)))
                .statusCode(400)
                .body(
                        "errors",
                        contains(
                                "member 1, line 1: attribute.past_constituency: takes 1001 bytes as UTF-8, at most 1000"));
        json(list.formatted("é".repeat(300), "x".repeat(399))).statusCode(200).body("new", equalTo(1));
    }

    @Test
    void who_said_stop_or_forget_is_left_alone() {
        // Given
        Volunteer stopped = campaign.member(bot, "Bea");
        stopped.types("/stop");
        Volunteer forgotten = campaign.member(bot, "Cid");
        forgotten.types("/forget");
        forgotten.presses("Delete everything");

        // When
        csv(HEADER + stopped.chat() + ",Bea Again,en,,paris,Form,2026-03-04,\n" + forgotten.chat()
                        + ",Cid Again,en,,paris,Form,2026-03-04,\n")
                .statusCode(200)
                .body("left_alone", equalTo(2));

        // Then
        assertThat(member(stopped.chat()).getString("name")).isEqualTo("Bea");
        assertThat(member(stopped.chat()).getOffsetDateTime("stopped_at")).isNotNull();
        assertThat(sql("select 1 from member where telegram_user = $1", forgotten.chat()))
                .isEmpty();
        assertThat(sql("select 1 from chat where id = $1", forgotten.chat())).isEmpty();
    }

    @Test
    void what_somebody_says_in_the_chat_outweighs_the_list() {
        // Given
        Volunteer asked = campaign.volunteer(bot, "Dee");
        asked.types("/start " + campaign.link(bot, "tokyo", "now() + interval '1 day'", null));
        asked.presses("Go on");

        // When
        csv(HEADER + asked.chat() + ",Dee,en,,paris,Form,2026-03-04,\n")
                .statusCode(200)
                .body("new", equalTo(1));
        asked.presses("No, thanks");

        // Then
        assertThat(member(asked.chat()).getOffsetDateTime("stopped_at")).isNotNull();
        assertThat(sql(
                        "select 1 from consent c join member m on m.id = c.member where m.telegram_user = $1"
                                + " and c.withdrawn_at is null",
                        asked.chat()))
                .isEmpty();
    }

    @Test
    void every_bad_row_is_told_with_its_line_and_nobody_is_brought_in() {
        csv(HEADER
                        + "6200000021,Ann,en,,tokyo,Form,2026-03-04,\n"
                        + "-100,Bob,dk,,tokio,Form,04/03/2026,\n"
                        + "6200000021,Ann,en,,,Form,2026-03-04,\n"
                        + "6200000023,Cleo,en,Xyzzyville,,,2199-01-01,juggling\n"
                        + "6200000024,Dan\n")
                .statusCode(400)
                .contentType("application/problem+json")
                .body("errors", hasItem(containsString("line 3: chat_id: \"-100\" is no person's chat")))
                .body("errors", hasItem("line 3: language: there is no \"dk\", did you mean \"da\"?"))
                .body("errors", hasItem("line 3: branch: there is no \"tokio\", did you mean \"tokyo\"?"))
                .body(
                        "errors",
                        hasItem(containsString("line 3: consent_at: \"04/03/2026\" is no date; write 2026-03-04")))
                .body("errors", hasItem(containsString("line 5: city: \"Xyzzyville\" is not known")))
                .body("errors", hasItem(containsString("line 5: consent_source: is missing")))
                .body("errors", hasItem(containsString("line 5: consent_at: \"2199-01-01\" is still to come")))
                .body("errors", hasItem(containsString("line 5: attribute.skills: there is no \"juggling\"")))
                .body("errors", hasItem(containsString("line 6: has 2 cells, the first line has 8")));
        csv(HEADER + "6200000021,Ann,en,,,Form,2026-03-04,\n6200000022,,en,,,Form,2026-03-04,\n")
                .statusCode(400)
                .body("errors", contains("line 3: name: is missing; a new member needs one"));
        csv(HEADER + "6200000021,Ann,en,,,Form,2026-03-04,\n6200000021,Ann,en,,,Form,2026-03-04,\n")
                .statusCode(400)
                .body("errors", contains("line 3: chat_id: stands in line 2 already; leave one of them out"));
        json("[{\"chat_id\": 1, \"name\": 5.5, \"colour\": \"red\", \"consent_source\": \"F\", \"consent_at\": \"2026-03-04\"}, 7]")
                .statusCode(400)
                .body(
                        "errors",
                        containsInAnyOrder(
                                containsString("member 1, line 1: name: must be a text"),
                                containsString("member 1, line 1: there is no field \"colour\""),
                                containsString("member 2, line 1: must be an object"),
                                containsString("member 2, line 1: chat_id: is missing"),
                                containsString("member 2, line 1: consent_source: is missing"),
                                containsString("member 2, line 1: consent_at: is missing")));
        nobodyCame();
    }

    @Test
    void a_list_that_is_none_or_breaks_off_is_refused_with_the_place() {
        String good = "6200000031,Ann,en,,,Form,2026-03-04,\n";
        csv(HEADER + good + "\r\n6200000002,Bob,da,,paris,\"Meeting,\r\nMay\",2026-05-01,\r\n")
                .statusCode(400)
                .body("errors", contains(containsString("line 4: consent_source: holds a control character")));
        csv("").statusCode(400).body("errors", contains(containsString("line 1: is missing")));
        csv("chat,name\n").statusCode(400).body("errors", contains(containsString("there is no column \"chat\"")));
        csv(HEADER + good + "6200000032,\"Bob")
                .statusCode(400)
                .body("errors", contains(containsString("line 3: ends in the middle")));
        csv(HEADER + good + "6200000032,\"" + "x".repeat(1 << 20) + "\n")
                .statusCode(400)
                .body(
                        "errors",
                        contains(containsString("line 3: has more than 65536 characters; is a quote left open?")));
        csv(HEADER + good + "6200000032," + "x".repeat(30_000) + ",en,,,Form,2026-03-04,\n")
                .statusCode(400)
                .body("errors", contains("line 3: name: has 30000 characters, at most 60"));
        post(
                        "text/csv",
                        (HEADER + "6200000033,S\u00f8ren,en,,,Form,2026-03-04,\n")
                                .getBytes(StandardCharsets.ISO_8859_1))
                .statusCode(400)
                .body("errors", contains("line 2: name: cannot be read; save the list as UTF-8"));
        json("{\"chat_id\": 1}").statusCode(400).body("errors", contains(containsString("must be a JSON array")));
        json("[{\"chat_id\": 6200000031, \"name\": \"An").statusCode(400).body("errors", hasSize(1));
        json("[{\"chat_id\": 1, \"chat_id\": 2}]")
                .statusCode(400)
                .body("errors", contains(containsString("is not JSON there")));
        json("[{\"name\": \"" + "x".repeat(1 << 20) + "\"}]").statusCode(400).body("errors", hasSize(1));
        json("[{\"name\": \"\\ud800\", \"chat_id\": 6200000031, \"consent_source\": \"F\", \"consent_at\": \"2026-03-04\"}]")
                .statusCode(400)
                .body("errors", hasItem(containsString("name: holds a control character or half a character")));
        post("application/xml", "<members/>".getBytes(StandardCharsets.UTF_8)).statusCode(415);
        nobodyCame();
    }

    @Test
    void a_connection_that_is_cut_leaves_nothing_and_the_list_can_be_sent_again() throws IOException {
        // Given
        StringBuilder most = new StringBuilder(HEADER);
        for (int i = 0; i < 2_000; i++) {
            most.append(6200010000L + i).append(",Ann,en,,,Form,2026-03-04,\n");
        }

        // When
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.getOutputStream()
                    .write(("POST " + address.getPath() + "?organisation=o" + bot.organisation()
                                    + " HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + Recorded.API_KEY
                                    + "\r\nContent-Type: text/csv\r\n"
                                    + "Content-Length: 10000000\r\n\r\n" + most)
                            .getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            eventually(() ->
                    assertThat(sql("select 1 from member_import_row limit 1")).hasSize(1));
        }

        // Then
        eventually(() -> assertThat(sql("select 1 from member_import")).isEmpty());
        nobodyCame();
        csv(most.toString()).statusCode(200).body("new", equalTo(2_000));
    }

    @Test
    void a_hundred_thousand_come_in_as_they_are_read_and_the_memory_does_not_grow() throws IOException {
        // Given
        int size = 100_000;
        long before = heap();

        // When
        long began = System.nanoTime();
        HttpURLConnection call = (HttpURLConnection) URI.create(address + "?organisation=o" + bot.organisation())
                .toURL()
                .openConnection();
        call.setRequestMethod("POST");
        call.setRequestProperty("Authorization", "Bearer " + Recorded.API_KEY);
        call.setRequestProperty("Content-Type", "text/csv");
        call.setChunkedStreamingMode(8_192);
        call.setDoOutput(true);
        long most = before;
        try (OutputStream out = call.getOutputStream()) {
            out.write(HEADER.getBytes(StandardCharsets.UTF_8));
            for (int i = 0; i < size; i++) {
                out.write((6300000000L + i + ",Member " + i
                                + ",en,,tokyo,\"Membership form 2026, clause 4, as kept at the office\",2026-03-04T12:00:00Z,\r\n")
                        .getBytes(StandardCharsets.UTF_8));
                if (i % 25_000 == 24_999) {
                    most = Math.max(most, heap());
                }
            }
        }
        String answer;
        try (InputStream in = call.getInputStream()) {
            answer = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        long millis = (System.nanoTime() - began) / 1_000_000;

        // Then
        assertThat(answer).contains("\"new\":100000");
        assertThat(sql(
                        "select 1 from member where organisation = $1 having count(*) = 100000",
                        bot.organisation().number()))
                .hasSize(1);
        System.out.printf(
                "100,000 members in %d ms, heap before %d MB, at most %d MB, after %d MB%n",
                millis, before >> 20, most >> 20, heap() >> 20);
        assertThat(most - before).isLessThan(32L << 20);
    }

    @Test
    void the_api_says_what_it_takes() {
        given().accept("application/json")
                .get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .body("paths.'/api/v1/members'.post.description", containsString("consent_source"));
    }

    private void nobodyCame() {
        assertThat(sql("select 1 from member")).isEmpty();
        eventually(() -> assertThat(sql("select 1 from member_import")).isEmpty());
    }

    private static void eventually(org.awaitility.core.ThrowingRunnable look) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .pollInterval(Duration.ofMillis(50))
                .untilAsserted(look);
    }

    private static long heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private Row member(long person) {
        return sql(
                        "select m.*, b.key as place, c.id as chat from member m left join branch b on b.id = m.branch"
                                + " left join chat c on c.member = m.id where m.telegram_user = $1",
                        person)
                .get(0);
    }

    private int number() {
        return bot.organisation().number();
    }

    private List<Row> sql(String sql, Object... arguments) {
        return campaign.sql(bot.organisation(), sql, arguments);
    }

    private ValidatableResponse csv(String list) {
        return post("text/csv", list.getBytes(StandardCharsets.UTF_8));
    }

    private ValidatableResponse json(String list) {
        return post("application/json", list.getBytes(StandardCharsets.UTF_8));
    }

    private ValidatableResponse post(String type, byte[] list) {
        return given().header("Authorization", "Bearer " + Recorded.API_KEY)
                .queryParam("organisation", "o" + bot.organisation())
                .contentType(type)
                .body(list)
                .post("/api/v1/members")
                .then();
    }
}
