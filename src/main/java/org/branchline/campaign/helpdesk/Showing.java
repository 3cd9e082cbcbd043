package org.branchline.campaign.helpdesk;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.branchline.intake.Exchange;
import org.branchline.intake.Speech;

/** How a question looks to those who may answer it: the same each time, until somebody answers. */
final class Showing {

    private static final Speech SPEECH = Names.SPEECH;
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm");
    private static final int BEGINNING = 80;

    private Showing() {}

    /**
     * The message that shows a question.
     *
     * @param answeredBy who answered it already, in their order
     * @param language the reader's
     */
    static String card(Question question, List<String> answeredBy, String language, Exchange exchange) {
        String end = answeredBy.isEmpty()
                ? SPEECH.in(language, "card.reply")
                : SPEECH.in(language, "card.answered", "names", String.join(", ", answeredBy));
        return head(question, language, exchange) + "\n\n" + question.text() + "\n\n" + end;
    }

    private static String head(Question question, String language, Exchange exchange) {
        ZoneId zone = question.zone() == null ? ZoneOffset.UTC : question.zone();
        ZonedDateTime asked = question.askedAt().atZone(zone);
        return SPEECH.in(
                language,
                "card",
                "who",
                who(question, language, exchange),
                "day",
                Speech.day(language, asked.toLocalDate()),
                "time",
                HOUR.format(asked),
                "place",
                place(zone));
    }

    /** The first words of a text, on one line. */
    static String beginning(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.codePointCount(0, line.length()) <= BEGINNING
                ? line
                : line.substring(0, line.offsetByCodePoints(0, BEGINNING)) + "…";
    }

    /** The asker's name, with their branch where they have one. */
    static String who(Question question, String language, Exchange exchange) {
        return exchange.scene()
                .branches()
                .branch(question.branch())
                .map(branch -> question.name() + ", " + branch.name(language))
                .orElse(question.name());
    }

    /** A zone as people say it: the city after which it is named. */
    static String place(ZoneId zone) {
        String id = zone.equals(ZoneOffset.UTC) ? "UTC" : zone.getId();
        return id.substring(id.lastIndexOf('/') + 1).replace('_', ' ');
    }
}
