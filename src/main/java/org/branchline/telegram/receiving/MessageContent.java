package org.branchline.telegram.receiving;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.branchline.conversation.Attached;
import org.branchline.conversation.Incoming.Sent.Kind;
import org.branchline.intake.What;
import org.branchline.telegram.WholeText;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/** What a message holds. */
final class MessageContent {

    private static final Pattern COMMAND =
            Pattern.compile("/([A-Za-z0-9_]{1,64})(?:@([A-Za-z0-9_]{1,64}))?(?:\\s+(.*))?", Pattern.DOTALL);

    private MessageContent() {}

    /** @param userName the bot's own, without {@code @}, null while unknown */
    static What of(Message message, @Nullable String userName) {
        if (message.getMessageId() == null) {
            return new What.Nothing("message without a number");
        }
        @Nullable String text = message.getText();
        if (text != null) {
            return written(message.getMessageId(), WholeText.of(text), repliedTo(message), userName);
        }
        return service(message) ? new What.Nothing("service message") : sent(message);
    }

    static What edited(Message message) {
        return message.getMessageId() == null || message.getText() == null
                ? new What.Nothing("edited_message")
                : new What.Edited(message.getMessageId(), WholeText.of(message.getText()));
    }

    private static long repliedTo(Message message) {
        @Nullable Message original = message.getReplyToMessage();
        return original == null || original.getMessageId() == null ? 0 : original.getMessageId();
    }

    private static What written(long message, String text, long repliedTo, @Nullable String userName) {
        if (!text.startsWith("/")) {
            return new What.Text(message, text, repliedTo);
        }
        Matcher command = COMMAND.matcher(text.stripTrailing());
        if (!command.matches()) {
            return new What.Text(message, text, repliedTo);
        }
        @Nullable String addressee = command.group(2);
        if (addressee != null && userName != null && !addressee.equalsIgnoreCase(userName)) {
            return new What.Nothing("command of another bot");
        }
        @Nullable String argument = command.group(3);
        return new What.Command(
                message, command.group(1).toLowerCase(Locale.ROOT), argument == null ? "" : argument.strip());
    }

    private static What sent(Message message) {
        Kind kind = kind(message);
        @Nullable String caption = message.getCaption();
        return new What.Sent(
                message.getMessageId(), kind, caption == null ? "" : WholeText.of(caption), attached(message, kind));
    }

    private static @Nullable Attached attached(Message message, Kind kind) {
        if (message.hasPhoto()) {
            // The sizes come from the smallest to the largest.
            @Nullable
            String file = message.getPhoto().get(message.getPhoto().size() - 1).getFileId();
            return file == null ? null : new Attached(file, true);
        }
        boolean document = kind == Kind.FILE && message.getDocument().getFileId() != null;
        return document ? new Attached(message.getDocument().getFileId(), false) : null;
    }

    // An animation also comes as a document, so the order counts.
    private static Kind kind(Message message) {
        if (message.hasVoice() || message.hasAudio() || message.hasVideoNote()) {
            return Kind.VOICE;
        }
        if (message.hasPhoto() || message.hasAnimation() || message.hasVideo() || message.hasLivePhoto()) {
            return Kind.PICTURE;
        }
        if (message.hasSticker()) {
            return Kind.STICKER;
        }
        if (message.hasLocation() || message.getVenue() != null) {
            return Kind.LOCATION;
        }
        if (message.hasContact()) {
            return Kind.CONTACT;
        }
        return message.hasDocument() ? Kind.FILE : Kind.OTHER;
    }

    /** Whether Telegram says something about the chat. Kinds nobody knows yet are taken for a person's, who is owed an answer. */
    private static boolean service(Message message) {
        return message.getPinnedMessage() != null
                || message.getMessageAutoDeleteTimerChanged() != null
                || message.getWriteAccessAllowed() != null
                || message.getConnectedWebsite() != null
                || (message.getNewChatMembers() != null
                        && !message.getNewChatMembers().isEmpty())
                || message.getLeftChatMember() != null
                || message.getNewChatTitle() != null
                || (message.getNewChatPhoto() != null
                        && !message.getNewChatPhoto().isEmpty())
                || message.getMigrateToChatId() != null
                || message.getMigrateFromChatId() != null
                || Boolean.TRUE.equals(message.getDeleteChatPhoto())
                || Boolean.TRUE.equals(message.getGroupchatCreated())
                || Boolean.TRUE.equals(message.getSuperGroupCreated())
                || Boolean.TRUE.equals(message.getChannelChatCreated())
                || message.hasVideoChatStarted()
                || message.hasVideoChatEnded()
                || message.hasForumTopicCreated();
    }
}
