package org.branchline.workspace;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.branchline.playbooks.Version;

/**
 * The text files of one organisation's folder, in memory.
 *
 * @param root how the folder is called in problems, empty or ending in a slash
 * @param byPath content by path below the root, with slashes
 */
public record FileSet(String root, SortedMap<String, byte[]> byPath) {

    static final String ORGANISATION = "organisation.yaml";
    static final String BRANCHES = "branches.yaml";
    static final String LINKS = "links.yaml";
    static final String PROMPTS = "prompts.yaml";
    static final String PLAYBOOKS = "playbooks/";
    static final String DIALOGUES = "dialogues/";

    public FileSet {
        byPath = Collections.unmodifiableSortedMap(new TreeMap<>(byPath));
    }

    Optional<byte[]> file(String path) {
        return Optional.ofNullable(byPath.get(path));
    }

    /** The files below a folder that are read, sorted. */
    List<String> below(String folder) {
        return byPath.keySet().stream()
                .filter(path -> path.startsWith(folder) && path.endsWith(".yaml"))
                .toList();
    }

    /** The path as it is told to people. */
    String shown(String path) {
        return root + path;
    }

    /** Changes with any file's name or content. */
    public String hash() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (Map.Entry<String, byte[]> file : byPath.entrySet()) {
            byte[] head = (file.getKey() + ' ' + Version.of(file.getValue()) + '\n').getBytes(StandardCharsets.UTF_8);
            all.write(head, 0, head.length);
        }
        return Version.of(all.toByteArray());
    }
}
