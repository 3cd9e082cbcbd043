package org.branchline.shipping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * An image as {@code docker save} writes it.
 *
 * @param config what the image says of itself
 * @param layers lowest first
 */
record ImageTar(JsonNode config, List<Layer> layers) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** As Linux counts: set-user-id, set-group-id; writable for everybody. */
    private static final int BECOMES_ANOTHER = 06000;

    private static final int OTHERS_WRITE = 02;

    /** @param bytes packed, as it is fetched */
    record Layer(long bytes, List<Entry> entries) {

        List<String> files() {
            return entries.stream().filter(Entry::isFile).map(Entry::path).toList();
        }
    }

    /** @param content of small text files only, else empty */
    record Entry(String path, boolean isFile, boolean isLink, int mode, long owner, String content) {

        boolean becomesAnother() {
            return (mode & BECOMES_ANOTHER) != 0;
        }

        boolean othersWrite() {
            return !isLink && (mode & OTHERS_WRITE) != 0;
        }
    }

    static ImageTar read(Path file) throws IOException {
        Map<String, Layer> layers = new HashMap<>();
        Map<String, JsonNode> texts = new HashMap<>();
        try (InputStream bytes = new BufferedInputStream(Files.newInputStream(file));
                TarArchiveInputStream tar = new TarArchiveInputStream(bytes)) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                if (entry.getName().endsWith(".json")) {
                    texts.put(entry.getName(), JSON.readTree(tar.readAllBytes()));
                } else {
                    layers.put(entry.getName(), layer(entry.getSize(), tar));
                }
            }
        }
        JsonNode manifest = texts.get("manifest.json").path(0);
        return new ImageTar(
                texts.get(manifest.path("Config").asText()),
                StreamSupport.stream(manifest.path("Layers").spliterator(), false)
                        .map(name -> layers.get(name.asText()))
                        .toList());
    }

    List<String> texts(String name) {
        return StreamSupport.stream(config.path("config").path(name).spliterator(), false)
                .map(JsonNode::asText)
                .toList();
    }

    String text(String name) {
        return config.path("config").path(name).asText();
    }

    String label(String name) {
        return config.path("config")
                .path("Labels")
                .path("org.opencontainers.image." + name)
                .asText();
    }

    Stream<Entry> entries() {
        return layers.stream().flatMap(layer -> layer.entries().stream());
    }

    /** What stands in a file that no later layer replaced. */
    String content(String path) {
        return entries()
                .filter(entry -> entry.path().equals(path))
                .reduce((lower, upper) -> upper)
                .map(Entry::content)
                .orElseThrow(() -> new AssertionError(path + " is not in the image"));
    }

    private static Layer layer(long bytes, InputStream packed) throws IOException {
        List<Entry> entries = new ArrayList<>();
        // Not closed: the image goes on behind it.
        TarArchiveInputStream tar = new TarArchiveInputStream(new GZIPInputStream(packed));
        for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            String path = entry.getName().replaceFirst("/$", "");
            boolean readable = entry.isFile() && path.startsWith("etc/") && entry.getSize() < 10_000;
            entries.add(new Entry(
                    path,
                    entry.isFile(),
                    entry.isSymbolicLink() || entry.isLink(),
                    entry.getMode(),
                    entry.getLongUserId(),
                    readable ? new String(tar.readAllBytes(), StandardCharsets.UTF_8) : ""));
        }
        return new Layer(bytes, entries);
    }
}
