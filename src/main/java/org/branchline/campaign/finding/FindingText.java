package org.branchline.campaign.finding;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.branchline.conversation.Action;
import org.branchline.conversation.Button;
import org.branchline.conversation.Keyboard;
import org.branchline.conversation.playbook.Option;
import org.branchline.intake.Exchange;
import org.branchline.intake.Speech;
import org.jspecify.annotations.Nullable;

/** Questions and people found, as messages. */
final class FindingText {

    static final Speech SPEECH = Speech.of("finding");

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm");
    private static final List<String> QUESTIONS = List.of("skill", "language", "time");
    private static final int A_ROW = 2;

    private FindingText() {}

    /** The next question. */
    static String question(Exchange exchange, Wanted wanted, List<Offer> offers) {
        String said = wanted.words(offers, exchange.person().language());
        String question =
                SPEECH.say(exchange, "ask." + QUESTIONS.get(wanted.chosen().size()));
        return said.isEmpty() ? question : said + "\n" + question;
    }

    static Keyboard answers(Exchange exchange, Wanted wanted, List<Offer> offers) {
        List<List<Button>> rows = new ArrayList<>();
        List<Button> row = new ArrayList<>();
        for (Option option : offers.get(wanted.chosen().size()).options()) {
            row.add(button(option.label().in(exchange.person().language()).source(), wanted.and(option.id())));
            if (row.size() == A_ROW) {
                rows.add(List.copyOf(row));
                row.clear();
            }
        }
        if (!row.isEmpty()) {
            rows.add(List.copyOf(row));
        }
        rows.add(List.of(button(SPEECH.say(exchange, "button.any"), wanted.and(Wanted.ANY))));
        if (!wanted.chosen().isEmpty()) {
            rows.add(List.of(anew(exchange)));
        }
        return new Keyboard(rows);
    }

    /** A page of people. */
    static String people(Exchange exchange, Wanted wanted, List<Offer> offers, Found found) {
        String looked = wanted.words(offers, exchange.person().language());
        StringBuilder text = new StringBuilder(looked.isEmpty() ? SPEECH.say(exchange, "everyone") : looked);
        text.append('\n')
                .append(
                        found.total() == 0
                                ? SPEECH.say(exchange, "found.nobody")
                                : SPEECH.count(exchange, "found", found.total()));
        found.people().forEach(person -> text.append('\n')
                .append(line(exchange, exchange.person().language(), person.name(), person.branch(), person.zone())));
        if (found.askable() > 0) {
            text.append("\n\n").append(SPEECH.count(exchange, "askable", found.askable()));
        }
        return text.toString();
    }

    static Keyboard after(Exchange exchange, Wanted wanted, Found found) {
        List<List<Button>> rows = new ArrayList<>();
        if (found.askable() > 0) {
            rows.add(List.of(SPEECH.button(
                    exchange, "ask", AskingFirst.NAME, wanted.onPage(0).argument())));
        }
        List<Button> row = new ArrayList<>();
        if ((wanted.page() + 1) * Found.PAGE < found.total()) {
            row.add(button(SPEECH.say(exchange, "button.more"), wanted.onPage(wanted.page() + 1)));
        }
        row.add(anew(exchange));
        rows.add(row);
        return new Keyboard(rows);
    }

    /** Name, branch and what their clock shows, as far as they are known. */
    static String line(Exchange exchange, String language, String name, @Nullable Long branch, @Nullable String zone) {
        List<String> parts = new ArrayList<>();
        parts.add(name);
        exchange.scene().branches().branch(branch).ifPresent(known -> parts.add(known.name(language)));
        if (zone != null && ZoneId.getAvailableZoneIds().contains(zone)) {
            parts.add(TIME.format(exchange.now().atZone(ZoneId.of(zone))));
        }
        return String.join(", ", parts);
    }

    private static Button anew(Exchange exchange) {
        return button(SPEECH.say(exchange, "button.anew"), Wanted.NOTHING);
    }

    private static Button button(String label, Wanted wanted) {
        return new Button(label, new Action.Order(Finding.NAME, wanted.argument()));
    }
}
