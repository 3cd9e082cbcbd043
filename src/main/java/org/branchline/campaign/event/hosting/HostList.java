package org.branchline.campaign.event.hosting;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.branchline.campaign.event.Mine;
import org.branchline.campaign.event.Shift;
import org.branchline.campaign.event.Shifts;
import org.branchline.conversation.Button;
import org.branchline.conversation.Keyboard;
import org.branchline.conversation.Moments;
import org.branchline.intake.Exchange;
import org.branchline.intake.Page;
import org.branchline.intake.Speech;

/** The shifts somebody sees to: those of the last days, of whom it may be noted who came, and of the next weeks. */
@Singleton
class HostList {

    private static final Speech SPEECH = ShiftCard.SPEECH;
    private static final Duration BACK = Duration.ofDays(3);
    private static final Duration AHEAD = Duration.ofDays(28);
    private static final Pattern PAGE = Pattern.compile("l(\\d{1,3})");
    private static final int LONGEST_TITLE = 30;

    Uni<Void> show(Exchange exchange, String argument) {
        Matcher page = PAGE.matcher(argument);
        int number = page.matches() ? Integer.parseInt(page.group(1)) : 0;
        return exchange.access()
                .chain(access -> Shifts.theirs(
                        exchange,
                        access,
                        exchange.now().minus(BACK),
                        exchange.now().plus(AHEAD)))
                .chain(all -> say(exchange, all, number));
    }

    private static Uni<Void> say(Exchange exchange, List<Shift> all, int number) {
        if (all.isEmpty()) {
            return Hosting.said(exchange, SPEECH.say(exchange, "list.none"), Keyboard.NONE);
        }
        Page<Shift> page = Page.of(all, number);
        List<List<Button>> rows = new ArrayList<>();
        page.shown()
                .forEach(shift -> rows.add(List.of(ShiftCard.labelled(label(exchange, shift), shift, Hosting.OPEN))));
        rows.addAll(page.turning(
                to -> SPEECH.button(exchange, "earlier", Hosting.NAME, "l" + to),
                to -> SPEECH.button(exchange, "more", Hosting.NAME, "l" + to)));
        String head = SPEECH.count(exchange, "list", all.size(), "place", Moments.place(Mine.zone(exchange)));
        return Hosting.said(exchange, head, new Keyboard(rows));
    }

    private static String label(Exchange exchange, Shift shift) {
        String language = exchange.person().language();
        String title = shift.event().title(language);
        String cut = title.length() > LONGEST_TITLE ? title.substring(0, LONGEST_TITLE - 1) + "…" : title;
        return Moments.of(shift.startsAt(), Mine.zone(exchange), language) + " · " + cut;
    }
}
