package org.branchline.helm;

import com.marcnuri.helm.DryRun;
import com.marcnuri.helm.Helm;
import com.marcnuri.helm.LintResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;

/** A chart in a folder, and Helm to look at it. */
record Chart(Path folder) {

    static final Chart OURS = new Chart(Path.of("helm", "branchline").toAbsolutePath());

    static final String RELEASE = "branchline";
    static final String NAMESPACE = "campaign";

    /** The oldest the chart is for. */
    private static final String KUBERNETES = "v1.30.0";

    /** By this annotation Helm knows a hook. */
    private static final String HOOK = "helm.sh/hook";

    private static final String SHOWN = "shown." + HOOK;

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

    /** What Helm says where it must refuse values. */
    String refusal(String values) {
        return inFolder(temporary -> {
            Path file = Files.writeString(temporary.resolve("values.yaml"), values);
            try {
                render(file);
            } catch (IllegalStateException refused) {
                return refused.getMessage();
            }
            throw new AssertionError("Helm takes these values:\n" + values);
        });
    }

    /**
     * A copy of it.
     *
     * @param edit what becomes of a file, of its path below the chart and its text
     */
    Chart copy(Path to, BinaryOperator<String> edit) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path from : all.filter(Files::isRegularFile).toList()) {
                String below = folder.relativize(from).toString();
                Path target = to.resolve(below);
                Files.createDirectories(target.getParent());
                Files.writeString(target, edit.apply(below, Files.readString(from)));
            }
        }
        return new Chart(to);
    }

    private Rendered render(Path values) {
        // Helm as a library leaves hooks out of what it prints: in a copy they are none.
        String text = inFolder(temporary -> new Helm(copy(temporary, (file, content) -> content.replace(HOOK, SHOWN))
                        .folder())
                .template()
                .withKubeVersion(KUBERNETES)
                .withName(RELEASE)
                .withNamespace(NAMESPACE)
                .withValuesFile(values)
                .call());
        return Rendered.of(text.replace(SHOWN, HOOK), () -> notes(values));
    }

    private String notes(Path values) {
        String report = new Helm(folder)
                .install()
                .clientOnly()
                .dryRun()
                .withDryRunOption(DryRun.CLIENT)
                .withKubeVersion(KUBERNETES)
                .withName(RELEASE)
                .withNamespace(NAMESPACE)
                .withValuesFile(values)
                .call()
                .getOutput();
        return report.substring(report.indexOf("\nNOTES:"));
    }

    private interface InFolder<T> {
        T with(Path folder) throws IOException;
    }

    private static <T> T inFolder(InFolder<T> work) {
        try {
            Path folder = Files.createTempDirectory("chart");
            try {
                return work.with(folder);
            } finally {
                try (Stream<Path> all = Files.walk(folder)) {
                    for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(path);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
