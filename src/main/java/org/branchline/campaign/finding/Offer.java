package org.branchline.campaign.finding;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.branchline.campaign.result.Answered;
import org.branchline.conversation.playbook.Kind;
import org.branchline.conversation.playbook.Option;
import org.branchline.conversation.playbook.Playbook;
import org.branchline.conversation.playbook.Question;

/**
 * Answers by which people can be found, as the playbooks' questions offer them.
 *
 * @param attribute where the answers are kept; empty where no playbook keeps such
 */
record Offer(String attribute, List<Option> options) {

    /** What members answer when their time is never the same: they may be free then, too. */
    static final String VARIES = "varies";

    private static final Offer NOTHING = new Offer("", List.of());
    private static final String SKILLS = "skills";
    private static final String LANGUAGES = "languages";

    Offer {
        options = List.copyOf(options);
    }

    /** Skill, language and time, in the order in which they are asked for. */
    static List<Offer> of(Collection<Playbook> playbooks) {
        Map<String, List<Question>> several = new LinkedHashMap<>();
        Map<String, List<Question>> times = new LinkedHashMap<>();
        for (Playbook playbook : playbooks) {
            for (Question question : playbook.questions()) {
                String attribute = question.save();
                if (attribute == null || question.special()) {
                    continue;
                }
                if (question.kind() instanceof Kind.Availability) {
                    times.computeIfAbsent(attribute, fresh -> new ArrayList<>()).add(question);
                } else if (!Answered.options(question).isEmpty()) {
                    several.computeIfAbsent(attribute, fresh -> new ArrayList<>())
                            .add(question);
                }
            }
        }
        return List.of(
                named(SKILLS, several),
                named(LANGUAGES, several),
                times.keySet().stream()
                        .findFirst()
                        .map(attribute -> named(attribute, times))
                        .orElse(NOTHING));
    }

    private static Offer named(String attribute, Map<String, List<Question>> questions) {
        Map<String, Option> options = new LinkedHashMap<>();
        for (Question question : questions.getOrDefault(attribute, List.of())) {
            for (Option option : Answered.options(question)) {
                if (!option.id().equals(VARIES)) {
                    options.putIfAbsent(option.id(), option);
                }
            }
        }
        return options.isEmpty() ? NOTHING : new Offer(attribute, List.copyOf(options.values()));
    }

    /** The option of that id, or of the id that a button shortened so. */
    Optional<Option> option(String token) {
        return options.stream()
                .filter(option ->
                        option.id().equals(token) || Wanted.token(option.id()).equals(token))
                .findFirst();
    }
}
