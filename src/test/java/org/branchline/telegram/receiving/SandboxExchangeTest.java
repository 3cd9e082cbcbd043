package org.branchline.telegram.receiving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.branchline.conversation.Action;
import org.branchline.conversation.Button;
import org.branchline.conversation.Keyboard;
import org.branchline.conversation.Outgoing;
import org.branchline.database.OrganisationId;
import org.branchline.database.Settings;
import org.branchline.delivery.Outcome;
import org.branchline.intake.Arrival;
import org.branchline.intake.Receipt;
import org.branchline.intake.What;
import org.branchline.intake.door.DoorWitness;
import org.branchline.roster.Bot;
import org.branchline.sandbox.Sandbox;
import org.branchline.sandbox.SandboxOptions;
import org.branchline.telegram.BotApi;
import org.branchline.telegram.Bots;
import org.branchline.telegram.StartAddresses;
import org.branchline.telegram.TelegramConfig;
import org.branchline.telegram.sending.MenuCommand;
import org.branchline.telegram.sending.Menus;
import org.branchline.telegram.sending.TelegramGateway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Both directions against the sandbox's Bot API server, reached by its URL alone. */
class SandboxExchangeTest {

    private static final Action MOVE = new Action.Move(7, 1, "calls");

    private final Vertx vertx = Vertx.vertx();
    private final Sandbox sandbox = Sandbox.start(SandboxOptions.inMemory());
    private final Webhook webhook = new Webhook(DoorWitness.NONE);
    private final List<Arrival> arrivals = new CopyOnWriteArrayList<>();
    private final Bot bot = new Bot(new OrganisationId(1), 7_700_000_001L);
    private BotApi api;
    private Bots bots;
    private TelegramGateway gateway;
    private HttpServer server;
    private Reception reception;

    @BeforeEach
    void listen() {
        server = Listening.to(webhook, vertx);
    }

