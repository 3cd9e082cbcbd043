package org.branchline.campaign.event.calling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.branchline.campaign.event.EventKind;
import org.branchline.campaign.event.Shift;
import org.branchline.conversation.Action;
import org.branchline.conversation.Button;
import org.branchline.conversation.Keyboard;
import org.branchline.intake.Speech;

/** What is counted, and the buttons that count it. */
final class TallyText {

    static final Speech SPEECH = Speech.of("calling");

    /** Command of the buttons. */
    static final String COMMAND = "tally";

    /** What is offered where nobody counted meanwhile. */
    private static final List<Integer> ROUGHLY = List.of(0, 5, 10, 20, 30, 50);

    private TallyText() {}

    /** The card on which somebody counts. */
    static String card(Shift shift, Tally tally, String language) {
        String counts = Arrays.stream(Outcome.values())
                .filter(outcome -> tally.of(outcome) > 0)
                .map(outcome -> SPEECH.in(language, "button." + outcome.column()) + " " + tally.of(outcome))
                .collect(Collectors.joining(" · "));
        return shift.event().title(language) + "\n" + total(tally, "mine", language)
                + (counts.isEmpty() ? "" : "\n" + counts);
    }

    /** The buttons of that card: one press a call. */
    static Keyboard counting(Shift shift, Tally tally, String language) {
        List<List<Button>> rows = new ArrayList<>();
        Outcome[] all = Outcome.values();
        IntStream.iterate(0, i -> i < all.length, i -> i + 2)
                .forEach(i -> rows.add(Arrays.stream(all, i, Math.min(i + 2, all.length))
                        .map(outcome -> button(shift, language, outcome.column(), "" + outcome.deed()))
                        .toList()));
        if (tally.calls() > 0) {
            rows.add(List.of(button(shift, language, "back", "x")));
        }
        return new Keyboard(rows);
    }

    /** How many calls were made and people spoken to. */
    static String total(Tally tally, String whose, String language) {
        return SPEECH.countIn(
                language,
                "total." + whose,
                tally.calls(),
                "contacts",
                SPEECH.countIn(language, "contacts", tally.contacts()));
    }

    /** Thanks, the shift's totals, and the first thing that is asked about it. */
    static String thanks(Shift shift, String name, Tally own, Tally all, String language) {
        boolean calls = shift.event().kind() == EventKind.PHONE_BANK;
        String totals = calls && all.any() ? "\n" + total(all, "all", language) : "";
        String asked = calls && !own.any() ? "ask.calls" : "ask.felt";
        return SPEECH.in(
                        language, "thanks", "name", name, "title", shift.event().title(language))
                + totals
                + "\n\n"
                + SPEECH.in(language, asked);
    }

    /** What can be pressed below thanks. */
    static Keyboard after(Shift shift, Tally own, String language) {
        return shift.event().kind() == EventKind.PHONE_BANK && !own.any()
                ? roughly(shift, "c", Integer.MAX_VALUE, language)
                : feelings(shift, language);
    }

    /** Some numbers up to one. */
    static Keyboard roughly(Shift shift, String deed, int most, String language) {
        List<Button> buttons = ROUGHLY.stream()
                .filter(number -> number <= most)
                .map(number -> new Button("" + number, new Action.Order(COMMAND, shift.id() + "." + deed + number)))
                .toList();
        List<List<Button>> rows = new ArrayList<>();
        for (int i = 0; i < buttons.size(); i += 3) {
            rows.add(buttons.subList(i, Math.min(i + 3, buttons.size())));
        }
        rows.add(List.of(button(shift, language, "skip", "k")));
        return new Keyboard(rows);
    }

    static Keyboard feelings(Shift shift, String language) {
        return new Keyboard(List.of(
                Arrays.stream(Feeling.values())
                        .map(feeling -> button(shift, language, feeling.column(), feeling.column()))
                        .toList(),
                List.of(button(shift, language, "note", "h"))));
    }

    static Button button(Shift shift, String language, String key, String deed) {
        return SPEECH.buttonIn(language, key, COMMAND, shift.id() + "." + deed);
    }
}
