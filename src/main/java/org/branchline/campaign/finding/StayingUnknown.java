package org.branchline.campaign.finding;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.branchline.conversation.Keyboard;
import org.branchline.intake.Command;
import org.branchline.intake.Exchange;
import org.branchline.intake.InPlace;

/** "Not now": nobody is told, not even that somebody said no. */
@Singleton
class StayingUnknown implements Command {

    static final String NAME = "notnow";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Uni<Void> run(Exchange exchange, String argument) {
        return Introduction.meant(exchange, argument, introduction -> {
            introduction.answer(exchange, false);
            InPlace.say(exchange, FindingText.SPEECH.say(exchange, "not_now"), Keyboard.NONE);
        });
    }
}
