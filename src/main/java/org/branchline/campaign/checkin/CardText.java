package org.branchline.campaign.checkin;

import jakarta.inject.Singleton;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
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

    void show(Exchange exchange, LocalDateTime occurrence, Standing standing) {
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
        if (!standing.silent().isEmpty()) {
            lines.add("\n" + Branchwords.SPEECH.say(exchange, "report.needs"));
            int number = 1;
            for (Standing.Quiet quiet :
                    standing.silent().stream().limit(MOST_LINES).toList()) {
                lines.add(number + ". "
                        + Branchwords.SPEECH.count(
                                exchange,
                                "report.silent",
                                quiet.weeks(),
                                "branch",
                                words.names(exchange, List.of(quiet.branch()))));
                if (quiet.isLong() && rows.size() < MOST_BUTTONS) {
                    rows.add(List.of(new Button(
                            Branchwords.SPEECH.say(exchange, "button.write", "n", "" + number, "name", quiet.name()),
                            new Action.Order(Writing.NAME, "" + quiet.captain()))));
                }
                number++;
            }
        }
        Silent.tell(exchange, String.join("\n", lines), new Keyboard(rows));
    }
}
