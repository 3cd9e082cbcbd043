package org.branchline.campaign.checkin;

import jakarta.inject.Singleton;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.branchline.campaign.branch.CardNeed;
import org.branchline.conversation.Action;
import org.branchline.conversation.Button;
import org.branchline.conversation.Keyboard;
import org.branchline.intake.Exchange;
import org.branchline.intake.Speech;
import org.branchline.intake.Word;

/** How the coordinators' card reads. */
@Singleton
class CardText {

    private static final int MOST_LINES = 20;
    private static final int MOST_BUTTONS = 8;

    private final Branchwords words;

    CardText(Branchwords words) {
        this.words = words;
    }

    /**
     * Sends it.
     *
     * @param others what else waits for the reader
     */
    void show(Exchange exchange, LocalDateTime occurrence, Standing standing, List<CardNeed.Need> others) {
        List<String> lines = new ArrayList<>();
        lines.add(Branchwords.SPEECH.say(
                exchange,
                "report",
                "day",
                Speech.day(exchange.person().language(), occurrence.toLocalDate()),
                "answered",
                "" + standing.answered(),
                "asked",
                "" + standing.asked(),
                "branches",
                words.word(exchange, Word.MANY, "branch")));
        if (standing.before() >= 0) {
            lines.add(Branchwords.SPEECH.say(exchange, "report.before", "before", "" + standing.before()));
        }
        if (standing.away() > 0) {
            lines.add(Branchwords.SPEECH.count(exchange, "report.away", standing.away()));
        }
        List<List<Button>> rows = new ArrayList<>();
        if (!standing.silent().isEmpty() || !others.isEmpty()) {
            lines.add("\n" + Branchwords.SPEECH.say(exchange, "report.needs"));
        }
        int number = 1;
        for (Standing.Quiet quiet : standing.silent().stream().limit(MOST_LINES).toList()) {
            lines.add(number + ". " + silent(exchange, quiet));
            if (quiet.isLong() && rows.size() < MOST_BUTTONS) {
                rows.add(numbered(
                        number,
                        Branchwords.SPEECH.say(exchange, "button.write", "name", quiet.name()),
                        new Action.Order(Writing.NAME, "" + quiet.captain())));
            }
            number++;
        }
        for (CardNeed.Need need : others) {
            lines.add(number + ". " + need.line());
            rows.add(numbered(number, need.button(), need.action()));
            number++;
        }
        Silent.tell(exchange, null, String.join("\n", lines), new Keyboard(rows));
    }

    private String silent(Exchange exchange, Standing.Quiet quiet) {
        return Branchwords.SPEECH.count(
                exchange, "report.silent", quiet.weeks(), "branch", words.names(exchange, List.of(quiet.branch())));
    }

    private static List<Button> numbered(int number, String label, Action action) {
        return List.of(new Button(number + ". " + label, action));
    }
}
