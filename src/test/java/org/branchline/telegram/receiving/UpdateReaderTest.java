package org.branchline.telegram.receiving;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.branchline.conversation.Action;
import org.branchline.conversation.Incoming.Sent.Kind;
import org.branchline.database.OrganisationId;
import org.branchline.intake.Arrival;
import org.branchline.intake.What;
import org.branchline.roster.Bot;
import org.branchline.telegram.BotToken;
import org.branchline.telegram.ButtonTokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UpdateReaderTest {

    private static final long CHAT = 4_503_599_627_370_495L;
    private static final String FROM =
            "\"from\":{\"id\":" + CHAT + ",\"is_bot\":false,\"first_name\":\"Ann\",\"language_code\":\"da\"}";
    private static final String WHERE = "\"chat\":{\"id\":" + CHAT + ",\"type\":\"private\",\"first_name\":\"Ann\"}";

    private final ButtonTokens buttons =
            new ButtonTokens(BotToken.of("123456:abcdef").orElseThrow());
    private final UpdateReader reader =
            new UpdateReader(new Bot(new OrganisationId(1), 123456), buttons, "branchline_bot");

    @Test
    void aTextComesWithItsPersonAndItsPlace() {
        // When
        Arrival arrival = understood(message("\"text\":\" Hello \""));
        // Then
        assertThat(arrival.update()).isEqualTo(77);
        assertThat(arrival.chat()).isEqualTo(CHAT);
        assertThat(arrival.user()).isEqualTo(CHAT);
        assertThat(arrival.privateChat()).isTrue();
        assertThat(arrival.firstName()).isEqualTo("Ann");
        assertThat(arrival.languageCode()).isEqualTo("da");
        assertThat(arrival.what()).isEqualTo(new What.Text(12, " Hello "));
    }

    @Test
    void aReplyNamesTheMessageItRepliesTo() {
        // When
        What what = understood(message("\"text\":\"Yes\",\"reply_to_message\":{\"message_id\":7," + WHERE
                        + ",\"date\":1,\"text\":\"Ready?\"}"))
                .what();
        // Then
        assertThat(what).isEqualTo(new What.Text(12, "Yes", 7));
    }

    @ParameterizedTest
    @CsvSource({
        "/start, start, ''",
        "/Start Tokyo-1 , start, Tokyo-1",
        "/start@Branchline_Bot abc, start, abc",
        "/results a  b, results, a  b"
    })
    void aCommandIsTakenApart(String text, String name, String argument) {
        // When
        What what = understood(message("\"text\":\"" + text + "\"")).what();
        // Then
        assertThat(what).isEqualTo(new What.Command(12, name, argument));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "//", "/ start", "/stärt", "/a-b", "1/2"})
    void whatOnlyLooksLikeACommandIsText(String text) {
        // When
        What what = understood(message("\"text\":\"" + text + "\"")).what();
        // Then
        assertThat(what).isEqualTo(new What.Text(12, text));
    }

    @Test
    void aCommandOfAnotherBotMeansNothing() {
        // When
        What what = understood(message("\"text\":\"/start@other_bot\"")).what();
        // Then
        assertThat(what).isInstanceOf(What.Nothing.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"voice\":{\"file_id\":\"a\",\"duration\":3} | VOICE",
                "\"photo\":[{\"file_id\":\"a\",\"width\":1,\"height\":1}],\"caption\":\"x\" | PICTURE",
                "\"animation\":{\"file_id\":\"a\",\"file_unique_id\":\"b\",\"width\":1,\"height\":1,\"duration\":1},\"document\":{\"file_id\":\"a\"} | PICTURE",
                "\"sticker\":{\"file_id\":\"a\",\"emoji\":\"x\"} | STICKER",
                "\"location\":{\"latitude\":1.5,\"longitude\":2} | LOCATION",
                "\"contact\":{\"phone_number\":\"1\",\"first_name\":\"Bo\"} | CONTACT",
                "\"document\":{\"file_id\":\"a\",\"file_name\":\"a.pdf\"} | FILE",
                "\"hologram\":{\"file_id\":\"a\"} | OTHER"
            })
    void whatIsNotTextHasItsKind(String content, Kind kind) {
        // When
        What what = understood(message(content)).what();
        // Then
        assertThat(what).isInstanceOfSatisfying(What.Sent.class, sent -> assertThat(sent.kind())
                .isEqualTo(kind));
    }

    @Test
    void aPressCarriesItsAction() {
        // Given
        Action action = new Action.Move(5, 2, "calls");
        // When
        What what = understood(press("\"message_id\":13,\"date\":1700000000," + WHERE, buttons.write(CHAT, action)))
                .what();
        // Then
        assertThat(what).isEqualTo(new What.Press("99", 13, action));
    }

    @Test
    void aPressOnAMessageThatIsGoneKeepsItsAction() {
        // Given
        Action action = new Action.Move(5, 2, "calls");
        // When
        What what = understood(press("\"message_id\":13,\"date\":0," + WHERE, buttons.write(CHAT, action)))
                .what();
        // Then
        assertThat(what).isEqualTo(new What.Press("99", 0, action));
    }

    @Test
    void aForgedPressCarriesNoAction() {
        // When
        What what = understood(press("\"message_id\":13,\"date\":1700000000," + WHERE, "m5.2.callsAAAAAAAAAAAA"))
                .what();
        // Then
        assertThat(what).isEqualTo(new What.Press("99", 13, null));
    }

    @Test
    void anEditedTextIsACorrection() {
        // When
        What what = understood("{\"update_id\":77,\"edited_message\":{\"message_id\":12," + FROM + "," + WHERE
                        + ",\"date\":1,\"edit_date\":2,\"text\":\"5\"}}")
                .what();
        // Then
        assertThat(what).isEqualTo(new What.Edited(12, "5"));
    }

    @ParameterizedTest
    @CsvSource({"kicked, false", "member, true"})
    void blockingAndLettingInAgainAreSeen(String status, boolean reachable) {
        // When
        What what = understood("{\"update_id\":77,\"my_chat_member\":{" + FROM + "," + WHERE
                        + ",\"date\":1,\"old_chat_member\":{\"status\":\"member\",\"user\":{\"id\":1,\"is_bot\":true,\"first_name\":\"B\"}},"
                        + "\"new_chat_member\":{\"status\":\"" + status
                        + "\",\"user\":{\"id\":1,\"is_bot\":true,\"first_name\":\"B\"},\"until_date\":0}}}")
                .what();
        // Then
        assertThat(what).isEqualTo(new What.Reachable(reachable));
    }

    @Test
    void aGroupIsNotPrivate() {
        // When
        Arrival arrival = understood(
                "{\"update_id\":77,\"message\":{\"message_id\":12," + FROM
                        + ",\"chat\":{\"id\":-1001234567890,\"type\":\"supergroup\",\"title\":\"T\"},\"date\":1,\"text\":\"x\"}}");
        // Then
        assertThat(arrival.privateChat()).isFalse();
        assertThat(arrival.chat()).isEqualTo(-1_001_234_567_890L);
    }

    @Test
    void aMissingSenderInAPrivateChatIsTheChatsPerson() {
        // When
        Arrival arrival = understood(
                "{\"update_id\":77,\"message\":{\"message_id\":12," + WHERE + ",\"date\":1,\"text\":\"x\"}}");
        // Then
        assertThat(arrival.user()).isEqualTo(CHAT);
        assertThat(arrival.firstName()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"update_id\":77}",
                "{\"update_id\":77,\"telepathy\":{\"from\":{\"id\":1}}}",
                "{\"update_id\":77,\"message\":{}}",
                "{\"update_id\":77,\"message\":{\"message_id\":1,\"text\":\"x\"}}",
                "{\"update_id\":77,\"message\":{\"text\":\"x\",\"chat\":{\"id\":5,\"type\":\"private\"}}}",
                "{\"update_id\":77,\"callback_query\":{}}",
                "{\"update_id\":77,\"callback_query\":{\"id\":\"1\"}}",
                "{\"update_id\":77,\"my_chat_member\":{}}",
                "{\"update_id\":77,\"edited_message\":{}}"
            })
    void whatIsMissingIsNoError(String json) {
        // When
        What what = understood(json).what();
        // Then
        assertThat(what).isInstanceOf(What.Nothing.class);
    }

    @Test
    void halvesOfCharactersAndNulAreMended() {
        // When
        What what = understood(message("\"text\":\"a\\ud83d\\u0000b\"")).what();
        // Then
        assertThat(what).isEqualTo(new What.Text(12, "a\uFFFD\uFFFDb"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "x",
                "{",
                "{\"update_id\":null}",
                "{\"message\":{}}",
                "{\"update_id\":99999999999999999999}",
                "{\"update_id\":\"u\"}"
            })
    void whatIsNoUpdateIsUnreadable(String json) {
        // When
        Read read = reader.read(json.getBytes(StandardCharsets.UTF_8));
        // Then
        assertThat(read).isInstanceOf(Read.Unreadable.class);
    }

    @Test
    void anUnreadableUpdateKeepsItsNumber() {
        // When
        Read read =
                reader.read("{\"update_id\":77,\"message\":{\"message_id\":\"Ann\"}}".getBytes(StandardCharsets.UTF_8));
        // Then
        assertThat(read).isInstanceOfSatisfying(Read.Unreadable.class, unreadable -> {
            assertThat(unreadable.update()).isEqualTo(77);
            assertThat(unreadable.cause()).doesNotContain("Ann");
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {999, 1_000, 5_000, 100_000})
    void depthHarmsNothing(int depth) {
        // Given
        String unknown = "{\"update_id\":77,\"deep\":" + "[".repeat(depth) + "]".repeat(depth) + "}";
        String replies = "{\"update_id\":77,\"message\":" + "{\"reply_to_message\":".repeat(depth) + "{}"
                + "}".repeat(depth) + "}";
        // When
        Read first = reader.read(unknown.getBytes(StandardCharsets.UTF_8));
        Read second = reader.read(replies.getBytes(StandardCharsets.UTF_8));
        // Then
        assertThat(first).isNotNull();
        assertThat(second).isNotNull();
    }

    @Test
    void twoMegabytesAreRead() {
        // When
        What what = understood(message("\"text\":\"" + "\u00e9".repeat(1 << 20) + "\""))
                .what();
        // Then
        assertThat(what).isInstanceOf(What.Text.class);
    }

    @Property(tries = 500)
    void randomBytesNeverThrow(@ForAll byte[] bytes) {
        assertThat(reader.read(bytes)).isNotNull();
    }

    @Property(tries = 1_000)
    void aDamagedUpdateNeverThrows(
            @ForAll @IntRange(max = 1_000) int at, @ForAll byte replacement, @ForAll @IntRange(max = 40) int removed) {
        // Given
        byte[] whole = press("\"message_id\":13,\"date\":1700000000," + WHERE, "m5.2.calls")
                .getBytes(StandardCharsets.UTF_8);
        int place = at % whole.length;
        int rest = Math.min(whole.length, place + removed);
        byte[] damaged = new byte[place + 1 + whole.length - rest];
        System.arraycopy(whole, 0, damaged, 0, place);
        damaged[place] = replacement;
        System.arraycopy(whole, rest, damaged, place + 1, whole.length - rest);
        // When
        Read read = reader.read(damaged);
        // Then
        assertThat(read).isNotNull();
    }

    private Arrival understood(String json) {
        return ((Read.Understood) reader.read(json.getBytes(StandardCharsets.UTF_8))).arrival();
    }

    private static String message(String content) {
        return "{\"update_id\":77,\"message\":{\"message_id\":12," + FROM + "," + WHERE + ",\"date\":1700000000,"
                + content + "}}";
    }

    private static String press(String message, String data) {
        return "{\"update_id\":77,\"callback_query\":{\"id\":\"99\"," + FROM + ",\"message\":{" + message
                + "},\"chat_instance\":\"1\",\"data\":\"" + data + "\"}}";
    }
}
