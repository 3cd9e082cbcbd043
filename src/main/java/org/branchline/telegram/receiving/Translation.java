package org.branchline.telegram.receiving;

import org.branchline.conversation.Action;
import org.branchline.conversation.Keyboard;
import org.branchline.intake.Arrival;
import org.branchline.intake.What;
import org.branchline.roster.Bot;
import org.branchline.telegram.ButtonTokens;
import org.branchline.telegram.WholeText;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.CallbackQuery;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.api.objects.chat.Chat;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMemberUpdated;
import org.telegram.telegrambots.meta.api.objects.message.MaybeInaccessibleMessage;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/** One bot's updates in our words. Whatever Telegram's documents promise may be missing. */
final class Translation {

    private static final String PRIVATE = "private";

    private final Bot bot;
    private final ButtonTokens buttons;
    private final @Nullable String userName;

    Translation(Bot bot, ButtonTokens buttons, @Nullable String userName) {
        this.bot = bot;
        this.buttons = buttons;
        this.userName = userName;
    }

    Arrival of(Update update, byte[] raw) {
        long number = update.getUpdateId();
        @Nullable Message message = update.getMessage();
        if (message != null) {
            return arrival(number, message.getChat(), message.getFrom(), MessageContent.of(message, userName), raw);
        }
        @Nullable Message edited = update.getEditedMessage();
        if (edited != null) {
            return arrival(number, edited.getChat(), edited.getFrom(), MessageContent.edited(edited), raw);
        }
        @Nullable CallbackQuery press = update.getCallbackQuery();
        if (press != null) {
            return press(number, press, raw);
        }
        @Nullable ChatMemberUpdated membership = update.getMyChatMember();
        if (membership != null) {
            return arrival(number, membership.getChat(), membership.getFrom(), reachable(membership), raw);
        }
        return arrival(number, null, null, new What.Nothing("unknown"), raw);
    }

    private Arrival press(long number, CallbackQuery press, byte[] raw) {
        @Nullable MaybeInaccessibleMessage message = press.getMessage();
        @Nullable Chat chat = message == null ? null : message.getChat();
        @Nullable User from = press.getFrom();
        if (press.getId() == null || (chat == null && from == null)) {
            return arrival(number, chat, from, new What.Nothing("press of nobody"), raw);
        }
        // Only a message of an inline query names no chat; we send none, so the token of such a press is not genuine.
        Chat where = chat == null ? new Chat(from.getId(), PRIVATE) : chat;
        @Nullable Message shown = message instanceof Message whole && whole.getMessageId() != null ? whole : null;
        @Nullable
        Action action = where.getId() == null
                ? null
                : buttons.read(where.getId(), press.getData()).orElse(null);
        What what = new What.Press(
                press.getId(),
                shown == null ? 0 : shown.getMessageId(),
                action,
                // What stands below a question of a run, the run itself knows.
                shown != null && action instanceof Action.Order
                        ? ShownButtons.of(buttons, where.getId(), shown)
                        : Keyboard.NONE);
        return arrival(number, where, from, what, raw);
    }

    private static What reachable(ChatMemberUpdated membership) {
        @Nullable Chat chat = membership.getChat();
        if (chat == null || !PRIVATE.equals(chat.getType()) || membership.getNewChatMember() == null) {
            return new What.Nothing("my_chat_member");
        }
        @Nullable String status = membership.getNewChatMember().getStatus();
        return new What.Reachable(!"kicked".equals(status) && !"left".equals(status));
    }

    private Arrival arrival(long number, @Nullable Chat chat, @Nullable User from, What what, byte[] raw) {
        if (chat == null || chat.getId() == null) {
            return new Arrival(bot, number, 0, false, 0, "", null, new What.Nothing("no chat"), raw);
        }
        boolean inPrivate = PRIVATE.equals(chat.getType());
        return new Arrival(
                bot,
                number,
                chat.getId(),
                inPrivate,
                user(chat, inPrivate, from),
                firstName(from),
                from == null || from.getLanguageCode() == null ? null : WholeText.of(from.getLanguageCode()),
                what,
                raw);
    }

    private static long user(Chat chat, boolean inPrivate, @Nullable User from) {
        if (from != null && from.getId() != null) {
            return from.getId();
        }
        return inPrivate ? chat.getId() : 0;
    }

    private static String firstName(@Nullable User from) {
        return from == null || from.getFirstName() == null ? "" : WholeText.of(from.getFirstName());
    }
}
