package org.branchline.journey;

import java.util.Map;

/** The audit as somebody plays it who calls voters every week. */
final class InEnglish {

    static final Map<String, String> KEPT = Map.of(
            "help_with", "Phone voters",
            "called_before", "Many times",
            "uk_evenings", "Most weeks",
            "buddy", "Yes",
            "languages", "English, French",
            "hours", "4",
            "free", "Weekdays, evening",
            "constituency", "Leeds",
            "training", "Run a branch",
            "needs", "(encrypted)");

    private InEnglish() {}

    static void joins(ChatPage chat) {
        chat.starts().reads("Hello ").presses("Go on");
        chat.reads("May I keep").presses("I agree");
        chat.reads("All right?").presses("Yes");
        chat.reads("I keep your place");
    }

    static void answers(ChatPage chat, Runnable halfWay) {
        chat.presses("Start");
        chat.reads("1 of up to 11").presses("☐ Phone voters").presses("Done (1)");
        chat.reads("2 of up to 11").presses("Many times");
        chat.reads("3 of 11").presses("Most weeks");
        chat.reads("4 of 11").writes("yes");
        chat.reads("5 of 11").presses("Skip");
        chat.reads("6 of 11").presses("☐ French").presses("☐ English").reads("6 of 11");
        chat.offers("Done (2)");
        halfWay.run();
        chat.presses("Done (2)");
        chat.reads("7 of 11").writes("4");
        chat.reads("8 of 11").presses("☐ Weekdays, evening").presses("Done (1)");
        chat.reads("9 of 11").writes("Leeds");
        chat.reads("10 of 11").presses("☐ Run a branch").presses("Done (1)");
        chat.reads("11 of 11").writes("No calls on Mondays.").presses("Done");
        chat.reads("This is what you told me").presses("That's right").reads("Thank you, Ann.");
    }
}
