package org.branchline.campaign.event.signing;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.branchline.campaign.event.Mine;
import org.branchline.campaign.event.Shift;
import org.branchline.campaign.event.ShiftText;
import org.branchline.conversation.Stage;
import org.branchline.intake.AfterRun;
import org.branchline.intake.Exchange;
import org.branchline.intake.LinkOpened;
import org.branchline.intake.OpenRun;
import org.branchline.intake.Scene;
import org.branchline.intake.Speech;
import org.branchline.playbooks.OwnKeys;
import org.branchline.roster.joining.JoinLink;
import org.branchline.roster.joining.JoinLinks;

/** Somebody came by a friend's link, new or a member before: they see the shift, and who brought them is noted. */
@Singleton
class Brought implements LinkOpened, AfterRun {

    private static final Speech SPEECH = ShiftText.SPEECH;

    private final Pressing pressing;

    Brought(Pressing pressing) {
        this.pressing = pressing;
    }

    @Override
    public Uni<Boolean> opened(Exchange exchange, JoinLink link) {
        return link.purpose() == JoinLink.Purpose.SHIFT
                ? come(exchange, link).replaceWith(true)
                : Uni.createFrom().item(false);
    }

    @Override
    public Uni<Void> after(Exchange exchange, OpenRun run, Stage stage) {
        Scene.Link came = exchange.scene().link();
        boolean joined = run.playbook().equals(OwnKeys.PREFIX) && stage instanceof Stage.Finished;
        return !joined || came == null || exchange.scene().member() == null
                ? Uni.createFrom().voidItem()
                : JoinLinks.byId(exchange::read, exchange.organisation(), came.id())
                        .chain(link -> link.filter(found -> found.purpose() == JoinLink.Purpose.SHIFT)
                                .map(found -> come(exchange, found))
                                .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    /** Lands in the shift; whoever made the link brings them where it still works. */
    private Uni<Void> come(Exchange exchange, JoinLink link) {
        return FriendLinks.shift(exchange, link).chain(shift -> shift.map(
                        id -> Mine.find(exchange, id).chain(found -> found.map(mine -> land(exchange, link, mine))
                                .orElseGet(() -> said(exchange, SPEECH.say(exchange, "friend.not_open")))))
                .orElseGet(() -> said(exchange, SPEECH.say(exchange, "gone"))));
    }

    private Uni<Void> land(Exchange exchange, JoinLink link, Mine mine) {
        Shift shift = mine.shift();
        String key = !shift.open()
                ? "cancelled"
                : shift.over(exchange.now()) ? "over" : shift.begun(exchange.now()) ? "begun" : "";
        if (!key.isEmpty()) {
            String title = shift.event().title(exchange.person().language());
            return said(exchange, SPEECH.say(exchange, key, "title", title));
        }
        Long maker = link.maker();
        boolean works = link.revokedAt() == null && exchange.now().isBefore(link.expiresAt());
        if (!works || maker == null || maker == exchange.member().id()) {
            pressing.say(exchange, "", mine);
            return Uni.createFrom().voidItem();
        }
        return FriendLinks.bring(exchange, shift, link, maker)
                .invoke(brought ->
                        pressing.say(exchange, brought ? SPEECH.say(exchange, "friend.asks") + "\n\n" : "", mine))
                .replaceWithVoid();
    }

    private static Uni<Void> said(Exchange exchange, String text) {
        exchange.say(text, Pressing.list(exchange));
        return Uni.createFrom().voidItem();
    }
}
