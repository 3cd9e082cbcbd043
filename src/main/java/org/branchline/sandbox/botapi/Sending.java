package org.branchline.sandbox.botapi;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.branchline.sandbox.chat.Bot;
import org.branchline.sandbox.chat.Chat;
import org.branchline.sandbox.chat.Content;
import org.branchline.sandbox.chat.Description;
import org.branchline.sandbox.chat.FileShelf;
import org.branchline.sandbox.chat.Json;
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
        ObjectNode media = Json.object();
        if (kind.equals("photo")) {
            PictureSize size = PictureSize.of(file.bytes());
            media.putArray("photo")
                    .add(described(file).put("width", size.width()).put("height", size.height()));
        } else {
            media.set("document", described(file).put("file_name", file.name()).put("mime_type", file.type()));
        }
        return send(bot, chat, Wording.caption(call, media));
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
        return Outcome.done(described(file).put("file_path", "documents/" + file.id()));
    }

    private static ObjectNode described(FileShelf.Stored file) {
        return Json.object()
                .put("file_id", file.id())
                .put("file_unique_id", "U" + file.id())
                .put("file_size", file.bytes().length);
    }
}
