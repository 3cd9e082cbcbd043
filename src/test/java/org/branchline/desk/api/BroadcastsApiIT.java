package org.branchline.desk.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.branchline.intake.Recorded;
import org.branchline.intake.TestCampaign;
import org.branchline.roster.Bot;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(BroadcastsApiIT.Keyed.class)
class BroadcastsApiIT {

    private static final String KEY = "test-key";

    private static final String HELLO = """
            {"audience": {}, "text": {"en": "Hello"}, "kind": "service", "hold_seconds": 60}
            """;

    /** The service with an API key. */
    public static class Keyed extends Recorded {
        @Override
        public List<TestResourceEntry> testResources() {
            return List.of(new TestResourceEntry(KeyResource.class));
        }
    }

    /** Gives the key as an operator does. */
    public static class KeyResource implements QuarkusTestResourceLifecycleManager {
        @Override
        public Map<String, String> start() {
            System.setProperty("API_KEY", KEY);
            return Map.of();
        }

        @Override
        public void stop() {
            System.clearProperty("API_KEY");
        }
    }

    @Inject
    TestCampaign campaign;

    private Bot bot;

    @BeforeEach
    void organise() {
        bot = campaign.organise();
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
        return given().header("Authorization", "Bearer " + KEY)
                .queryParam("organisation", "o" + bot.organisation())
                .contentType(ContentType.JSON);
    }
}
