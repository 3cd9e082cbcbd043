package org.branchline.workspace;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.branchline.conversation.playbook.Texts;
import org.branchline.playbooks.reading.FileReport;
import org.branchline.playbooks.reading.Languages;
import org.branchline.playbooks.reading.Node;
import org.jspecify.annotations.Nullable;

/** Reads {@code organisation.yaml}. */
final class OrganisationReader {

    private final FileReport report;

    OrganisationReader(FileReport report) {
        this.report = report;
    }

    /** Empty where something is missing without which there is no organisation. */
    Optional<Organisation> read(Node root) {
        List<String> languages = Languages.of(root, report);
        if (languages.isEmpty()) {
            return Optional.empty();
        }
        LocalTexts texts = new LocalTexts(languages, report);
        Optional<Texts> greeting = texts.at(root, "greeting");
        Optional<String> key = root.text("organisation");
        if (key.isEmpty() || greeting.isEmpty()) {
            report.error(root.place(), "\"organisation\" and \"greeting\" must be given", "write both");
            return Optional.empty();
        }
        election(root);
        new AreaReader(texts, report).check(root);
        return Optional.of(new Organisation(
                key.get(),
                root.text("name").orElse(key.get()),
                languages,
                root.text("token").orElse(null),
                root.text("first_playbook").orElse(null),
                root.text("messages_a_week")
                        .filter(text -> text.matches("[1-9][0-9]?"))
                        .map(Integer::parseInt)
                        .orElse(Organisation.MESSAGES_A_WEEK),
                words(root, texts),
                greeting.get(),
                consents(root, texts),
                somethingWrong(root, texts),
                texts.orNull(root, "imprint")));
    }

    /** Read from the settings when it is needed; here it is made sure that it can be. */
    private void election(Node root) {
        root.at("election").flatMap(election -> election.at("until")).ifPresent(until -> {
            if (!isDay(until.text().orElse(""))) {
                report.error(until.place(), "\"until\" is no day", "write it like 2027-05-04");
            }
        });
    }

    private static boolean isDay(String text) {
        try {
            LocalDate.parse(text);
            return true;
        } catch (DateTimeParseException e) {
            return false;
        }
    }

    private Map<String, Map<String, Organisation.Forms>> words(Node root, LocalTexts texts) {
        Map<String, Map<String, Organisation.Forms>> words = new LinkedHashMap<>();
        for (Node.Entry concept : root.at("words").map(Node::entries).orElse(List.of())) {
            Map<String, Organisation.Forms> byLanguage = new LinkedHashMap<>();
            for (String language : texts.languages()) {
                Optional<Node> forms = concept.value().at(language);
                if (forms.isEmpty()) {
                    report.error(
                            concept.place(),
                            "the word for \"" + concept.key() + "\" in \"" + language + "\" is missing",
                            "write its forms: one, many, yours, all");
                } else {
                    byLanguage.put(language, forms(forms.get()));
                }
            }
            words.put(concept.key(), byLanguage);
        }
        return words;
    }

    private static Organisation.Forms forms(Node node) {
        return new Organisation.Forms(
                node.text("one").orElse(""),
                node.text("many").orElse(""),
                node.text("yours").orElse(""),
                node.text("all").orElse(""));
    }

    private List<Organisation.Consent> consents(Node root, LocalTexts texts) {
        List<Organisation.Consent> consents = new ArrayList<>();
        for (Node node : root.at("consents").map(Node::items).orElse(List.of())) {
            Optional<String> purpose = node.text("purpose");
            Optional<Texts> wording = texts.at(node, "wording");
            if (purpose.isEmpty() || wording.isEmpty()) {
                report.error(
                        node.place(), "a consent needs \"purpose\", \"version\" and \"wording\"", "write all three");
                continue;
            }
            if (consents.stream().anyMatch(other -> other.purpose().equals(purpose.get()))) {
                report.error(
                        node.place("purpose"),
                        "the purpose \"" + purpose.get() + "\" is given twice",
                        "keep one of them");
            }
            consents.add(new Organisation.Consent(
                    purpose.get(),
                    node.text("version").orElse(""),
                    node.text("required").equals(Optional.of("true")),
                    node.text("keep").orElse(null),
                    wording.get(),
                    texts.orNull(node, "more")));
        }
        return consents;
    }

    private static Organisation.@Nullable SomethingWrong somethingWrong(Node root, LocalTexts texts) {
        Optional<Node> node = root.at("something_wrong");
        Optional<Texts> contact = node.flatMap(found -> texts.at(found, "contact"));
        if (node.isEmpty() || contact.isEmpty()) {
            return null;
        }
        List<Organisation.Signpost> signposts = new ArrayList<>();
        for (Node signpost : node.get().at("signposting").map(Node::items).orElse(List.of())) {
            texts.at(signpost, "text")
                    .ifPresent(text -> signposts.add(new Organisation.Signpost(text, texts.orNull(signpost, "link"))));
        }
        return new Organisation.SomethingWrong(contact.get(), signposts);
    }
}
