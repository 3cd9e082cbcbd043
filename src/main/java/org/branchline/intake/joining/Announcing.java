package org.branchline.intake.joining;

import jakarta.inject.Singleton;
import java.util.List;
import org.branchline.conversation.Action;
import org.branchline.conversation.Button;
import org.branchline.conversation.Keyboard;
import org.branchline.conversation.Outgoing;
import org.branchline.delivery.Doubt;
import org.branchline.delivery.Letter;
import org.branchline.delivery.Priority;
import org.branchline.intake.Exchange;
import org.branchline.intake.Speech;
import org.branchline.roster.Branch;
import org.branchline.roster.BranchBook;
import org.branchline.roster.Officer;

/** Tells whoever looks after a branch that somebody joined it: its captains, or the coordinators where it has none. */
@Singleton
class Announcing {

    private static final Speech SPEECH = Speech.of("joining");

    void newcomer(Exchange exchange, long branchId) {
        BranchBook book = exchange.scene().branches();
        Branch branch = book.branch(branchId).orElse(null);
        if (branch == null) {
            return;
        }
        List<Officer> captains = book.captains(branchId);
        List<Officer> told = captains.isEmpty() ? book.coordinators(branchId) : captains;
        long newcomer = exchange.scene().chat();
        for (Officer officer : told) {
            if (officer.chat() == newcomer) {
                continue;
            }
            String text = SPEECH.in(
                    officer.language(),
                    "joined",
                    "name",
                    exchange.person().name(),
                    "branch",
                    branch.name(officer.language()));
            Button known =
                    new Button(SPEECH.in(officer.language(), "button.known"), new Action.Order("know", "" + newcomer));
            exchange.send(new Letter(
                    exchange.scene().bot(),
                    officer.chat(),
                    null,
                    Priority.REMINDER,
                    Doubt.REPORT,
                    false,
                    new Outgoing.Say(text, Keyboard.row(known))));
        }
    }
}
