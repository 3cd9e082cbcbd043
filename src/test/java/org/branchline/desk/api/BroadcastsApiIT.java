package org.branchline.desk.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.branchline.database.Clock;
import org.branchline.intake.Recorded;
import org.branchline.intake.TestCampaign;
import org.branchline.roster.Bot;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(Recorded.class)
class BroadcastsApiIT {

    private static final String HELLO = """
            {"audience": {}, "text": {"en": "Hello"}, "kind": "service", "hold_seconds": 60}
            """;

    @Inject
    TestCampaign campaign;

    @Inject
    Clock clock;

    private Bot bot;

    @BeforeEach
    void organise() {
        bot = campaign.organise();
    }

    @Test
    void a_picture_is_kept_and_goes_with_a_broadcast_and_only_as_a_picture() {
        // Given
        int picture = file("pictures", "image/png", new byte[] {1, 2, 3})
                .statusCode(201)
                .extract()
                .path("id");
        int document = file("documents?name=agenda.pdf", "application/pdf", new byte[] {4})
                .statusCode(201)
                .extract()
                .path("id");

        // When
        ValidatableResponse sent = broadcast("{\"audience\": {}, \"text\": {\"en\": \"Look\"}, \"picture\": " + picture
                + ", \"kind\": \"service\"}");
        ValidatableResponse wrong = broadcast("{\"audience\": {}, \"text\": {\"en\": \"" + "x".repeat(1_000)
                + "\"}, \"picture\": " + document + ", \"document\": 999999999, \"kind\": \"service\"}");

        // Then
        sent.statusCode(201);
        wrong.statusCode(400)
                .body("errors", hasItem("picture: " + document + " is a document"))
                .body("errors", hasItem(containsString("document: there is no 999999999")))
                .body("errors", hasItem("document: a message has one picture or one document"))
                .body("errors", hasItem(containsString("fit below a picture or document")));
    }

    @Test
    void what_is_no_picture_or_too_long_is_not_kept() {
        file("pictures", "text/plain", new byte[] {1})
                .statusCode(400)
                .body("errors", hasItem("Content-Type: must be one of image/jpeg, image/png, image/webp"));
        file("documents", "application/pdf", new byte[] {1})
                .statusCode(400)
                .body("errors", hasItem("name: must have 1 to 100 characters, for example agenda.pdf"));
        file("pictures", "image/png", new byte[10_000_001]).statusCode(413);
    }

    @Test
    void a_playbook_is_offered_in_its_own_words() {
        broadcast("{\"audience\": {}, \"playbook\": \"skills-audit\", \"kind\": \"service\"}")
                .statusCode(201);
        broadcast("{\"audience\": {}, \"playbook\": \"nothing\", \"kind\": \"service\"}")
                .statusCode(400)
                .body("errors", hasItem("playbook: there is no \"nothing\""));
    }

    private ValidatableResponse file(String where, String type, byte[] bytes) {
        return given().header("Authorization", "Bearer " + Recorded.API_KEY)
                .queryParam("organisation", "o" + bot.organisation().number())
                .contentType(type)
                .body(bytes)
                .post("/api/v1/" + where)
                .then();
    }

    private ValidatableResponse broadcast(String body) {
        return given().header("Authorization", "Bearer " + Recorded.API_KEY)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .queryParam("organisation", "o" + bot.organisation().number())
                .contentType(ContentType.JSON)
                .body(body)
                .post("/api/v1/broadcasts")
                .then();
    }

    @Test
    void without_the_key_nobody_is_let_in() {
        given().contentType(ContentType.JSON)
                .body(HELLO)
                .post("/api/v1/broadcasts")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("detail", containsString("Authorization: Bearer"));
        given().header("Authorization", "Bearer test-kez")
                .get("/api/v1/broadcasts/1")
                .then()
                .statusCode(401);
    }

