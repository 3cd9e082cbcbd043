package org.branchline.telegram;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import org.branchline.conversation.Action;
import org.jspecify.annotations.Nullable;

/**
 * What a button of one bot carries: its action as a short text, signed for one chat, so that a press is genuine only
 * where the button was shown. At most 64 bytes (Telegram: callback_data).
 */
public final class ButtonTokens {

    /** Telegram: callback_data holds 1-64 bytes. */
    static final int LONGEST = 64;

    private static final int RADIX = 36;
    private static final int SIGNATURE_BYTES = 9;
    private static final int SIGNATURE = 12;
    private static final Text TEXT = new Text();
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

    private final long bot;
    private final ThreadLocal<Mac> mac;

    public ButtonTokens(BotToken token) {
        byte[] key = token.key("button");
        this.bot = token.bot();
        this.mac = ThreadLocal.withInitial(() -> Hmac.keyed(key));
    }

    /**
     * The text a button carries.
     *
     * @throws IllegalArgumentException where the action is too long, not ASCII, or opens a page
     */
    public String write(long chat, Action action) {
        String text = action.of(TEXT);
        String token = text + signature(chat, text);
        if (token.length() > LONGEST || !token.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw new IllegalArgumentException("A button's action does not fit into " + LONGEST + " ASCII characters");
        }
        return token;
    }

    /** The action a press carries; empty where the text was not written by this bot for this chat. */
    public Optional<Action> read(long chat, @Nullable String token) {
        if (token == null || token.length() <= SIGNATURE || token.length() > LONGEST) {
            return Optional.empty();
        }
        String text = token.substring(0, token.length() - SIGNATURE);
        byte[] claimed = token.substring(text.length()).getBytes(StandardCharsets.UTF_8);
        byte[] right = signature(chat, text).getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(claimed, right) ? Optional.of(action(text)) : Optional.empty();
    }

    private static final class Text implements Action.Cases<String> {
        @Override
        public String move(Action.Move move) {
            return "m" + Long.toString(move.run(), RADIX) + "." + Integer.toString(move.step(), RADIX) + "."
                    + move.choice();
        }

        @Override
        public String order(Action.Order order) {
            return "o" + order.command() + "." + order.argument();
        }

        @Override
        public String open(Action.Open open) {
            throw new IllegalArgumentException("A page is opened by its address, not by a token");
        }
    }

    // The signature vouches for the shape: only texts written above get here.
    private static Action action(String text) {
        int first = text.indexOf('.');
        if (text.charAt(0) == 'o') {
            return new Action.Order(text.substring(1, first), text.substring(first + 1));
        }
        int second = text.indexOf('.', first + 1);
        return new Action.Move(
                Long.parseLong(text, 1, first, RADIX),
                Integer.parseInt(text, first + 1, second, RADIX),
                text.substring(second + 1));
    }

    private String signature(long chat, String text) {
        byte[] signed = text.getBytes(StandardCharsets.UTF_8);
        byte[] full = mac.get()
                .doFinal(ByteBuffer.allocate(2 * Long.BYTES + signed.length)
                        .putLong(bot)
                        .putLong(chat)
                        .put(signed)
                        .array());
        return ENCODER.encodeToString(Arrays.copyOf(full, SIGNATURE_BYTES));
    }
}
