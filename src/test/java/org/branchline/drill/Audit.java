package org.branchline.drill;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The bundled skills audit as a volunteer meets it: its questions by the words on the screen. */
final class Audit {

    /** The words of the offer before it and the thanks after it. */
    static final String THANKS = "Thank you, ";

    /** Begins what stands there again because an old button was pressed. */
    static final String OLD_BUTTON = "That question is done.";

    /**
     * A question.
     *
     * @param words with which it is recognised
     * @param options labels by id, in order
     */
    record Question(
            String id,
            String kind,
            String words,
            Map<String, String> options,
            int most,
            boolean skip,
            boolean special) {}

    private final List<Question> questions = new ArrayList<>();

    static Audit bundled() {
        try (InputStream file =
                Audit.class.getResourceAsStream("/workspaces/labour-international/playbooks/skills-audit.yaml")) {
            return new Audit((Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromInputStream(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Audit(Map<?, ?> playbook) {
        for (Object each : (List<?>) playbook.get("questions")) {
            Map<?, ?> question = (Map<?, ?>) each;
            Map<String, String> options = new LinkedHashMap<>();
            if (question.get("options") instanceof Map<?, ?> given) {
                given.forEach((id, names) -> options.put(id.toString(), english(names)));
            }
            String words = english(question.get("ask"));
            int slot = words.indexOf('{');
            Object choose = question.get("choose");
            questions.add(new Question(
                    question.get("id").toString(),
                    question.get("kind").toString(),
                    slot < 0 ? words : words.substring(0, slot),
                    options,
                    choose == null ? 1 : Integer.parseInt(choose.toString().replaceFirst(".* ", "")),
                    Boolean.TRUE.equals(question.get("skip")),
                    "special".equals(question.get("sensitivity"))));
        }
    }

    private static String english(Object texts) {
        return ((Map<?, ?>) texts).get("en").toString();
    }

    Question question(String id) {
        return questions.stream()
                .filter(question -> question.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** The question a message shows. */
    Optional<Question> in(String text) {
        return questions.stream()
                .filter(question -> text.contains(question.words()))
                .findFirst();
    }
}
