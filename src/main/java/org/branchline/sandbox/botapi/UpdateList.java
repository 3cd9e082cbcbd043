package org.branchline.sandbox.botapi;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.branchline.sandbox.updates.Update;

/** The answer to {@code getUpdates}, joined from the updates' bytes as they are. */
final class UpdateList {

    private static final byte[] BEGIN = "{\"ok\":true,\"result\":[".getBytes(StandardCharsets.UTF_8);
    private static final byte[] END = "]}".getBytes(StandardCharsets.UTF_8);

    private UpdateList() {}

    static byte[] write(List<Update> updates) {
        ByteArrayOutputStream all = new ByteArrayOutputStream(256 + updates.size() * 512);
        all.writeBytes(BEGIN);
        boolean first = true;
        for (Update update : updates) {
            if (!first) {
                all.write(',');
            }
            first = false;
            all.writeBytes(update.body());
        }
        all.writeBytes(END);
        return all.toByteArray();
    }
}
