package org.branchline.shipping;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The image that {@code mvn -Pimage verify} has just built. */
@Tag("image")
class ImageIT {

    private static final int MEGABYTE = 1_000_000;

    /** Layers: the user and its folder, the libraries, the service. */
    private static final int OURS = 3;

    private static ImageTar image;

    @BeforeAll
    static void read() throws IOException {
        image = ImageTar.read(Path.of("target", "image.tar"));
    }

    @Test
    void starts_the_service_with_the_options_we_ship() throws IOException {
        // Given
        List<String> expected = new ArrayList<>(List.of("java"));
        expected.addAll(ServiceOptions.withoutArchive());
        expected.addAll(List.of("-jar", "/app/quarkus-run.jar"));

        // When
        List<String> entrypoint = image.texts("Entrypoint");

        // Then
        assertThat(entrypoint).isEqualTo(expected);
    }

    @Test
    void takes_what_comes_after_its_name_as_a_command() {
        // Given the entrypoint above

        // When
        List<String> command = image.texts("Cmd");

        // Then nothing stands where the argument goes
        assertThat(command).isEmpty();
    }

    @Test
    void runs_as_the_user_whom_the_chart_names() throws IOException {
        // Given
        Matcher user = Pattern.compile("(?m)^user: (\\d+)$")
                .matcher(Files.readString(Path.of("helm", "branchline", "values.yaml")));
        assertThat(user.find()).isTrue();
        String number = user.group(1);

        // When
        String runsAs = image.text("User");

        // Then Postgres asks who that is
        assertThat(runsAs).isEqualTo(number + ":" + number);
        assertThat(image.content("etc/passwd")).contains("branchline:x:" + number + ":" + number + ":");
        assertThat(image.content("etc/group")).contains("branchline:x:" + number + ":");
    }

    @Test
    void listens_and_keeps_its_data_where_the_chart_expects_it() {
        // Given helm/branchline/templates/deployment.yaml

        // When
        List<String> variables = image.texts("Env");

        // Then
        assertThat(variables).contains("DATA_DIR=/data");
        assertThat(image.config().at("/config/Volumes").has("/data")).isTrue();
        assertThat(image.config().at("/config/ExposedPorts").has("8080/tcp")).isTrue();
        assertThat(image.text("WorkingDir")).isEqualTo("/app");
    }

    @Test
    void says_what_it_is() throws IOException {
        // Given
        String jar = service().files().stream()
                .filter(file -> file.startsWith("app/app/branchline-"))
                .findFirst()
                .orElseThrow();

        // When
        String version = image.label("version");

        // Then
        assertThat(jar).isEqualTo("app/app/branchline-" + version + ".jar");
        assertThat(image.label("title")).isEqualTo("Branchline");
        assertThat(image.label("source")).startsWith("https://");
        assertThat(image.label("licenses")).isEqualTo("Apache-2.0");
        assertThat(image.label("revision")).isEqualTo(head());
        assertThat(image.config().path("created").asText()).startsWith("20");
    }

    @Test
    void an_update_fetches_the_service_and_nothing_else() {
        // Given
        List<String> ours = List.of("app/app/", "app/quarkus/", "app/quarkus-run.jar");

        // When
        List<String> files = service().files();

        // Then
        assertThat(files).isNotEmpty().allMatch(file -> ours.stream().anyMatch(file::startsWith));
        assertThat(service().bytes()).isLessThan(10 * MEGABYTE);
        assertThat(image.layers().subList(0, image.layers().size() - 1))
                .flatMap(ImageTar.Layer::files)
                .noneMatch(file -> ours.stream().anyMatch(file::startsWith))
                .anyMatch(file -> file.startsWith("app/lib/main/io.quarkus."));
    }

    @Test
    void nobody_may_change_it_or_become_somebody_else_in_it() {
        // Given what lies over the base
        Stream<ImageTar.Entry> ours =
                image
                        .layers()
                        .subList(image.layers().size() - OURS, image.layers().size())
                        .stream()
                        .flatMap(layer -> layer.entries().stream());

        // When
        Stream<ImageTar.Entry> loose =
                ours.filter(entry -> entry.owner() != 0 || entry.othersWrite() || entry.becomesAnother());

        // Then only the folder that a volume takes the rights of is open
        assertThat(loose.map(ImageTar.Entry::path)).containsExactly("data");
    }

    @Test
    void brings_java_letters_and_certificates_and_no_compiler() {
        // Given the base's layer

        // When
        List<String> files = image.entries().map(ImageTar.Entry::path).toList();

        // Then
        assertThat(files)
                .anyMatch(file -> file.endsWith("/lib/server/libjvm.so"))
                .anyMatch(file -> file.endsWith(".ttf"))
                .anyMatch(file -> file.startsWith("usr/share/zoneinfo/"))
                .contains("etc/ssl/certs/ca-certificates.crt")
                .noneMatch(file -> file.endsWith("/javac"));
    }

    private static String head() throws IOException {
        Process git = new ProcessBuilder("git", "rev-parse", "HEAD").start();
        return new String(git.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
    }

    private static ImageTar.Layer service() {
        return image.layers().get(image.layers().size() - 1);
    }
}
