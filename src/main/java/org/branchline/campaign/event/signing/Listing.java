package org.branchline.campaign.event.signing;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.branchline.calendar.QuietHours;
import org.branchline.campaign.event.Mine;
import org.branchline.campaign.event.ShiftText;
import org.branchline.conversation.Button;
import org.branchline.conversation.Keyboard;
import org.branchline.conversation.Moments;
import org.branchline.intake.Command;
import org.branchline.intake.Exchange;
import org.branchline.intake.InPlace;
import org.branchline.intake.Page;
import org.branchline.intake.Speech;
import org.branchline.roster.Organisations;

/** {@code /shifts}: those one has, and the next ones that suit, by the reader's own clock; a press shows one. */
@Singleton
class Listing implements Command {

    static final String NAME = "shifts";

    private static final Speech SPEECH = ShiftText.SPEECH;
    private static final Pattern PAGE = Pattern.compile("(a|f)(\\d{1,3})");
    private static final int LONGEST_LABEL = 40;

    private final Organisations organisations;

    Listing(Organisations organisations) {
        this.organisations = organisations;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Uni<Void> run(Exchange exchange, String argument) {
        Matcher page = PAGE.matcher(argument);
        boolean paged = page.matches();
        boolean all = paged && page.group(1).equals("a");
        int number = paged ? Integer.parseInt(page.group(2)) : 0;
        QuietHours quiet = organisations.organisation(exchange.organisation()).quietHours();
        return Fitting.of(exchange, quiet)
                .chain(fitting -> Upcoming.of(exchange, fitting)
                        .invoke(upcoming -> say(exchange, upcoming, fitting, all, number)))
                .replaceWithVoid();
    }

    private static void say(Exchange exchange, Upcoming upcoming, Fitting fitting, boolean all, int number) {
        List<Mine> fit = upcoming.fit();
        List<Mine> shown = all || fit.isEmpty() ? upcoming.first() : fit;
        if (shown.isEmpty()) {
            InPlace.say(exchange, SPEECH.say(exchange, "list.none"), Keyboard.NONE);
            return;
        }
        Page<Mine> page = Page.of(shown, number);
        String unfit = fitting.free().isEmpty() ? "list.night" : "list.unfit";
        String head = !all && fit.isEmpty() ? unfit : "list";
        StringBuilder text =
                new StringBuilder(SPEECH.count(exchange, head, shown.size(), "place", Moments.place(fitting.zone())));
        List<List<Button>> rows = new ArrayList<>();
        String language = exchange.person().language();
        int at = shown.indexOf(page.shown().get(0));
        for (Mine mine : page.shown()) {
            at++;
            text.append('\n').append(ShiftText.line(mine, at, fitting.zone(), fitting.quiet(), language));
            rows.add(List.of(Pressing.labelled(label(mine, at, fitting, language), mine.shift(), Pressing.OPEN)));
        }
        String which = all ? "a" : "f";
        rows.addAll(page.turning(
                to -> SPEECH.button(exchange, "earlier", NAME, which + to),
                to -> SPEECH.button(exchange, "more", NAME, which + to)));
        if (!all && !fit.isEmpty() && upcoming.others()) {
            rows.add(List.of(SPEECH.button(exchange, "all", NAME, "a0")));
        }
        InPlace.say(exchange, text.toString(), new Keyboard(rows));
    }

    private static String label(Mine mine, int number, Fitting fitting, String language) {
        String label = number + " · " + Moments.of(mine.shift().startsAt(), fitting.zone(), language) + " · "
                + mine.shift().event().title(language);
        return label.length() <= LONGEST_LABEL ? label : label.substring(0, LONGEST_LABEL - 1) + "…";
    }
}
