package org.branchline.campaign.broadcast;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.branchline.conversation.Action;
import org.branchline.conversation.Button;
import org.branchline.conversation.Keyboard;
import org.branchline.conversation.Outgoing;
import org.branchline.intake.Speech;
import org.branchline.roster.Organisation;

/** The message that a draft becomes, in each language the organisation speaks. */
public final class Wording {

    static final Speech SPEECH = Speech.of("broadcast");

    /** Command of the buttons below a broadcast. */
    static final String ACT = "act";

    private static final String MARK = "✓ ";

    private static final int LONGEST_CAPTION = 1_024;
    private static final String NAME = "\\{name}";

    /** 60 characters, each of up to two units. */
    private static final int LONGEST_NAME = 120;

    private Wording() {}

    /** By language; one without a text of its own reads the organisation's first. */
    public static Map<String, Outgoing> of(Draft draft, Organisation organisation, long content) {
        Map<String, Outgoing> all = new HashMap<>();
        String first = organisation.languages().get(0);
        for (String language : organisation.languages()) {
            String text = draft.texts().getOrDefault(language, draft.texts().getOrDefault(first, ""));
            all.put(language, message(draft, organisation, content, language, text));
        }
        return all;
    }

    private static Outgoing message(
            Draft draft, Organisation organisation, long content, String language, String text) {
        List<List<Button>> rows = new ArrayList<>();
        List<String> labels = labels(draft.actions(), organisation, language);
        if (!labels.isEmpty()) {
            rows.add(buttons(content, labels, -1));
        }
        if (draft.kind() == Kind.APPEAL) {
            rows.add(List.of(fewer(language)));
        }
        return new Outgoing.Say(text.strip() + below(organisation, language, draft.kind()), new Keyboard(rows));
    }

    /** Why one gets it, and who sends an appeal. */
    private static String below(Organisation organisation, String language, Kind kind) {
        String why = why(organisation, language);
        return kind == Kind.SERVICE
                ? why
                : why
                        + organisation
                                .about()
                                .text(language, "imprint")
                                .map(imprint -> "\n" + imprint)
                                .orElse("");
    }

    /** The last paragraph: why one gets it. Where several messages go as one, it is said once. */
    public static String why(Organisation organisation, String language) {
        return "\n\n" + SPEECH.in(language, "why", "organisation", organisation.name());
    }

    /**
     * How many characters a text may have, UTF-16 units.
     *
     * @param attached whether it stands below a picture or document, where Telegram has room for 1,024 with everything
     */
    public static int room(Organisation organisation, Kind kind, boolean attached, String text) {
        if (!attached) {
            return Draft.LONGEST_TEXT;
        }
        int below = organisation.languages().stream()
                .mapToInt(language -> below(organisation, language, kind).length())
                .max()
                .orElse(0);
        int names = text.split(NAME, -1).length - 1;
        return LONGEST_CAPTION - below - names * (LONGEST_NAME - "{name}".length());
    }

    static List<String> labels(Map<String, List<String>> actions, Organisation organisation, String language) {
        return actions.getOrDefault(
                language, actions.getOrDefault(organisation.languages().get(0), List.of()));
    }

    static Button fewer(String language) {
        return new Button(SPEECH.in(language, "button.fewer"), new Action.Order("fewer", ""));
    }

    /** The same buttons with another one of a content's actions marked; whatever else stands there stays. */
    static Keyboard chosen(Keyboard shown, long content, int chosen) {
        String ours = content + ":";
        return shown.marking(
                order -> order.command().equals(ACT) && order.argument().startsWith(ours),
                order -> order.argument().equals(ours + chosen));
    }

    /**
     * The row of actions.
     *
     * @param chosen the place of the one that was pressed, -1 for none
     */
    static List<Button> buttons(long content, List<String> labels, int chosen) {
        List<Button> row = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            String label = i == chosen ? MARK + labels.get(i) : labels.get(i);
            row.add(new Button(label, new Action.Order(ACT, content + ":" + i)));
        }
        return row;
    }
}
