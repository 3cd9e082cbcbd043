package org.branchline.sandbox.chat;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Pictures and documents as the Bot API writes them in a message. */
public final class Media {

    private Media() {}

    /** The fields {@code photo}, with one size, or {@code document}. */
    public static ObjectNode of(FileShelf.Stored file, boolean picture) {
        ObjectNode media = Json.object();
        if (picture) {
            PictureSize size = PictureSize.of(file.bytes());
            media.putArray("photo").add(file(file).put("width", size.width()).put("height", size.height()));
        } else {
            media.set("document", file(file).put("file_name", file.name()).put("mime_type", file.type()));
        }
        return media;
    }

    /** What every file has. */
    public static ObjectNode file(FileShelf.Stored file) {
        return Json.object()
                .put("file_id", file.id())
                .put("file_unique_id", "U" + file.id())
                .put("file_size", file.bytes().length);
    }
}
