package org.branchline.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.branchline.sandbox.chat.Journal;
import org.branchline.sandbox.chat.Json;
import org.branchline.sandbox.chat.Restore;
import org.branchline.sandbox.chat.World;

/**
 * Appends a line per change on a thread of its own. At a start the lines are read, and replaced by the fewest that say the
 * same; a half-written last line is passed over.
 */
final class FileJournal implements Journal {

    private final Path file;
    private final ExecutorService writing = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "sandbox-journal");
        thread.setDaemon(true);
        return thread;
    });

    private StringBuilder lines = new StringBuilder();
    private boolean asked;

    FileJournal(Path folder) throws IOException {
        Files.createDirectories(folder);
        file = file(folder);
    }

    private static Path file(Path folder) {
        return folder.resolve("journal.jsonl");
    }

    /** Whether somebody was ever made in the world that a folder keeps; true where that cannot be read. */
    static boolean hasPeople(Path folder) {
        if (!Files.exists(file(folder))) {
            return false;
        }
        try (Stream<String> all = Files.lines(file(folder), StandardCharsets.UTF_8)) {
            return all.anyMatch(line -> line.startsWith("{\"person\""));
        } catch (IOException | UncheckedIOException unreadable) {
            // Who wrote so much was there.
            return true;
        }
    }

    ExecutorService writing() {
        return writing;
    }

    /** Fills the world, then writes its shortest description in place of the old file. */
    void restore(World world) throws IOException {
        if (Files.exists(file)) {
            try (Stream<String> all = Files.lines(file, StandardCharsets.UTF_8)) {
                all.forEach(line -> {
                    ObjectNode json = Json.readObject(line);
                    if (json != null) {
                        Restore.apply(world, json);
                    }
                });
            }
        }
        Path fresh = file.resolveSibling("journal.new");
        try (BufferedWriter out = Files.newBufferedWriter(fresh, StandardCharsets.UTF_8)) {
            Restore.describe(world, line -> append(out, line));
        }
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public boolean keeps() {
        return true;
    }

    @Override
    public synchronized void write(ObjectNode line) {
        lines.append(Json.text(line)).append('\n');
        if (!asked) {
            asked = true;
            writing.execute(this::flush);
        }
    }

    @Override
    public void close() {
        writing.shutdown();
        try {
            if (!writing.awaitTermination(5, TimeUnit.SECONDS)) {
                throw new IllegalStateException("the sandbox's journal could not be written in 5 s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void flush() {
        String text;
        synchronized (this) {
            text = lines.toString();
            lines = new StringBuilder();
            asked = false;
        }
        try {
            Files.writeString(file, text, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void append(BufferedWriter out, ObjectNode line) {
        try {
            out.write(Json.text(line));
            out.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
