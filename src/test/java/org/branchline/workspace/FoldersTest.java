package org.branchline.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FoldersTest {

    @TempDir
    Path folder;

    @Test
    void findsOneOrganisation() throws IOException {
        // Given
        write("organisation.yaml");
        write("playbooks/visits.yaml");
        write("playbooks/.visits.yaml.swp");
        write("notes.txt");

        // When
        Folders folders = Folders.at(folder);

        // Then
        assertThat(folders.problems()).isEmpty();
        assertThat(folders.found()).singleElement().satisfies(files -> assertThat(
                        files.byPath().keySet())
                .containsExactly("organisation.yaml", "playbooks/visits.yaml"));
    }

    @Test
    void readsEachFileOfMountedConfigMapsOnce() throws IOException {
        // Given
        mount("", "organisation.yaml");
        mount("playbooks/", "visits.yaml");

        // When
        Folders folders = Folders.at(folder);

        // Then
        assertThat(folders.problems()).isEmpty();
        assertThat(folders.found()).singleElement().satisfies(files -> assertThat(
                        files.byPath().keySet())
                .containsExactly("organisation.yaml", "playbooks/visits.yaml"));
    }

    @Test
    void findsSeveralOrganisations() throws IOException {
        // Given
        write("chess/organisation.yaml");
        write("go/organisation.yaml");
        write("other/notes.yaml");

        // When
        Folders folders = Folders.at(folder);

        // Then
        assertThat(folders.problems()).isEmpty();
        assertThat(folders.found()).extracting(FileSet::root).containsExactly("chess/", "go/");
    }

    @Test
    void saysWhatIsMissing() throws IOException {
        // Given
        write("file");

        // Then
        assertThat(Folders.at(folder.resolve("nowhere")).problems())
                .singleElement()
                .hasToString(folder.resolve("nowhere")
                        + ":1: There is no such folder. Give the folder that holds organisation.yaml.");
        assertThat(Folders.at(folder.resolve("file")).problems())
                .singleElement()
                .hasToString(folder.resolve("file")
                        + ":1: This is a file, not a folder. Give the folder that holds organisation.yaml.");
        assertThat(Folders.at(folder).problems())
                .singleElement()
                .hasToString(folder.resolve("organisation.yaml")
                        + ":1: The file is missing. Write it, or give the folder that holds it.");
    }

    /** As the kubelet lays a ConfigMap out: the files in a dated folder, a link to that, and links through it. */
    private void mount(String at, String file) throws IOException {
        write(at + "..2027_01_01_12_00_00.123/" + file);
        Files.createSymbolicLink(folder.resolve(at + "..data"), Path.of("..2027_01_01_12_00_00.123"));
        Files.createSymbolicLink(folder.resolve(at + file), Path.of("..data", file));
    }

    private void write(String path) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "x\n");
    }
}
