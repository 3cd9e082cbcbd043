package org.branchline.intake;

import jakarta.inject.Singleton;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.branchline.conversation.Words;
import org.branchline.conversation.engine.Cards;
import org.branchline.conversation.engine.Engine;
import org.branchline.roster.BranchBook;
import org.branchline.roster.Organisation;
import org.branchline.roster.Organisations;
import org.branchline.roster.city.Cities;

/** The engine for an organisation, with its words, its branches and the world's cities. */
@Singleton
public class Engines {

    private record Made(Organisation organisation, BranchBook branches, Engine engine, Cards cards) {}

    private final Organisations organisations;
    private final Map<Integer, Made> made = new ConcurrentHashMap<>();

    Engines(Organisations organisations) {
        this.organisations = organisations;
    }

    @SuppressWarnings("ReferenceEquality") // pictures are replaced, never changed
    Engine of(Scene scene) {
        return made(scene).engine();
    }

    /** The cards that offer a playbook. */
    public Cards cards(Scene scene) {
        return made(scene).cards();
    }

    @SuppressWarnings("ReferenceEquality") // pictures are replaced, never changed
    private Made made(Scene scene) {
        Organisation organisation = organisations.organisation(scene.bot().organisation());
        Made last = made.get(organisation.id().number());
        if (last != null && last.organisation() == organisation && last.branches() == scene.branches()) {
            return last;
        }
        Words words = words(organisation);
        World world = new World(scene.branches(), Cities::bundled);
        Made fresh = new Made(
                organisation,
                scene.branches(),
                new Engine(organisation.name(), words, world),
                new Cards(organisation.name(), words, world));
        made.put(organisation.id().number(), fresh);
        return fresh;
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
