package org.branchline.workspace;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import java.util.TreeMap;

/** The workspaces inside the jar. Folders of a class path cannot be listed, so an index names their files. */
final class Bundled {

    static final String LABOUR_INTERNATIONAL = "labour-international";

    private Bundled() {}

    /** The files of the workspace an installation has without one of its own. */
    static FileSet labourInternational() {
        String folder = "/workspaces/" + LABOUR_INTERNATIONAL + "/";
        SortedMap<String, byte[]> files = new TreeMap<>();
        String index = new String(content(folder + "index"), StandardCharsets.UTF_8);
        index.lines().filter(line -> !line.isBlank()).forEach(path -> files.put(path, content(folder + path)));
        return new FileSet(LABOUR_INTERNATIONAL + "/", files);
    }

    private static byte[] content(String resource) {
        try (InputStream stream = Bundled.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new IllegalStateException("The jar lacks " + resource);
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
