package org.branchline.workspace;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A workspace of a few lines for tests, with single texts replaced. */
final class SmallWorkspace {

    static final String ORGANISATION = """
            organisation: chess-club
            name: Chess Club
            languages: [en, da]
            first_playbook: visits
            words:
              branch:
                en: { one: table, many: tables, yours: your table, all: the tables }
                da: { one: bord, many: borde, yours: dit bord, all: bordene }
            greeting: { en: Hello., da: Hej. }
            consents:
              - purpose: campaign
                version: 1
                required: true
                wording: { en: May I?, da: Må jeg? }
            imprint: Chess Club, Oslo
            """;

    static final String BRANCHES = """
            branches:
              - key: north
                name: { en: North, da: Nord }
                branches:
                  - { key: oslo, name: Oslo, timezone: Europe/Oslo, members: 12 }
                  - { key: bergen, name: Bergen, timezone: Europe/Oslo }
            """;

    static final String LINKS = """
            links:
              - topic: rules
                title: { en: Rules, da: Regler }
                links:
                  - { title: FIDE, url: https://www.fide.com }
            """;

    static final String VISITS = """
            playbook: visits
            languages: [en, da]
            title: { en: Visits, da: Besøg }
            questions:
              - id: often
                kind: yes_no
                ask: { en: Often?, da: Tit? }
            """;

    private final SortedMap<String, byte[]> files = new TreeMap<>();

    SmallWorkspace() {
        Map.of(
                        "organisation.yaml", ORGANISATION,
                        "branches.yaml", BRANCHES,
                        "links.yaml", LINKS,
                        "playbooks/visits.yaml", VISITS)
                .forEach(this::with);
    }

    SmallWorkspace with(String path, String text) {
        files.put(path, text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    SmallWorkspace without(String path) {
        files.remove(path);
        return this;
    }

    /** One text of a file replaced by another. */
    SmallWorkspace changed(String path, String text, String instead) {
        String before = new String(files.get(path), StandardCharsets.UTF_8);
        if (!before.contains(text)) {
            throw new IllegalArgumentException(text + " is not in " + path);
        }
        return with(path, before.replace(text, instead));
    }

    FileSet files() {
        return new FileSet("", files);
    }

    Workspace read() {
        return WorkspaceReader.ofChecked().read(files()).workspace().orElseThrow();
    }
}
