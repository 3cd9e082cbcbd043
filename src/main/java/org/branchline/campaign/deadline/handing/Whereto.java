package org.branchline.campaign.deadline.handing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.branchline.conversation.Button;
import org.branchline.conversation.Keyboard;
import org.branchline.intake.Exchange;
import org.branchline.intake.Page;
import org.branchline.roster.Access;
import org.branchline.roster.Branch;
import org.branchline.roster.Deed;

/** The branches that somebody can hand a deadline to, a page at a time. */
public final class Whereto {

    private Whereto() {}

    /** Whether there is more to choose from than one's own. */
    public static boolean any(Access access) {
        List<Branch> all = access.where(Deed.BROADCAST);
        return access.may(Deed.BROADCAST, null) ? !all.isEmpty() : all.size() > 1;
    }

    /**
     * A button for each.
     *
     * @param to what a button of a branch is
     * @param turn what the buttons are that turn the page
     * @param last stands below them
     */
    public static Keyboard keyboard(
            Exchange exchange,
            Access access,
            int page,
            Function<Branch, Button> to,
            IntFunction<Function<String, Button>> turn,
            Button last) {
        Page<Branch> shown = Page.of(access.where(Deed.BROADCAST), page);
        List<List<Button>> rows = new ArrayList<>();
        shown.shown().forEach(branch -> rows.add(List.of(to.apply(branch))));
        rows.addAll(shown.turning(
                at -> turn.apply(at).apply(Handing.SPEECH.say(exchange, "button.earlier")),
                at -> turn.apply(at).apply(Handing.SPEECH.say(exchange, "button.more"))));
        rows.add(List.of(last));
        return new Keyboard(rows);
    }

    /** One of them, where somebody may hand something to it. */
    public static Optional<Branch> of(Exchange exchange, Access access, long id) {
        return exchange.scene().branches().branch(id).filter(branch -> access.may(Deed.BROADCAST, branch.id()));
    }
}
