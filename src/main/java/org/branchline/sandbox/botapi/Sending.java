package org.branchline.sandbox.botapi;

import java.util.Map;
import org.branchline.sandbox.chat.Bot;
import org.branchline.sandbox.chat.Chat;
import org.branchline.sandbox.chat.Content;
import org.branchline.sandbox.chat.Description;
import org.branchline.sandbox.chat.FileShelf;
import org.branchline.sandbox.chat.Media;
import org.branchline.sandbox.chat.Message;
import org.branchline.sandbox.chat.World;

/** New messages: texts, photos, documents, and the files behind them. */
final class Sending {

    private final World world;
    private final Chats chats;
    private final FileShelf files;

    Sending(World world, Chats chats, FileShelf files) {
        this.world = world;
        this.chats = chats;
        this.files = files;
    }

    void offer(Map<String, Method> methods) {
        methods.put("sendmessage", this::sendMessage);
        methods.put("sendphoto", (bot, call) -> sendFile(bot, call, "photo"));
        methods.put("senddocument", (bot, call) -> sendFile(bot, call, "document"));
        methods.put("getfile", this::getFile);
    }

    private Outcome sendMessage(Bot bot, Call call) {
        Content content = Wording.text(call);
        return send(bot, chats.writable(bot, call), content);
    }

    private Outcome sendFile(Bot bot, Call call, String kind) {
        Chat chat = chats.writable(bot, call);
        FileShelf.Stored file = file(call, kind);
        return send(bot, chat, Wording.caption(call, Media.of(file, kind.equals("photo"))));
    }

    private Outcome send(Bot bot, Chat chat, Content content) {
        Message message = world.add(bot, chat, true, bot.id(), 0, content);
        return Outcome.done(Description.message(world, bot, chat, message));
    }

    private FileShelf.Stored file(Call call, String kind) {
        Call.Upload upload = call.files().get(kind);
        if (upload == null && call.text(kind).startsWith("attach://")) {
            upload = call.files().get(call.text(kind).substring("attach://".length()));
        }
        if (upload != null) {
            if (upload.bytes().length == 0) {
                throw RefusedException.badRequest("file must be non-empty");
            }
            return files.put(
                    upload.name(), upload.type(), upload.bytes(), world.ticker().millis());
        }
        if (!call.has(kind)) {
            throw RefusedException.badRequest("there is no " + kind + " in the request");
        }
        FileShelf.Stored known = files.get(call.text(kind));
        if (known == null) {
            throw RefusedException.badRequest("wrong file identifier/HTTP URL specified");
        }
        return known;
    }

    private Outcome getFile(Bot bot, Call call) {
        FileShelf.Stored file = files.get(call.text("file_id"));
        if (file == null) {
            return Outcome.badRequest("invalid file_id");
        }
        return Outcome.done(Media.file(file).put("file_path", "documents/" + file.id()));
    }
}
