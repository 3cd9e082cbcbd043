package org.branchline.workspace;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.branchline.conversation.Words;
import org.branchline.conversation.playbook.Texts;
import org.jspecify.annotations.Nullable;

/**
 * What {@code organisation.yaml} says.
 *
 * @param key for ever the same
 * @param languages the first is the fallback
 * @param token the environment variable that holds the bot's token, null for the usual one
 * @param firstPlaybook what a new member is asked, null for nothing
 * @param messagesAWeek how many messages the service starts by itself, at most; from 1
 * @param words by concept ({@code branch}, {@code captain} …), then by language
 * @param somethingWrong null where the organisation names nobody
 */
public record Organisation(
        String key,
        String name,
        List<String> languages,
        @Nullable String token,
        @Nullable String firstPlaybook,
        int messagesAWeek,
        Map<String, Map<String, Forms>> words,
        Texts greeting,
        List<Consent> consents,
        @Nullable SomethingWrong somethingWrong,
        @Nullable Texts imprint) {

    /** Unless the organisation says otherwise. */
    static final int MESSAGES_A_WEEK = 2;

    public Organisation {
        languages = List.copyOf(languages);
        words = Map.copyOf(words);
        consents = List.copyOf(consents);
    }

    /** The words as the engine takes them: by language first. */
    Words spoken() {
        Map<String, Map<String, Words.Word>> byLanguage = new LinkedHashMap<>();
        for (String language : languages) {
            Map<String, Words.Word> concepts = new LinkedHashMap<>();
            words.forEach((concept, forms) -> {
                Forms found = forms.get(language);
                if (found != null) {
                    concepts.put(concept, new Words.Word(found.one(), found.many(), found.yours(), found.all()));
                }
            });
            byLanguage.put(language, concepts);
        }
        return new Words(byLanguage);
    }

    /** The forms of a word, for example "branch", "branches", "your branch", "the branches". */
    public record Forms(String one, String many, String yours, String all) {}

    /**
     * What a member agrees to.
     *
     * @param required whether joining ends without it
     * @param keep as written, for example {@code 12 months}; null for the usual time
     * @param more what the More button says, null for no such button
     */
    public record Consent(
            String purpose,
            String version,
            boolean required,
            @Nullable String keep,
            Texts wording,
            @Nullable Texts more) {}

    /** Whom to turn to when something is wrong, inside and outside the organisation. */
    public record SomethingWrong(Texts contact, List<Signpost> signposting) {
        public SomethingWrong {
            signposting = List.copyOf(signposting);
        }
    }

    /** Help outside the organisation; the link is null where the text says it all. */
    public record Signpost(Texts text, @Nullable Texts link) {}
}
