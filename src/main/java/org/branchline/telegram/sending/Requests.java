package org.branchline.telegram.sending;

import java.util.List;
import org.branchline.conversation.Action;
import org.branchline.conversation.Button;
import org.branchline.conversation.Keyboard;
import org.branchline.conversation.Outgoing;
import org.branchline.telegram.BotApi;
import org.branchline.telegram.ButtonTokens;
import org.branchline.telegram.Multipart;
import org.branchline.telegram.WholeText;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.botapimethods.PartialBotApiMethod;
import org.telegram.telegrambots.meta.api.methods.send.SendDocument;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.send.SendPhoto;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageReplyMarkup;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;
import org.telegram.telegrambots.meta.api.objects.LinkPreviewOptions;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;

/** Our words as the Bot API's methods, for one chat. Texts go as they are, without a parse mode, so nothing needs escaping. */
final class Requests {

    private static final LinkPreviewOptions NO_PREVIEW =
            LinkPreviewOptions.builder().isDisabled(true).build();

    private final ButtonTokens buttons;
    private final long chat;
    private final boolean paid;

    /**
     * @param paid whether new messages are paid for, 0.1 Stars each beyond the free limit (Telegram: paid broadcasts)
     */
    Requests(ButtonTokens buttons, long chat, boolean paid) {
        this.buttons = buttons;
        this.chat = chat;
        this.paid = paid;
    }

    SendMessage message(Outgoing.Say say) {
        return SendMessage.builder()
                .chatId(chat)
                .text(WholeText.of(say.text()))
                .linkPreviewOptions(NO_PREVIEW)
                .replyMarkup(markup(say.keyboard()))
                .allowPaidBroadcast(paid ? true : null)
                .build();
    }

    EditMessageText edit(Outgoing.Edit edit) {
        return EditMessageText.builder()
                .chatId(chat)
                .messageId(Math.toIntExact(edit.message()))
                .text(WholeText.of(edit.text()))
                .linkPreviewOptions(NO_PREVIEW)
                .replyMarkup(markup(edit.keyboard()))
                .build();
    }

    EditMessageReplyMarkup rebutton(Outgoing.Rebutton rebutton) {
        return EditMessageReplyMarkup.builder()
                .chatId(chat)
                .messageId(Math.toIntExact(rebutton.message()))
                .replyMarkup(markup(rebutton.keyboard()))
                .build();
    }

    static Class<? extends PartialBotApiMethod<?>> method(boolean picture) {
        return picture ? SendPhoto.class : SendDocument.class;
    }

    private static String field(boolean picture) {
        return picture ? SendPhoto.PHOTO_FIELD : SendDocument.DOCUMENT_FIELD;
    }

    Multipart form(Outgoing.File file) {
        Multipart form = new Multipart()
                .field("chat_id", Long.toString(chat))
                .file(field(file.picture()), file.name(), file.mediaType(), file.content());
        return below(form, file.caption(), file.keyboard());
    }

    Multipart form(Outgoing.Stored stored) {
        Multipart form = new Multipart()
                .field("chat_id", Long.toString(chat))
                .field(field(stored.attached().picture()), stored.attached().file());
        return below(form, stored.caption(), stored.keyboard());
    }

    private Multipart below(Multipart form, String caption, Keyboard keyboard) {
        if (!caption.isEmpty()) {
            form.field(SendDocument.CAPTION_FIELD, WholeText.of(caption));
        }
        if (paid) {
            form.field("allow_paid_broadcast", "true");
        }
        @Nullable InlineKeyboardMarkup markup = markup(keyboard);
        return markup == null ? form : form.field("reply_markup", BotApi.json(markup));
    }

    // Without a markup an edit takes the old buttons away.
    private @Nullable InlineKeyboardMarkup markup(Keyboard keyboard) {
        if (keyboard.isEmpty()) {
            return null;
        }
        return InlineKeyboardMarkup.builder()
                .keyboard(keyboard.rows().stream().map(this::row).toList())
                .build();
    }

    private InlineKeyboardRow row(List<Button> row) {
        return new InlineKeyboardRow(row.stream().map(this::button).toList());
    }

    private InlineKeyboardButton button(Button button) {
        InlineKeyboardButton made = new InlineKeyboardButton(WholeText.of(button.label()));
        if (button.action() instanceof Action.Open open) {
            made.setUrl(open.url());
        } else {
            made.setCallbackData(buttons.write(chat, button.action()));
        }
        return made;
    }
}
