package org.branchline.campaign.invite;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.branchline.conversation.Action;
import org.branchline.conversation.Button;
import org.branchline.conversation.Keyboard;
import org.branchline.intake.Command;
import org.branchline.intake.Exchange;
import org.branchline.intake.InPlace;
import org.branchline.intake.Page;
import org.branchline.intake.Speech;
import org.branchline.intake.Word;
import org.branchline.roster.Access;
import org.branchline.roster.Branch;
import org.branchline.roster.Deed;
import org.branchline.roster.Organisations;

/** {@code /invite}, or {@code /invite tok}: chooses the branch, then gives its link. */
@Singleton
class Inviting implements Command {

    static final Speech SPEECH = Speech.of("invite");

    private static final String EVERYWHERE = "all";
    private static final String BRANCH = "b:";
    private static final String TURN = "p:";

    private final Organisations organisations;
    private final Invitation invitation;

    Inviting(Organisations organisations, Invitation invitation) {
        this.organisations = organisations;
        this.invitation = invitation;
    }

    @Override
    public String name() {
        return "invite";
    }

    @Override
    public Audience audience() {
        return Audience.CAPTAIN;
    }

    @Override
    public Uni<Void> run(Exchange exchange, String argument) {
        return exchange.access().chain(access -> choose(exchange, access, argument.strip()));
    }

    private Uni<Void> choose(Exchange exchange, Access access, String wanted) {
        List<Branch> joinable = exchange.scene().branches().leaves().stream()
                .filter(branch -> access.may(Deed.INVITE, branch.id()))
                .toList();
        boolean everywhere = access.may(Deed.INVITE, null);
        if (joinable.isEmpty() && !everywhere) {
            exchange.say(SPEECH.say(exchange, "not_for_you"));
            return Uni.createFrom().voidItem();
        }
        if (everywhere && (wanted.equals(EVERYWHERE) || joinable.isEmpty())) {
            return invitation.give(exchange, Optional.empty());
        }
        List<Branch> meant = wanted.startsWith(BRANCH)
                ? joinable.stream()
                        .filter(branch -> wanted.equals(BRANCH + branch.id()))
                        .toList()
                : like(joinable, wanted.startsWith(TURN) ? "" : wanted);
        if (meant.size() == 1) {
            return invitation.give(exchange, Optional.of(meant.get(0)));
        }
        boolean unknown = meant.isEmpty() && !wanted.startsWith(BRANCH);
        list(exchange, unknown ? "unknown" : "which", meant.isEmpty() ? joinable : meant, everywhere, page(wanted));
        return Uni.createFrom().voidItem();
    }

    private void list(Exchange exchange, String question, List<Branch> branches, boolean everywhere, int wanted) {
        String language = exchange.person().language();
        String word = Word.ONE.of(organisations.organisation(exchange.organisation()), language, "branch");
        Page<Branch> page = Page.of(branches, wanted);
        List<List<Button>> rows = new ArrayList<>();
        for (Branch branch : page.shown()) {
            rows.add(List.of(new Button(branch.name(language), new Action.Order("invite", BRANCH + branch.id()))));
        }
        rows.addAll(page.turning(at -> turn("◀", at), at -> turn("▶", at)));
        if (everywhere) {
            rows.add(List.of(new Button(
                    SPEECH.say(exchange, "button.everywhere", "word", word), new Action.Order("invite", EVERYWHERE))));
        }
        InPlace.say(exchange, SPEECH.say(exchange, question, "word", word), new Keyboard(rows));
    }

    private static Button turn(String label, int page) {
        return new Button(label, new Action.Order("invite", TURN + page));
    }

    private static int page(String wanted) {
        return wanted.matches(TURN + "\\d{1,4}") ? Integer.parseInt(wanted.substring(TURN.length())) : 0;
    }

    private static List<Branch> like(List<Branch> branches, String typed) {
        return branches.stream().filter(branch -> branch.like(typed)).toList();
    }
}