    @AfterEach
    void close() {
        if (reception != null) {
            reception.close().await().indefinitely();
        }
        vertx.close().toCompletionStage().toCompletableFuture().join();
        sandbox.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"polling", "webhook"})
    void whatAPersonDoesArrivesAndWhatIsSaidIsSeen(String updates) {
        // Given
        open(updates);
        long person = person();
        // When
        control("chats/" + person + "/messages", new JsonObject().put("text", "/start tokyo"));
        await().until(() -> arrivals.size() == 1);
        Outcome asked = send(person, new Outgoing.Say("1 of 2. <b> & _so_?", row("Phone voters")));
        control("chats/" + person + "/presses", new JsonObject().put("label", "Phone voters"));
        await().until(() -> arrivals.size() == 2);
        long message = ((Outcome.Sent) asked).message();
        Outcome edited = send(person, new Outgoing.Edit(message, "✓ Phone voters", Keyboard.NONE));
        Outcome again = send(person, new Outgoing.Edit(message, "✓ Phone voters", Keyboard.NONE));
        // Then
        assertThat(arrivals.get(0).what())
                .isInstanceOfSatisfying(What.Command.class, command -> assertThat(command.argument())
                        .isEqualTo("tokyo"));
        assertThat(arrivals.get(1).what()).isInstanceOfSatisfying(What.Press.class, press -> assertThat(press.action())
                .isEqualTo(MOVE));
        assertThat(edited).isEqualTo(new Outcome.Sent(message));
        assertThat(again).isEqualTo(new Outcome.Unchanged());
        assertThat(seen(person)).contains("✓ Phone voters").doesNotContain("so_?");
    }

    @Test
    void aForgedPressArrivesWithoutAnAction() {
        // Given
        open("polling");
        long person = person();
        control("chats/" + person + "/messages", new JsonObject().put("text", "/start"));
        Outcome.Sent asked = (Outcome.Sent) send(person, new Outgoing.Say("?", row("Yes")));
        // When
        control(
                "chats/" + person + "/presses",
                new JsonObject().put("message_id", asked.message()).put("data", "m7.1.callsAAAAAAAAAAAA"));
        await().until(() -> arrivals.size() == 2);
        // Then
        assertThat(arrivals.get(1).what()).isInstanceOfSatisfying(What.Press.class, press -> assertThat(press.action())
                .isNull());
    }

    @Test
    void whoBlockedTheBotIsUnreachable() {
        // Given
        open("polling");
        long person = person();
        control("chats/" + person + "/messages", new JsonObject().put("text", "/start"));
        await().until(() -> arrivals.size() == 1);
        control("people/" + person + "/block", new JsonObject());
        // When
        Outcome blocked = send(person, new Outgoing.Say("Hello"));
        Outcome unknown = send(999, new Outgoing.Say("Hello"));
        // Then
        await().until(() -> arrivals.size() == 2);
        assertThat(arrivals.get(1).what()).isEqualTo(new What.Reachable(false));
        assertThat(reason(blocked)).isEqualTo(Outcome.Refused.Reason.BLOCKED);
        assertThat(reason(unknown)).isEqualTo(Outcome.Refused.Reason.CHAT_NOT_FOUND);
    }

    @Test
    void aFileArrivesWithItsCaption() {
        // Given
        open("polling");
        long person = person();
        control("chats/" + person + "/messages", new JsonObject().put("text", "/start"));
        await().until(() -> arrivals.size() == 1);
        byte[] content = "a;b\r\n1;2".getBytes(StandardCharsets.UTF_8);
        // When
        Outcome sent =
                send(person, new Outgoing.File("æ\"x.csv", "text/csv", content, false, "Your data", row("Thanks")));
        // Then
        assertThat(sent).isInstanceOf(Outcome.Sent.class);
        assertThat(seen(person)).contains("Your data").contains("æ_x.csv").contains("Thanks");
    }

    @ParameterizedTest
    @ValueSource(strings = {"html_percent", "truncated_percent", "cut_after_percent", "cut_before_percent"})
    void aFaultOnTheWayLeavesDoubt(String fault) {
        // Given
        open("polling");
        long person = person();
        control("chats/" + person + "/messages", new JsonObject().put("text", "/start"));
        await().until(() -> arrivals.size() == 1);
        control("faults", new JsonObject().put(fault, 100).put("methods", new JsonArray(List.of("sendMessage"))));
        // When
        Outcome outcome = send(person, new Outgoing.Say("Hello"));
        // Then
        assertThat(outcome).isInstanceOf(Outcome.Doubtful.class);
    }

    @Test
    void anErrorOfTheBotApiMayBeTriedAgain() {
        // Given
        open("polling");
        long person = person();
        control("faults", new JsonObject().put("error_percent", 100));
        // When
        Outcome outcome = send(person, new Outgoing.Say("Hello"));
        // Then
        assertThat(outcome).isInstanceOf(Outcome.TryAgain.class);
        control("faults", new JsonObject().put("error_percent", 0));
    }

    @Test
    void theMenuIsSetOnce() {
        // Given
        open("polling");
        Menus menus = new Menus(api, bots);
        List<MenuCommand> commands = List.of(new MenuCommand("help", "Hjælp"), new MenuCommand("stop", "Stop"));
        // When
        boolean first = menus.everybody(bot, "da", commands).await().indefinitely();
        boolean second = menus.everybody(bot, "da", commands).await().indefinitely();
        // Then
        assertThat(first && second).isTrue();
        assertThat(look("requests").split("\"setMyCommands\"", -1)).hasSize(2);
    }

    private void open(String updates) {
        Settings settings = Settings.of(Map.of(
                "TELEGRAM_BOT_TOKEN",
                Sandbox.DEFAULT_TOKEN,
                "TELEGRAM_API_URL",
                sandbox.url(),
                "TELEGRAM_UPDATES",
                updates,
                "PUBLIC_URL",
                "http://127.0.0.1:" + server.actualPort()));
        TelegramConfig config = TelegramConfig.of(settings::text);
        api = new BotApi(vertx, config.api());
        bots = new Bots(settings::text);
        assertThat(bots.introduce("TELEGRAM_BOT_TOKEN")).contains(bot.id());
        gateway = new TelegramGateway(api, bots);
        reception = new Reception(
                vertx, config, api, bots, gateway, webhook, new StartAddresses(api, config), DoorWitness.NONE);
        String userName = reception
                .open(
                        bot,
                        arrival -> {
                            arrivals.add(arrival);
                            return Uni.createFrom().item(Receipt.SILENT);
                        },
                        () -> true,
                        () -> {})
                .await()
                .indefinitely();
        assertThat(userName).isNotEmpty();
    }

    private Outcome send(long chat, Outgoing outgoing) {
        return gateway.send(bot, chat, outgoing).await().indefinitely();
    }

    private static Outcome.Refused.Reason reason(Outcome outcome) {
        return ((Outcome.Refused) outcome).reason();
    }

    private static Keyboard row(String label) {
        return Keyboard.row(new Button(label, MOVE));
    }

    private long person() {
        return new JsonObject(control("people", new JsonObject().put("first_name", "Ann"))).getLong("id");
    }

    private String seen(long chat) {
        return look("chats/" + chat + "/messages");
    }

    private String control(String path, JsonObject body) {
        return call(HttpRequest.newBuilder(URI.create(sandbox.url() + "/sandbox/" + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.encode())));
    }

    private String look(String path) {
        return call(HttpRequest.newBuilder(URI.create(sandbox.url() + "/sandbox/" + path)));
    }

    private static String call(HttpRequest.Builder request) {
        try {
            HttpResponse<String> response =
                    HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
            assertThat(response.statusCode()).as(response.body()).isBetween(200, 299);
            return response.body();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
