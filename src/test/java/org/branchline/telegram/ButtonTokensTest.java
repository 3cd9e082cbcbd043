package org.branchline.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.StringLength;
import org.branchline.conversation.Action;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ButtonTokensTest {

    private static final long CHAT = 4_503_599_627_370_495L;
    private static final Action MOVE = new Action.Move(7, 3, "weekday_evening");

    private final ButtonTokens buttons = new ButtonTokens(token("123456:canary-token"));

    @Property(tries = 300)
    void whatWasWrittenIsReadAgain(
            @ForAll @LongRange(min = 1) long run,
            @ForAll @IntRange int step,
            @ForAll @AlphaChars @StringLength(max = 30) String choice,
            @ForAll long chat) {
        // Given
        Action action = new Action.Move(run, step, choice);
        // When
        String written = buttons.write(chat, action);
        // Then
        assertThat(written).hasSizeBetween(1, 64);
        assertThat(buttons.read(chat, written)).contains(action);
    }

    @Test
    void anOrderIsReadAgainWithItsDots() {
        // Given
        Action order = new Action.Order("results", "skills-audit.v2.tokyo");
        // When
        String written = buttons.write(CHAT, order);
        // Then
        assertThat(buttons.read(CHAT, written)).contains(order);
    }

    @Test
    void aButtonOfAnotherChatIsNotGenuine() {
        // Given
        String written = buttons.write(CHAT, MOVE);
        // When
        var read = buttons.read(CHAT + 1, written);
        // Then
        assertThat(read).isEmpty();
    }

    @Test
    void aButtonOfAnotherBotIsNotGenuine() {
        // Given
        String written = buttons.write(CHAT, MOVE);
        // When
        var read = new ButtonTokens(token("123457:canary-token")).read(CHAT, written);
        // Then
        assertThat(read).isEmpty();
    }

    @Test
    void eachChangedCharacterMakesItForged() {
        // Given
        String written = buttons.write(CHAT, MOVE);
        for (int i = 0; i < written.length(); i++) {
            char other = written.charAt(i) == 'x' ? 'y' : 'x';
            // When
            var read = buttons.read(CHAT, written.substring(0, i) + other + written.substring(i + 1));
            // Then
            assertThat(read).isEmpty();
        }
    }

    @Test
    void eachTruncationMakesItForged() {
        // Given
        String written = buttons.write(CHAT, MOVE);
        for (int length = 0; length < written.length(); length++) {
            // When
            var read = buttons.read(CHAT, written.substring(0, length));
            // Then
            assertThat(read).isEmpty();
        }
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "m", "m.", "....................", "m1.1.a\uD83D.............", "ⓜ1.1.aⓜⓜⓜⓜⓜⓜⓜⓜⓜⓜⓜⓜ"})
    void nonsenseIsForged(String token) {
        // When
        var read = buttons.read(CHAT, token);
        // Then
        assertThat(read).isEmpty();
    }

    @Test
    void anOverlongTextIsForged() {
        // When
        var read = buttons.read(CHAT, "m1.1." + "a".repeat(100_000));
        // Then
        assertThat(read).isEmpty();
    }

    @Test
    void whatDoesNotFitIsRefusedWhenWritten() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> buttons.write(CHAT, new Action.Order("results", "é")))
                .withMessageContaining("64");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> buttons.write(CHAT, new Action.Order("results", "a".repeat(60))));
    }

    private static BotToken token(String text) {
        return BotToken.of(text).orElseThrow();
    }
}
