package org.branchline.conversation.dialogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.branchline.conversation.Answer;
import org.branchline.conversation.Effect;
import org.branchline.conversation.engine.Reading;

/** Answers and attributes as effects leave them. */
final class Outcome implements Effect.Cases<Boolean> {

    private static final String ENCRYPTED = "(encrypted)";

    private final Map<String, List<String>> answers = new TreeMap<>();
    private final Map<String, List<String>> member = new TreeMap<>();

    Optional<Difference> compare(Then then) {
        if (!then.answers().isEmpty() && !then.answers().equals(answers)) {
            return Optional.of(new Difference(then.line(), "answers: " + then.answers(), "answers: " + answers));
        }
        List<String> asked = new ArrayList<>(then.neverAsked());
        asked.retainAll(answers.keySet());
        if (!asked.isEmpty()) {
            return Optional.of(new Difference(then.line(), "never asked: " + asked, "an answer: " + answers));
        }
        Map<String, List<String>> compared = new TreeMap<>(member);
        compared.keySet().retainAll(then.member().keySet());
        return then.member().equals(compared)
                ? Optional.empty()
                : Optional.of(new Difference(then.line(), "member: " + then.member(), "member: " + member));
    }

    @Override
    public Boolean said(Effect.Said effect) {
        return true;
    }

    @Override
    public Boolean answered(Effect.Answered effect) {
        if (effect.given().settled()) {
            answers.put(
                    effect.question(),
                    effect.special()
                            ? List.of(ENCRYPTED)
                            : values(effect.given().answer()));
        }
        return true;
    }

    @Override
    public Boolean withdrawn(Effect.Withdrawn effect) {
        answers.remove(effect.question());
        return true;
    }

    @Override
    public Boolean saved(Effect.Saved effect) {
        member.put(effect.attribute(), values(effect.answer()));
        return true;
    }

    @Override
    public Boolean unsaved(Effect.Unsaved effect) {
        member.remove(effect.attribute());
        return true;
    }

    @Override
    public Boolean languageChosen(Effect.LanguageChosen effect) {
        return true;
    }

    @Override
    public Boolean named(Effect.Named effect) {
        return true;
    }

    @Override
    public Boolean consented(Effect.Consented effect) {
        return true;
    }

    @Override
    public Boolean refused(Effect.Refused effect) {
        return true;
    }

    @Override
    public Boolean branchChosen(Effect.BranchChosen effect) {
        return true;
    }

    @Override
    public Boolean zoneChosen(Effect.ZoneChosen effect) {
        return true;
    }

    private static List<String> values(Answer answer) {
        return Reading.values(answer);
    }
}
