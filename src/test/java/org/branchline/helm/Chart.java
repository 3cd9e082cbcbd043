package org.branchline.helm;

import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A chart in a folder, and Helm to look at it. */
record Chart(Path folder) {

    static final Chart OURS = new Chart(Path.of("helm", "branchline").toAbsolutePath());

    static final String RELEASE = "branchline";
    static final String NAMESPACE = "campaign";

    /** What Helm finds wrong or doubtful about it. */
    LintResult lint() {
        return new Helm(folder).lint().strict().call();
    }

    /**
     * All it would install with a set of values from one of its own files.
     *
     * @throws IllegalStateException where Helm refuses, with its words
     */
    Rendered render(String file) {
        return render(folder.resolve(file));
    }

    /** The same with values of a test. */
    Rendered renderWith(String values) {
        try {
            Path file = Files.createTempFile("values", ".yaml");
            try {
                return render(Files.writeString(file, values));
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What Helm says where it must refuse values. */
    String refusal(String values) {
        try {
            renderWith(values);
        } catch (IllegalStateException refused) {
            return refused.getMessage();
        }
        throw new AssertionError("Helm takes these values:\n" + values);
    }

    private Rendered render(Path values) {
        // A dry run: unlike a template it also brings the hooks and the notes.
        return Rendered.of(new Helm(folder)
                .install()
                .clientOnly()
                .dryRun()
                .withDryRunOption("client")
                .debug()
                .withName(RELEASE)
                .withNamespace(NAMESPACE)
                .withValuesFile(values)
                .call()
                .getOutput());
    }
}
