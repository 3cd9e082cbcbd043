package org.branchline.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.branchline.conversation.Words;
import org.branchline.conversation.engine.Engine;
import org.branchline.roster.BranchBook;
import org.branchline.roster.Organisation;
import org.branchline.roster.Organisations;
import org.branchline.roster.city.Cities;

/** The engine for an organisation, with its words, its branches and the world's cities. */
@ApplicationScoped
class Engines {

    private record Made(Organisation organisation, BranchBook branches, Engine engine) {}

    private final Organisations organisations;
    private final Map<Integer, Made> made = new ConcurrentHashMap<>();

    Engines(Organisations organisations) {
        this.organisations = organisations;
    }

    @SuppressWarnings("ReferenceEquality") // pictures are replaced, never changed
    Engine of(Scene scene) {
        Organisation organisation = organisations.organisation(scene.bot().organisation());
        Made last = made.get(organisation.id().number());
        if (last != null && last.organisation() == organisation && last.branches() == scene.branches()) {
            return last.engine();
        }
        Engine engine =
                new Engine(organisation.name(), words(organisation), new World(scene.branches(), Cities::bundled));
        made.put(organisation.id().number(), new Made(organisation, scene.branches(), engine));
        return engine;
    }

    private static Words words(Organisation organisation) {
        Map<String, Map<String, Words.Word>> byLanguage = new LinkedHashMap<>();
        organisation.about().words().forEach((language, concepts) -> {
            Map<String, Words.Word> words = new LinkedHashMap<>();
            concepts.forEach((concept, forms) -> {
                Words.Word english =
                        Words.Word.of(forms.getOrDefault("one", concept), forms.getOrDefault("many", concept));
                words.put(
                        concept,
                        new Words.Word(
                                english.one(),
                                english.many(),
                                forms.getOrDefault("yours", english.yours()),
                                forms.getOrDefault("all", english.all())));
            });
            byLanguage.put(language, words);
        });
        return byLanguage.isEmpty() ? Words.PLAIN : new Words(byLanguage);
    }
}
