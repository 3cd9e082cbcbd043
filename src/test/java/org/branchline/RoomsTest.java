package org.branchline;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rooms and what each may touch, as the README's map of the rooms has them. */
class RoomsTest {

    private static final String ROOT = "org.branchline.";
    private static final JavaClasses OURS = new ClassFileImporter().importPath(Path.of("target/classes"));

    @ParameterizedTest
    @CsvSource({
        "conversation,",
        "calendar,",
        "database,",
        "roster, calendar database",
        "playbooks, conversation database",
        "delivery, conversation calendar roster database",
        "intake, conversation calendar database roster playbooks delivery",
        "campaign, conversation calendar database roster playbooks delivery intake",
        "workspace, conversation calendar database roster playbooks delivery intake campaign",
        "privacy, conversation calendar database roster playbooks delivery intake campaign workspace",
        "telegram, conversation database roster delivery intake",
        "desk, conversation calendar database roster playbooks delivery intake campaign workspace privacy",
        "ops, conversation database roster delivery intake campaign",
        "sandbox,"
    })
    void a_room_touches_only_what_its_row_names(String room, String others) {
        // Given
        List<String> allowed = new ArrayList<>(List.of(ROOT + room + ".."));
        if (others != null) {
            Arrays.stream(others.split(" ")).map(other -> ROOT + other + "..").forEach(allowed::add);
        }

        // Then
        noClasses()
                .that()
                .resideInAPackage(ROOT + room + "..")
                .should()
                .dependOnClassesThat(resideInAPackage(ROOT + ".")
                        .and(DescribedPredicate.not(resideInAnyPackage(allowed.toArray(String[]::new)))))
                .allowEmptyShould(true)
                .check(OURS);
    }

    @Test
    void no_room_reaches_itself_through_others() {
        slices().matching(ROOT + "(*)..").should().beFreeOfCycles().check(OURS);
    }

    @Test
    void no_package_reaches_itself_through_others() {
        slices().matching(ROOT + "(**)").should().beFreeOfCycles().check(OURS);
    }

    @ParameterizedTest
    @CsvSource({
        "intake,",
        "intake.answering, intake",
        "intake.door, intake",
        "intake.waiting, intake",
        "intake.job, intake intake.door intake.waiting",
        "intake.own, intake",
        "intake.joining, intake intake.own"
    })
    void a_package_of_intake_touches_only_what_its_row_names_of_the_others(String one, String others) {
        // Given
        List<String> allowed = new ArrayList<>(List.of(ROOT + one));
        if (others != null) {
            Arrays.stream(others.split(" ")).map(other -> ROOT + other).forEach(allowed::add);
        }

        // Then
        noClasses()
                .that()
                .resideInAPackage(ROOT + one)
                .should()
                .dependOnClassesThat(resideInAPackage(ROOT + "intake..")
                        .and(DescribedPredicate.not(resideInAnyPackage(allowed.toArray(String[]::new)))))
                .check(OURS);
    }

    @Test
    void what_is_said_is_decided_by_the_jdk_and_cel_alone() {
        classes()
                .that()
                .resideInAPackage(ROOT + "conversation..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(ROOT + "conversation..", "java..", "dev.cel..", "org.jspecify..")
                .check(OURS);
        noClasses()
                .that()
                .resideInAPackage(ROOT + "conversation..")
                .should()
                .dependOnClassesThat()
                .haveNameMatching("java\\.util\\.(Random|UUID|logging\\..*)|java\\.security\\.SecureRandom")
                .check(OURS);
    }

    @Test
    void the_calendar_is_made_of_the_jdk_and_lib_recur_alone() {
        classes()
                .that()
                .resideInAPackage(ROOT + "calendar..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(ROOT + "calendar..", "java..", "org.dmfs.rfc5545..", "org.jspecify..")
                .check(OURS);
    }

    @Test
    void only_the_calendar_knows_lib_recur() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "calendar..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.dmfs..")
                .check(OURS);
    }

    @Test
    void only_what_traces_knows_open_telemetry() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "database.trace..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.opentelemetry..")
                .check(OURS);
    }

    @Test
    void only_one_room_knows_telegram() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "telegram..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.telegram..")
                .check(OURS);
    }

    @Test
    void rules_are_told_the_time() {
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + "database..", ROOT + "sandbox..")
                .should()
                .callMethodWhere(new DescribedPredicate<JavaCall<?>>("asks the machine for the time") {
                    @Override
                    public boolean test(JavaCall<?> call) {
                        String asked = call.getTarget().getFullName();
                        return asked.matches("java\\.time\\..*\\.now\\(.*") || asked.contains("currentTimeMillis");
                    }
                })
                .check(OURS);
    }

    @Test
    void only_one_room_knows_how_figures_are_told() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "ops..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.micrometer..")
                .check(OURS);
    }

    @Test
    void nothing_is_injected_into_fields() {
        noFields().should().beAnnotatedWith(Inject.class).check(OURS);
    }

    @Test
    void every_package_says_what_lives_in_it() throws IOException {
        try (Stream<Path> folders = Files.walk(Path.of("src/main/java/org/branchline"))) {
            assertThat(folders.filter(Files::isDirectory)
                            .filter(RoomsTest::holdsCode)
                            .filter(folder -> !Files.exists(folder.resolve("package-info.java"))))
                    .isEmpty();
        }
    }

    private static boolean holdsCode(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.anyMatch(file -> file.toString().endsWith(".java"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
