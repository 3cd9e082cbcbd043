package org.branchline.conversation.engine;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.branchline.conversation.playbook.Check;
import org.branchline.conversation.playbook.Checker;
import org.branchline.conversation.playbook.Draft;
import org.branchline.conversation.playbook.Kind;
import org.branchline.conversation.playbook.Option;
import org.branchline.conversation.playbook.Playbook;
import org.branchline.conversation.playbook.Question;
import org.branchline.conversation.playbook.Sensitivity;
import org.branchline.conversation.playbook.Texts;

/** The example playbook, written in Java: the engine's tests need no YAML. */
public final class SkillsAudit {

    private SkillsAudit() {}

    public static Texts texts(String en, String da) {
        Map<String, String> texts = new LinkedHashMap<>();
        texts.put("en", en);
        texts.put("da", da);
        return Texts.of(texts);
    }

    public static Draft draft(List<Question> questions) {
        return new Draft(
                "skills-audit",
                "1",
                List.of("en", "da"),
                texts("Skills audit", "Hvad vil du være med til?"),
                Draft.KEEP,
                questions,
                texts(
                        "Thank you, {name}. We will only ask you about what you ticked.",
                        "Tak, {name}. Vi spørger dig kun om det, du har valgt."),
                true);
    }

    public static Playbook playbook(Question... questions) {
        return playbook(draft(List.of(questions)));
    }

    public static Playbook playbook(Draft draft) {
        var checked = Checker.check(draft);
        return checked.playbook()
                .orElseThrow(() -> new IllegalStateException(checked.problems().toString()));
    }

    public static Playbook playbook() {
        return playbook(draft(questions()));
    }

    public static List<Question> questions() {
        return List.of(
                Question.of(
                                "help_with",
                                new Kind.Several(
                                        List.of(
                                                new Option("calls", texts("Phone voters", "Ringe til vælgere")),
                                                new Option("leaflets", texts("Make leaflets", "Lave foldere")),
                                                new Option("posts", texts("Write and share", "Skrive og dele"))),
                                        1,
                                        3,
                                        true),
                                texts(
                                        "What would you like to do? Choose up to three.",
                                        "Hvad har du lyst til? Vælg op til tre."))
                        .withLabel(texts("To do", "Jeg vil"))
                        .withSave("skills"),
                Question.of(
                                "called_before",
                                new Kind.One(
                                        List.of(
                                                new Option("often", texts("Many times", "Mange gange")),
                                                new Option("never", texts("Not yet", "Ikke endnu"))),
                                        false),
                                texts("Have you phoned voters before?", "Har du ringet til vælgere før?"))
                        .withWhen("'calls' in help_with")
                        .withLabel(texts("Phoned before", "Har ringet før")),
                Question.of(
                                "hours",
                                new Kind.Figure(
                                        BigDecimal.ZERO,
                                        BigDecimal.valueOf(60),
                                        0,
                                        texts("hours a month", "timer om måneden")),
                                texts(
                                        "About how many hours a month do you have?",
                                        "Cirka hvor mange timer har du om måneden?"))
                        .withLabel(texts("Hours a month", "Timer om måneden"))
                        .withHelp(texts("A guess is fine.", "Et gæt er fint."))
                        .withCheck(new Check(
                                "answer >= 1",
                                texts("No time this month? That is fine, press Skip.", "Tryk på Spring over.")))
                        .withSkip()
                        .withSave("hours_a_month"),
                Question.of(
                                "free",
                                new Kind.Availability(),
                                texts("When are you usually free?", "Hvornår har du som regel tid?"))
                        .withLabel(texts("Free", "Ledig"))
                        .withSave("availability"),
                Question.of(
                                "buddy",
                                new Kind.YesNo(),
                                texts("Would you help someone new get started?", "Vil du hjælpe en ny i gang?"))
                        .withWhen("hours >= 4")
                        .withLabel(texts("Buddy", "Makker"))
                        .withSave("buddy"),
                Question.of(
                                "needs",
                                new Kind.LongText(),
                                texts("Would anything make it easier for you to take part?", "Er der noget?"))
                        .withLabel(texts("Easier with", "Lettere med"))
                        .withHelp(texts("For example \"no phone calls\".", "For eksempel \"ingen opkald\"."))
                        .withSkip()
                        .withSensitivity(Sensitivity.SPECIAL));
    }
}
