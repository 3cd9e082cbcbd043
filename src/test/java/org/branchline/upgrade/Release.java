package org.branchline.upgrade;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A release as it is kept among the test resources: the number of its newest migration, the key of its rows, the rows.
 *
 * @param name as its git tag
 * @param schema the number of its newest migration
 * @param digest of its migrations, which are never edited
 * @param key the {@code DATA_KEY} that its rows were encrypted with, in base64
 * @param gone tables whose rows a later migration took away, each with the reason
 */
record Release(String name, int schema, String digest, String key, Map<String, String> gone) {

    static final Path FOLDER = Path.of("src", "test", "resources", "releases");

    private static final String FILE = "release.properties";
    private static final String GONE = "gone.";

    Path rows() {
        return FOLDER.resolve(name).resolve("rows.sql");
    }

    /** All that were recorded, the oldest first. */
    static List<Release> all() {
        try (Stream<Path> folders = Files.list(FOLDER)) {
            return folders.filter(folder -> Files.exists(folder.resolve(FILE)))
                    .map(Release::read)
                    .sorted(Comparator.comparing(release -> Runtime.Version.parse(release.name.substring(1))))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Release read(Path folder) {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(folder.resolve(FILE))) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> gone = new TreeMap<>();
        properties.stringPropertyNames().stream()
                .filter(key -> key.startsWith(GONE))
                .forEach(key -> gone.put(key.substring(GONE.length()), properties.getProperty(key)));
        return new Release(
                folder.getFileName().toString(),
                Integer.parseInt(properties.getProperty("schema")),
                properties.getProperty("digest"),
                properties.getProperty("key"),
                gone);
    }

    /** Keeps all but its rows. */
    void write() throws IOException {
        Files.createDirectories(FOLDER.resolve(name));
        try (Writer writer = Files.newBufferedWriter(FOLDER.resolve(name).resolve(FILE))) {
            writer.write("# The key opens these made-up rows and nothing else.\n");
            writer.write("schema=" + schema + "\ndigest=" + digest + "\nkey=" + key + "\n");
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