    @Test
    void the_same_key_is_created_once_and_found_again() {
        // Given
        String idempotency = UUID.randomUUID().toString();

        // When
        int id = keyed().header("Idempotency-Key", idempotency)
                .body(HELLO)
                .post("/api/v1/broadcasts")
                .then()
                .statusCode(201)
                .header("Location", containsString("/api/v1/broadcasts/"))
                .body("kind", equalTo("service"))
                .extract()
                .path("id");

        // Then
        keyed().header("Idempotency-Key", idempotency)
                .body(HELLO)
                .post("/api/v1/broadcasts")
                .then()
                .statusCode(200)
                .body("id", equalTo(id));
        keyed().header("Idempotency-Key", idempotency)
                .body(HELLO.replace("Hello", "Goodbye"))
                .post("/api/v1/broadcasts")
                .then()
                .statusCode(409)
                .body("title", equalTo("The key is taken"));
    }

    @Test
    void it_can_be_called_back_and_tells_how_far_it_is() {
        // Given
        int id = keyed().header("Idempotency-Key", UUID.randomUUID().toString())
                .body(HELLO)
                .post("/api/v1/broadcasts")
                .path("id");

        // When
        keyed().post("/api/v1/broadcasts/" + id + "/cancel")
                .then()
                .statusCode(200)
                .body("state", equalTo("cancelled"));

        // Then
        keyed().get("/api/v1/broadcasts/" + id).then().statusCode(200).body("state", equalTo("cancelled"));
        keyed().get("/api/v1/broadcasts/999999999").then().statusCode(404).body("status", equalTo(404));
    }

    @Test
    void what_is_paid_for_says_what_it_costs_at_most() {
        keyed().header("Idempotency-Key", UUID.randomUUID().toString())
                .body(HELLO.replace("\"kind\"", "\"paid\": true, \"kind\""))
                .post("/api/v1/broadcasts")
                .then()
                .statusCode(201)
                .body("stars_at_most", equalTo(0));
        keyed().header("Idempotency-Key", UUID.randomUUID().toString())
                .body(HELLO.replace("\"kind\"", "\"paid\": \"yes\", \"kind\""))
                .post("/api/v1/broadcasts")
                .then()
                .statusCode(400)
                .body("errors", hasItem(containsString("paid: must be true or false")));
    }

    @Test
    void what_was_paused_for_want_of_stars_goes_on_for_free() {
        // Given
        int id = keyed().header("Idempotency-Key", UUID.randomUUID().toString())
                .body(HELLO.replace("\"kind\"", "\"paid\": true, \"kind\""))
                .post("/api/v1/broadcasts")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        campaign.sql(
                bot.organisation(),
                "update broadcast set state = 'paused', trouble = 'NO_STARS' where organisation = $1",
                bot.organisation().number());
        keyed().get("/api/v1/broadcasts/" + id).then().body("paused_for", equalTo("NO_STARS"));

        // When
        ValidatableResponse gone = keyed().post("/api/v1/broadcasts/" + id + "/go-on?paid=false")
                .then()
                .statusCode(200);

        // Then
        gone.body("state", equalTo("held")).body("paused_for", nullValue()).body("stars_at_most", nullValue());
    }

    @Test
    void every_problem_of_a_request_is_told_at_once() {
        keyed().header("Idempotency-Key", UUID.randomUUID().toString())
                .body("{\"text\": {\"da\": 5}, \"kind\": \"spam\", \"hold_seconds\": -1, \"colour\": \"red\"}")
                .post("/api/v1/broadcasts")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body(
                        "errors",
                        hasItems(
                                "audience: must be an object; {} is everyone who can be reached",
                                "text.da: must be a text",
                                "kind: must be appeal or service"))
                .body("errors", hasItem(containsString("colour: is not known")));
        keyed().body("{\"audience\": {")
                .post("/api/v1/broadcasts")
                .then()
                .statusCode(400)
                .body("errors", hasItem(containsString("the body is not JSON: line 1")));
        keyed().header("Idempotency-Key", "k")
                .body("{\"audience\": {}, \"text\": {\"en\": \"" + "x".repeat(4_097) + "\"}, \"kind\": \"service\"}")
                .post("/api/v1/broadcasts")
                .then()
                .statusCode(400)
                .body("errors", hasItem(containsString("4097 characters, at most 3500")));
    }

