package org.branchline.campaign.event.calling;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.branchline.campaign.event.Mine;
import org.branchline.campaign.event.ShiftText;
import org.branchline.campaign.event.Standing;
import org.branchline.conversation.Keyboard;
import org.branchline.conversation.Outgoing;
import org.branchline.intake.Command;
import org.branchline.intake.Engines;
import org.branchline.intake.Exchange;
import org.branchline.intake.InPlace;
import org.branchline.intake.Page;
import org.branchline.intake.Speech;

/**
 * The playbook by which people call, to read from: for whoever has a place. Nothing is asked and no run begins, so nothing
 * of whoever is called can be kept.
 */
@Singleton
class Script implements Command {

    private static final Speech SPEECH = TallyText.SPEECH;
    private static final Pattern PRESSED = Pattern.compile("(\\d{1,12})(?:\\.(\\d{1,3}))?");

    private final Engines engines;

    Script(Engines engines) {
        this.engines = engines;
    }

    @Override
    public String name() {
        return ShiftText.SCRIPT;
    }

    @Override
    public Uni<Void> run(Exchange exchange, String argument) {
        Matcher pressed = PRESSED.matcher(argument);
        if (!pressed.matches()) {
            return none(exchange);
        }
        return Mine.find(exchange, Long.parseLong(pressed.group(1))).chain(found -> found.filter(Script::theirs)
                .map(mine -> read(exchange, mine, pressed.group(2)))
                .orElseGet(() -> none(exchange)));
    }

    private static boolean theirs(Mine mine) {
        return mine.standing() == Standing.HELD
                && mine.shift().open()
                && !mine.shift().event().script().isEmpty();
    }

    private Uni<Void> read(Exchange exchange, Mine mine, @org.jspecify.annotations.Nullable String page) {
        return exchange.playbook(mine.shift().event().script())
                .map(playbook -> engines.cards(exchange.scene()).script(playbook, exchange.person(), exchange.now()))
                .onFailure(IllegalStateException.class)
                .recoverWithItem(List.of())
                .chain(pages -> {
                    if (pages.isEmpty()) {
                        return none(exchange);
                    }
                    int wanted = page == null ? 0 : Integer.parseInt(page);
                    say(exchange, mine.shift().id(), pages, Math.min(wanted, pages.size() - 1), page == null);
                    return Uni.createFrom().voidItem();
                });
    }

    /** The first in a message of its own: what carries the button is still needed. */
    private static void say(Exchange exchange, long shift, List<String> pages, int number, boolean first) {
        Page<String> page = new Page<>(List.of(pages.get(number)), number, pages.size() - 1);
        Keyboard keyboard = new Keyboard(page.turning(
                to -> SPEECH.button(exchange, "earlier", ShiftText.SCRIPT, shift + "." + to),
                to -> SPEECH.button(exchange, "more", ShiftText.SCRIPT, shift + "." + to)));
        if (first) {
            exchange.say(new Outgoing.Say(pages.get(number), keyboard));
        } else {
            InPlace.say(exchange, pages.get(number), keyboard);
        }
    }

    private static Uni<Void> none(Exchange exchange) {
        exchange.say(SPEECH.say(exchange, "script.none"), Keyboard.NONE);
        return Uni.createFrom().voidItem();
    }
}
