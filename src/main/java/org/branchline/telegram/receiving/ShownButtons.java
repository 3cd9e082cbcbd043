package org.branchline.telegram.receiving;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.branchline.conversation.Action;
import org.branchline.conversation.Button;
import org.branchline.conversation.Keyboard;
import org.branchline.telegram.ButtonTokens;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;

/** The buttons below a message as the platform tells them with a press. */
final class ShownButtons {

    private ShownButtons() {}

    /** None where one of them is not ours: only what is known whole can be put there again. */
    static Keyboard of(ButtonTokens tokens, long chat, Message message) {
        @Nullable InlineKeyboardMarkup markup = message.getReplyMarkup();
        if (markup == null || markup.getKeyboard() == null) {
            return Keyboard.NONE;
        }
        List<List<Button>> rows = new ArrayList<>();
        for (List<InlineKeyboardButton> shown : markup.getKeyboard()) {
            List<Button> row = new ArrayList<>();
            for (InlineKeyboardButton button : shown) {
                Optional<Action> action = action(tokens, chat, button);
                if (action.isEmpty() || button.getText() == null) {
                    return Keyboard.NONE;
                }
                row.add(new Button(button.getText(), action.get()));
            }
            if (row.isEmpty()) {
                return Keyboard.NONE;
            }
            rows.add(row);
        }
        return new Keyboard(rows);
    }

    private static Optional<Action> action(ButtonTokens tokens, long chat, InlineKeyboardButton button) {
        @Nullable String url = button.getUrl();
        return url == null ? tokens.read(chat, button.getCallbackData()) : Optional.of(new Action.Open(url));
    }
}