    @Test
    void it_goes_when_it_shall_and_says_when_that_is() {
        // Given
        String soon = clock.now()
                .plus(Duration.ofHours(2))
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
        String end = clock.now()
                .plus(Duration.ofHours(3))
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
        String key = UUID.randomUUID().toString();
        String body = HELLO.replace(
                "\"kind\"",
                "\"at\": \"" + soon + "\", \"finish_by\": \"" + end + "\", \"quiet_hours\": \"ignore\", \"kind\"");

        // When
        ValidatableResponse begun = keyed().header("Idempotency-Key", key)
                .body(body)
                .post("/api/v1/broadcasts")
                .then();

        // Then
        begun.statusCode(201)
                .body("goes_at", equalTo(soon))
                .body("last_at", equalTo(soon))
                .body("finish_by", equalTo(end));
        keyed().header("Idempotency-Key", key)
                .body(body.replace("ignore", "respect"))
                .post("/api/v1/broadcasts")
                .then()
                .statusCode(409);
        keyed().header("Idempotency-Key", UUID.randomUUID().toString())
                .body(HELLO.replace("\"kind\"", "\"at\": {\"local_hour\": \"18:00\"}, \"kind\""))
                .post("/api/v1/broadcasts")
                .then()
                .statusCode(201)
                .body("finish_by", nullValue());
    }

    @Test
    void a_time_that_there_is_not_is_refused_with_what_would_be_right() {
        keyed().header("Idempotency-Key", UUID.randomUUID().toString())
                .body(HELLO.replace(
                        "\"kind\"",
                        "\"at\": {\"local_hour\": \"24:10\", \"date\": \"2027-02-29\", \"zone\": \"UTC\"}, \"finish_by\": 5, "
                                + "\"quiet_hours\": \"none\", \"kind\""))
                .post("/api/v1/broadcasts")
                .then()
                .statusCode(400)
                .body("errors", hasItem(containsString("at.local_hour: must be an hour from 00:00 to 23:59")))
                .body("errors", hasItem(containsString("at.date: must be a day there is")))
                .body("errors", hasItem(containsString("at.zone: is not known")))
                .body("errors", hasItem(containsString("finish_by: must be an instant with its offset")))
                .body("errors", hasItem(containsString("quiet_hours: must be \"respect\"")));
        keyed().header("Idempotency-Key", UUID.randomUUID().toString())
                .body(HELLO.replace("\"kind\"", "\"at\": \"2020-01-01T00:00:00Z\", \"kind\""))
                .post("/api/v1/broadcasts")
                .then()
                .statusCode(400)
                .body("errors", hasItem(containsString("at: is over everywhere")));
        keyed().header("Idempotency-Key", UUID.randomUUID().toString())
                .body(HELLO.replace("\"kind\"", "\"at\": \"18:00\", \"kind\""))
                .post("/api/v1/broadcasts")
                .then()
                .statusCode(400)
                .body("errors", hasItem(containsString("at: must be \"now\", an instant")));
    }

    @Test
    void an_audience_that_nobody_can_mean_is_refused_with_what_would_be_right() {
        keyed().header("Idempotency-Key", UUID.randomUUID().toString())
                .body(HELLO.replace("{}", "{\"branch\": \"pari\"}"))
                .post("/api/v1/broadcasts")
                .then()
                .statusCode(400)
                .body("errors", hasItem(containsString("did you mean \"paris\"?")));
    }

    @Test
    void the_description_of_the_api_is_served() {
        given().accept("application/json")
                .get("/q/openapi?format=json")
                .then()
                .statusCode(200)
                .body("paths.'/api/v1/broadcasts'.post.summary", containsString("Idempotency-Key"));
    }

    private RequestSpecification keyed() {
        return given().header("Authorization", "Bearer " + Recorded.API_KEY)
                .queryParam("organisation", "o" + bot.organisation())
                .contentType(ContentType.JSON);
    }
}
