package org.branchline.campaign.event.calling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.branchline.campaign.event.EventKind;
import org.branchline.campaign.event.Shift;
import org.branchline.campaign.event.ShiftText;
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
        List<Button> beside = new ArrayList<>();
        if (!shift.event().script().isEmpty()) {
            beside.add(SPEECH.buttonIn(language, "script", ShiftText.SCRIPT, "" + shift.id()));
        }
        beside.add(button(shift, language, "note", "h"));
        rows.add(beside);
        return new Keyboard(rows);
    }

    /** The same right after somebody asked to be called back: when, or on with the next call. */
    static Keyboard when(Shift shift, Tally tally, String language) {
        List<List<Button>> rows = new ArrayList<>();
        CallBack[] all = CallBack.values();
        IntStream.iterate(0, i -> i < all.length, i -> i + 2)
                .forEach(i -> rows.add(Arrays.stream(all, i, Math.min(i + 2, all.length))
                        .map(when -> button(shift, language, when.column(), when.deed()))
                        .toList()));
        rows.addAll(counting(shift, tally, language).rows());
        return new Keyboard(rows);
    }

    /** How many want a call back, and when; empty where nobody does. */
    static String callBacks(Tally tally, String seen, String language) {
        int all = tally.of(Outcome.CALL_BACK);
        if (all == 0) {
            return "";
        }
        String whens = Arrays.stream(CallBack.values())
                .filter(when -> tally.of(when) > 0)
                .map(when -> SPEECH.in(language, seen + "." + when.column(), "n", "" + tally.of(when)))
                .collect(Collectors.joining(", "));
        return SPEECH.countIn(language, "call_backs", all) + (whens.isEmpty() ? "." : ": " + whens + ".");
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

    /** Thanks and the shift's totals. */
    static String thanks(Shift shift, String name, Tally all, String language) {
        boolean calls = shift.event().kind() == EventKind.PHONE_BANK;
        String backs = callBacks(all, "soon", language);
        String totals =
                calls && all.any() ? "\n" + total(all, "all", language) + (backs.isEmpty() ? "" : "\n" + backs) : "";
        return SPEECH.in(
                        language, "thanks", "name", name, "title", shift.event().title(language))
                + totals;
    }

    /** Whether it is asked first how many calls there were. */
    static boolean countedNothing(Shift shift, Tally own) {
        return shift.event().kind() == EventKind.PHONE_BANK && !own.any();
    }

    /** How many calls, roughly. */
    static Keyboard calls(Shift shift, String language) {
        return roughly(shift, "c", Integer.MAX_VALUE, language);
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
