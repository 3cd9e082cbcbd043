package org.branchline.sandbox.chat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Files that were sent. Without a folder only the latest are kept, at most {@value #KEPT}. */
public final class FileShelf {

    private static final int KEPT = 200;
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9]{1,40}");

    private final @Nullable Path folder;
    private final Executor writer;
    private final Map<String, Stored> stored = new LinkedHashMap<>();
    private long count;

    /** A file as it was sent; its type is a media type such as {@code image/png}. Never compared. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Stored(String id, String name, String type, byte[] bytes) {}

    public FileShelf(@Nullable Path folder, Executor writer) {
        this.folder = folder;
        this.writer = writer;
    }

    public Stored put(String name, String type, byte[] bytes, long millis) {
        Stored file = new Stored("F" + Long.toString(millis, 36) + "n" + ++count, name, type, bytes);
        stored.put(file.id, file);
        if (stored.size() > KEPT) {
            stored.remove(stored.keySet().iterator().next());
        }
        if (folder != null) {
            writer.execute(() -> write(folder, file));
        }
        return file;
    }

    public @Nullable Stored get(String id) {
        Stored file = stored.get(id);
        if (file != null || folder == null || !ID.matcher(id).matches()) {
            return file;
        }
        try {
            Path header = folder.resolve(id + ".name");
            if (!Files.exists(header)) {
                return null;
            }
            String[] lines = Files.readString(header).split("\n", 2);
            return new Stored(id, lines[1], lines[0], Files.readAllBytes(folder.resolve(id)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path folder, Stored file) {
        try {
            Files.createDirectories(folder);
            Files.write(folder.resolve(file.id), file.bytes);
            Files.writeString(folder.resolve(file.id + ".name"), file.type + "\n" + file.name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
