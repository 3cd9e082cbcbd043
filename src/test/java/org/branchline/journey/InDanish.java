package org.branchline.journey;

import java.util.Map;

/** The audit as somebody plays it who makes leaflets and translates. */
final class InDanish {

    static final Map<String, String> KEPT = Map.of(
            "help_with", "Lave foldere, Oversætte",
            "campaign_parts", "Få vælgere registreret",
            "languages", "Engelsk, Dansk",
            "free", "Weekend, dagtimer",
            "constituency", "Leeds",
            "needs", "(encrypted)");

    private InDanish() {}

    static void joins(ChatPage chat) {
        chat.starts().reads("Hej ").presses("Fortsæt");
        chat.reads("Må jeg gemme").presses("Ja, det må du");
        chat.offers("Ja").presses("Ja");
        chat.offers("Start");
    }

    static void answers(ChatPage chat, Runnable halfWay) {
        chat.presses("Start");
        chat.reads("1 af op til 11")
                .presses("☐ Lave foldere")
                .presses("☐ Oversætte")
                .presses("Færdig (2)");
        chat.reads("2 af 8").presses("☐ Få vælgere registreret").presses("Færdig (1)");
        chat.reads("3 af 8").writes("engelsk, dansk").offers("Færdig (2)");
        halfWay.run();
        chat.presses("Færdig (2)");
        chat.reads("4 af 8").writes("masser").reads("Skriv et tal fra 0 til 60");
        chat.writes("0").reads("Ingen tid denne måned?").writes("2");
        chat.reads("5 af 8").presses("☐ Weekend, dagtimer").presses("Færdig (1)");
        chat.reads("6 af 8").writes("Leeds");
        chat.reads("7 af 8").presses("Spring over");
        chat.reads("8 af 8").writes("Helst ingen opkald.").presses("Færdig");
        chat.reads("Det her har du fortalt mig").presses("Det passer").reads("Tak, Mette.");
    }
}
