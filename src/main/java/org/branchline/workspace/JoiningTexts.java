package org.branchline.workspace;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.branchline.conversation.playbook.Playbook;
import org.branchline.conversation.playbook.Texts;
import org.branchline.playbooks.OwnKeys;
import org.branchline.playbooks.PlaybookReader;
import org.branchline.playbooks.Version;
import org.branchline.playbooks.reading.FileReport;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * The bundled playbooks by which people join and change their details, in the organisation's own words: its greeting, and
 * the wording of its consent that people see and agree to.
 */
final class JoiningTexts {

    private static final List<String> BUNDLED =
            List.of(OwnKeys.PREFIX, OwnKeys.PREFIX + "-name", OwnKeys.PREFIX + "-branch", OwnKeys.PREFIX + "-timezone");
    private static final String GREETING_ENDS = "! ";
    private static final ObjectMapper JSON = new ObjectMapper();

    private JoiningTexts() {}

    /** Changes with the bundled texts, so that a new release applies them to organisations it finds. */
    static String version() {
        StringBuilder all = new StringBuilder();
        BUNDLED.forEach(key -> all.append(bundled(key)));
        return Version.of(all.toString());
    }

    static List<PlaybookText> of(Organisation organisation) {
        List<PlaybookText> texts = new ArrayList<>();
        for (String key : BUNDLED) {
            String source = key.equals(OwnKeys.PREFIX) ? ownWords(bundled(key), organisation) : bundled(key);
            FileReport report = new FileReport(key);
            Playbook playbook = PlaybookReader.ofChecked()
                    .read(source.getBytes(StandardCharsets.UTF_8), report)
                    .orElseThrow(
                            () -> new IllegalStateException("The bundled playbook is wrong: " + report.problems()));
            texts.add(new PlaybookText(playbook, source));
        }
        return texts;
    }

    @SuppressWarnings("unchecked") // the bundled file's own form, held by a test
    private static String ownWords(String bundled, Organisation organisation) {
        Map<String, Object> joining =
                (Map<String, Object>) new Load(LoadSettings.builder().build()).loadFromString(bundled);
        List<String> spoken = new ArrayList<>((List<String>) required(joining, "languages"));
        spoken.retainAll(organisation.languages());
        if (!spoken.isEmpty()) {
            joining.put("languages", spoken);
        }
        for (Map<String, Object> question : (List<Map<String, Object>>) required(joining, "questions")) {
            Object kind = required(question, "kind");
            if (kind.equals("language")) {
                question.put("ask", greeting((Map<String, String>) required(question, "ask"), organisation.greeting()));
            } else if (kind.equals("consent") && !organisation.consents().isEmpty()) {
                agreeTo(question, organisation.consents().get(0));
            }
        }
        try {
            return JSON.writeValueAsString(joining);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object required(Map<String, Object> map, String key) {
        return Objects.requireNonNull(map.get(key), key);
    }

    /** "Hello Ann! " stays ours, so that it can name the person; what follows is the organisation's. */
    private static Map<String, String> greeting(Map<String, String> ours, Texts theirs) {
        Map<String, String> greeting = new LinkedHashMap<>();
        ours.forEach((language, text) -> greeting.put(
                language,
                text.substring(0, text.indexOf(GREETING_ENDS) + GREETING_ENDS.length())
                        + theirs.in(language).source()));
        return greeting;
    }

    private static void agreeTo(Map<String, Object> question, Organisation.Consent consent) {
        question.put("purpose", consent.purpose());
        question.put("version", consent.version());
        question.put("ask", written(consent.wording()));
        if (consent.more() == null) {
            question.remove("more");
        } else {
            question.put("more", written(consent.more()));
        }
    }

    private static Map<String, String> written(Texts texts) {
        Map<String, String> written = new LinkedHashMap<>();
        texts.byLanguage().forEach((language, text) -> written.put(language, text.source()));
        return written;
    }

    private static String bundled(String key) {
        try (InputStream file = JoiningTexts.class.getResourceAsStream("/playbooks/" + key + ".yaml")) {
            if (file == null) {
                throw new IllegalStateException("The jar lacks the playbook " + key);
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
