package org.branchline.campaign.broadcast;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.branchline.campaign.audience.Audience;
import org.branchline.conversation.Answers;
import org.branchline.conversation.Phrases;
import org.branchline.conversation.playbook.Playbook;
import org.branchline.database.Clock;
import org.branchline.intake.Speech;
import org.branchline.playbooks.OwnKeys;
import org.branchline.playbooks.Playbooks;
import org.branchline.roster.Election;
import org.branchline.roster.Organisation;

/** A message to many that offers a playbook, or more messages: its words where the writer has none, and its buttons. */
@Singleton
public class Offering {

    private static final Phrases PHRASES = Phrases.open("broadcast");

    /** A question takes about 20 seconds. */
    private static final int QUESTIONS_A_MINUTE = 3;

    private final Playbooks playbooks;
    private final Clock clock;

    Offering(Playbooks playbooks, Clock clock) {
        this.playbooks = playbooks;
        this.clock = clock;
    }

    /** The election for which members may be asked now whether they want more messages. */
    public Optional<Election> election(Organisation organisation) {
        return Election.of(organisation.about()).filter(election -> election.lasts(clock.now()));
    }

    /** What that offer is called where somebody chooses what to send. */
    public static String title(Election election, String language) {
        return PHRASES.say(language, "more.title", "day", Speech.day(language, election.until()));
    }

    /** The offer in each of the organisation's languages; empty where it has no such playbook. */
    public Uni<Optional<Map<String, String>>> texts(Organisation organisation, String playbook) {
        if (playbook.startsWith(OwnKeys.PREFIX)) {
            return Uni.createFrom().item(Optional.empty());
        }
        if (playbook.equals(Election.OFFER)) {
            return Uni.createFrom()
                    .item(election(organisation).map(election -> texts(election, organisation.languages())));
        }
        return playbooks
                .current(organisation.id(), playbook)
                .map(found -> found.map(current -> texts(current, organisation.languages())));
    }

    private static Map<String, String> texts(Election election, List<String> languages) {
        Map<String, String> texts = new HashMap<>();
        for (String language : languages) {
            texts.put(
                    language,
                    PHRASES.say(
                            language,
                            "more.ask",
                            "name",
                            "{name}",
                            "number",
                            "" + election.messagesAWeek(),
                            "day",
                            Speech.day(language, election.until())));
        }
        return texts;
    }

    private static Map<String, String> texts(Playbook playbook, List<String> languages) {
        int questions = playbook.reach(Answers.NONE).count();
        int minutes = Math.max(1, Math.round((float) questions / QUESTIONS_A_MINUTE));
        Map<String, String> texts = new HashMap<>();
        for (String language : languages) {
            texts.put(
                    language,
                    PHRASES.count(
                            language,
                            "offer",
                            minutes,
                            "name",
                            "{name}",
                            "title",
                            playbook.title().in(language).source()));
        }
        return texts;
    }

    /** The offer of a playbook, with words and buttons; empty where the organisation has no such playbook. */
    public Uni<Optional<Draft>> of(Organisation organisation, String playbook) {
        return texts(organisation, playbook)
                .map(found -> found.map(texts -> new Draft(
                        Audience.EVERYONE,
                        texts,
                        actions(organisation.languages(), playbook),
                        Kind.SERVICE,
                        Duration.ZERO,
                        null,
                        playbook)));
    }

    /** The same draft with words and buttons; one that offers no playbook is whole as it is. */
    Uni<Draft> whole(Organisation organisation, Draft draft) {
        if (draft.playbook().isEmpty()) {
            return Uni.createFrom().item(draft);
        }
        Uni<Map<String, String>> words = draft.texts().isEmpty()
                ? texts(organisation, draft.playbook())
                        .map(found -> found.orElseThrow(
                                () -> new IllegalStateException("There is no playbook " + draft.playbook())))
                : Uni.createFrom().item(draft.texts());
        return words.map(texts -> new Draft(
                draft.audience(),
                texts,
                actions(organisation.languages(), draft.playbook()),
                draft.kind(),
                draft.hold(),
                draft.attachment(),
                draft.playbook(),
                draft.timing(),
                draft.paid()));
    }

    /** Below a playbook Start and Later, below the offer of more messages Yes and No; in this order. */
    public static Map<String, List<String>> actions(List<String> languages, String playbook) {
        Map<String, List<String>> actions = new HashMap<>();
        boolean more = playbook.equals(Election.OFFER);
        for (String language : languages) {
            actions.put(
                    language,
                    List.of(
                            PHRASES.say(language, more ? "more.button.yes" : "offer.start"),
                            PHRASES.say(language, more ? "more.button.no" : "offer.later")));
        }
        return actions;
    }
}
