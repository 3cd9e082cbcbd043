package org.branchline.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class WorkspaceReaderTest {

    private static final String PROMPTS = """
            prompts:
              - prompt: weekly
                playbook: visits
                rule: FREQ=WEEKLY;BYDAY=SU
                from: 2027-01-03 18:00
                to: { branch: oslo }
                late: 3 hours
            """;

    private static final String AREAS = """
            called_areas:
              norway:
                name: { en: Norway, da: Norge }
                timezone: Europe/Oslo
                weekdays: 09:00-21:00
                sunday: 10:00-16:00
                closed: [2027-12-24, 2027-12-25]
            """;

    @Test
    void readsAFolder() {
        // When
        Reading reading = WorkspaceReader.thorough().read(new SmallWorkspace().files());

        // Then
        assertThat(reading.problems()).isEmpty();
        Workspace workspace = reading.workspace().orElseThrow();
        Organisation organisation = workspace.organisation();
        assertThat(organisation.languages()).containsExactly("en", "da");
        assertThat(organisation.words().get("branch").get("da").all()).isEqualTo("bordene");
        assertThat(organisation.imprint().in("da").source()).isEqualTo("Chess Club, Oslo");
        assertThat(workspace.branches()).hasSize(3);
        BranchText oslo = workspace.branches().get(1);
        assertThat(oslo.parent()).isEqualTo("north");
        assertThat(oslo.names()).containsEntry("da", "Oslo");
        assertThat(oslo.zone()).isEqualTo(ZoneId.of("Europe/Oslo"));
        assertThat(oslo.members()).isEqualTo(12);
    }

    @Test
    void needsNoMoreThanTheOrganisation() {
        // Given
        SmallWorkspace workspace = new SmallWorkspace()
                .changed("organisation.yaml", "first_playbook: visits\n", "")
                .without("branches.yaml")
                .without("links.yaml")
                .without("playbooks/visits.yaml");

        // When
        Reading reading = WorkspaceReader.thorough().read(workspace.files());

        // Then
        assertThat(reading.problems()).isEmpty();
        assertThat(reading.workspace()).isPresent();
    }

    @Test
    void knowsWhenAnyFileChanged() {
        // When
        String before = new SmallWorkspace().read().hash();

        // Then
        assertThat(new SmallWorkspace().read().hash()).isEqualTo(before);
        assertThat(new SmallWorkspace().with("links.yaml", "links: []\n").read().hash())
                .isNotEqualTo(before);
        assertThat(new SmallWorkspace().without("links.yaml").read().hash()).isNotEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void refusesWithFileLineAndReason(String path, String text, String instead, String problem) {
        // Given
        SmallWorkspace workspace = new SmallWorkspace().changed(path, text, instead);

        // When
        Reading reading = WorkspaceReader.thorough().read(workspace.files());

        // Then
        assertThat(reading.workspace()).isEmpty();
        assertThat(reading.problems()).first().asString().startsWith(path + ":" + problem);
    }

    static Stream<Arguments> mistakes() {
        String organisation = "organisation.yaml";
        String branches = "branches.yaml";
        return Stream.of(
                Arguments.of(
                        organisation, "greeting:", "greting:", "1: \"greeting\" is missing. It is the first words"),
                Arguments.of(
                        organisation,
                        "imprint:",
                        "imprnt:",
                        "15: \"imprnt\" is not known here. Did you mean \"imprint\"?"),
                Arguments.of(organisation, ", da: Hej. }", " }", "9: The text in \"da\" is missing. Write it, or take"),
                Arguments.of(organisation, "da: Hej.", "dk: Hej.", "9: "),
                Arguments.of(
                        organisation,
                        "    da: { one: bord",
                        "    de: { one: bord",
                        "6: The word for \"branch\" in \"da\""),
                Arguments.of(organisation, "one: table", "on: table", "7: "),
                Arguments.of(
                        organisation,
                        "first_playbook: visits",
                        "first_playbook: visit",
                        "4: There is no playbook \"visit\". Did you mean \"visits\"?"),
                Arguments.of(organisation, "required: true", "required: yes", "13: \"yes\" does not fit \"required\""),
                Arguments.of(
                        organisation, "{ en: May I?, da: Må jeg? }", "{ en: May I?, da", "15: The braces opened here"),
                Arguments.of(organisation, "imprint: Chess Club, Oslo", "\t", "15: There is a tab"),
                Arguments.of(
                        branches, "key: bergen", "key: oslo", "6: The key \"oslo\" is given twice, first in line 5"),
                Arguments.of(
                        branches,
                        "members: 12",
                        "members: many",
                        "5: The text \"many\" does not fit \"members\". It is how many members"),
                Arguments.of(
                        branches,
                        "name: Oslo, timezone: Europe/Oslo",
                        "name: Oslo, timezone: Norway/Oslo",
                        "5: There is no time zone \"Norway/Oslo\". Did you mean \"Europe/Oslo\"?"),
                Arguments.of(
                        branches,
                        "name: Oslo, timezone: Europe/Oslo",
                        "name: Oslo, timezone: Mars/Phobos",
                        "5: There is no time zone \"Mars/Phobos\". Write an IANA name"),
                Arguments.of("links.yaml", "https://www.fide.com", "fide", "5: \"fide\" is no address on the web"),
                Arguments.of("links.yaml", "    links:", "    linsk:", "2: \"links\" is missing"),
                Arguments.of(
                        "playbooks/visits.yaml",
                        "playbook: visits",
                        "playbook: vists",
                        "1: The playbook \"vists\" does not lie in a file of its name"),
                Arguments.of(
                        "playbooks/visits.yaml",
                        "kind: yes_no",
                        "kind: consent\n    purpose: dancing",
                        "5: \"often\" asks for the consent \"dancing\""));
    }

    @Test
    void refusesANameOfTheServicesOwnPlaybooks() {
        // Given
        SmallWorkspace workspace = new SmallWorkspace()
                .with("playbooks/joining-club.yaml", SmallWorkspace.VISITS.replace("visits", "joining-club"));

        // When
        Reading reading = WorkspaceReader.thorough().read(workspace.files());

        // Then
        assertThat(reading.workspace()).isEmpty();
        assertThat(reading.problems())
                .singleElement()
                .asString()
                .startsWith("playbooks/joining-club.yaml:1: The name \"joining-club\" begins like the service's own")
                .contains("does not begin with \"joining\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "playbook: visits | playbook: visit | 3: There is no playbook \"visit\". Did you mean \"visits\"?",
                "FREQ=WEEKLY | FREQ=FORTNIGHTLY | 4: FREQ=FORTNIGHTLY is wrong.",
                "BYDAY=SU | BYDAY=SU;BYMONTHDAY=3 | 4: BYMONTHDAY does not go with FREQ=WEEKLY.",
                "18:00 | noon | 5: ",
                "2027-01-03 | 2027-02-30 | 5: \"from\" is no day and hour. Write the first one like",
                "branch: oslo | branch: olso | 6: There is no branch \"olso\". Did you mean \"oslo\"?",
                "branch: oslo | role: boss | 6: There is no role \"boss\"",
                "late: 3 hours | late: 9 days | 7: \"late\" is no time up to 7 days.",
                "late: 3 hours | check_in: perhaps | 7: \"perhaps\" does not fit \"check_in\"",
                "prompt: weekly | promt: weekly | 2: "
            })
    void refusesAPromptWithFileLineAndReason(String text, String instead, String problem) {
        // Given
        SmallWorkspace workspace = new SmallWorkspace().with("prompts.yaml", PROMPTS.replace(text, instead));

        // When
        Reading reading = WorkspaceReader.thorough().read(workspace.files());

        // Then
        assertThat(reading.workspace()).isEmpty();
        assertThat(reading.problems()).first().asString().startsWith("prompts.yaml:" + problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Europe/Oslo | Norway/Oslo | 4: There is no time zone \"Norway/Oslo\". Did you mean \"Europe/Oslo\"?",
                "    timezone: Europe/Oslo | '' | 2: ",
                "09:00-21:00 | 21:00-09:00 | 5: \"21:00-09:00\" are no hours of a day. Write them like 09:00-21:00",
                "09:00-21:00 | 9 to 5 | 5: \"9 to 5\" does not fit \"weekdays\". It is when people may be called",
                "name: { en: Norway, da: Norge } | name: { en: Norway } | 3: The text in \"da\" is missing.",
                "sunday: | sundays: | 6: \"sundays\" is not known in \"norway\". Did you mean \"sunday\"?",
                "2027-12-25 | 2027-02-29 | 7: \"2027-02-29\" is no day. Write it like 2027-12-25",
                "2027-12-25 | Christmas | 7: \"Christmas\" does not fit",
                "2027-12-25 | 2027-12-24 | 7: ",
                "norway: | Norway: | 2: "
            })
    void refusesAnAreaWithFileLineAndReason(String text, String instead, String problem) {
        // Given
        SmallWorkspace workspace = new SmallWorkspace()
                .with("organisation.yaml", AREAS.replace(text, instead) + SmallWorkspace.ORGANISATION);

        // When
        Reading reading = WorkspaceReader.thorough().read(workspace.files());

        // Then
        assertThat(reading.workspace()).isEmpty();
        assertThat(reading.problems()).first().asString().startsWith("organisation.yaml:" + problem);
    }

    @Test
    void keepsClosedDaysOfAnAreaAmongTheSettings() {
        // When
        Workspace workspace = new SmallWorkspace()
                .with("organisation.yaml", AREAS + SmallWorkspace.ORGANISATION)
                .read();

        // Then
        assertThat(workspace.settings()).contains("\"closed\":[\"2027-12-24\",\"2027-12-25\"]");
    }

    @Test
    void refusesAnAreaInWhichNobodyMayEverBeCalled() {
        // Given
        String never = AREAS.replaceAll("(?m)^    (weekdays|sunday|closed).*\n", "");

        // When
        Reading reading = WorkspaceReader.thorough()
                .read(new SmallWorkspace()
                        .with("organisation.yaml", never + SmallWorkspace.ORGANISATION)
                        .files());

        // Then
        assertThat(reading.problems())
                .singleElement()
                .asString()
                .startsWith("organisation.yaml:2: Nobody may ever be called in \"norway\"");
    }

    @Test
    void keepsPromptsAmongTheSettings() {
        // When
        Workspace workspace = new SmallWorkspace().with("prompts.yaml", PROMPTS).read();

        // Then
        assertThat(workspace.settings()).contains("\"prompts\":[{\"prompt\":\"weekly\",\"playbook\":\"visits\"");
    }

    @Test
    void warnsOfWhatItDoesNotRead() {
        // Given
        SmallWorkspace workspace =
                new SmallWorkspace().with("playbooks/visits.yml", "x").with("brnches.yaml", "x");

        // When
        Reading reading = WorkspaceReader.thorough().read(workspace.files());

        // Then
        assertThat(reading.workspace()).isPresent();
        assertThat(reading.problems())
                .extracting(Object::toString)
                .satisfiesExactly(
                        stray -> assertThat(stray).startsWith("brnches.yaml:1: warning: This file is not read."),
                        yml -> assertThat(yml)
                                .isEqualTo(
                                        "playbooks/visits.yml:1: warning: This file is not read. End its name in .yaml."));
    }
}
