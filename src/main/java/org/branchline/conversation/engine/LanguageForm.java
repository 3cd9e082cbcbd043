package org.branchline.conversation.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.branchline.conversation.Answer;
import org.branchline.conversation.Button;
import org.branchline.conversation.Effect;

/** Which language to go on in: the one that speaks, or another by its own name. */
final class LanguageForm implements Form {

    @Override
    public List<List<Button>> rows(Asked asked) {
        String current = asked.voice().language();
        List<Button> row = new ArrayList<>();
        row.add(asked.button(asked.voice().say("language.go_on"), current));
        others(asked).forEach(language -> row.add(asked.button(named(language), language)));
        return List.of(row);
    }

    @Override
    public Heard pressed(Asked asked, String choice) {
        return asked.playbook().languages().contains(choice)
                        || choice.equals(asked.voice().language())
                ? chosen(choice, 0)
                : new Heard.Old();
    }

    @Override
    public Heard wrote(Asked asked, String text, long message) {
        String current = asked.voice().language();
        if (Matching.same(text, asked.voice().say("language.go_on")) || Matching.same(text, "1")) {
            return chosen(current, message);
        }
        List<String> others = others(asked);
        Optional<String> meant = others.stream()
                .filter(language -> Matching.same(text, named(language))
                        || Matching.same(text, Integer.toString(others.indexOf(language) + 2)))
                .findFirst();
        return meant.map(language -> chosen(language, message))
                .orElseGet(() -> new Heard.Again(asked.voice().say("choice.again")));
    }

    @Override
    public String words(Asked asked, Answer answer) {
        return String.join(
                ", ", Parts.ids(answer).stream().map(LanguageForm::named).toList());
    }

    private static Heard chosen(String language, long message) {
        Answer answer = new Answer.Chosen(List.of(language), null);
        return new Heard.Settled(
                answer,
                Echo.silent(),
                message,
                List.of(new Also(new Effect.LanguageChosen(language), person -> person.withLanguage(language))));
    }

    private static List<String> others(Asked asked) {
        return asked.playbook().languages().stream()
                .filter(language -> !language.equals(asked.voice().language()))
                .toList();
    }

    /** The language's own name, for example "Dansk". */
    private static String named(String language) {
        Locale locale = Locale.forLanguageTag(language);
        String name = locale.getDisplayLanguage(locale);
        return name.isEmpty() ? language : name.substring(0, 1).toUpperCase(locale) + name.substring(1);
    }
}
