package org.branchline.campaign.branch.appointing;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.branchline.conversation.Keyboard;
import org.branchline.conversation.Stage;
import org.branchline.intake.AfterRun;
import org.branchline.intake.Exchange;
import org.branchline.intake.LinkOpened;
import org.branchline.intake.OpenRun;
import org.branchline.intake.Scene;
import org.branchline.playbooks.OwnKeys;
import org.branchline.roster.Branch;
import org.branchline.roster.Officer;
import org.branchline.roster.joining.JoinLink;
import org.branchline.roster.joining.JoinLinks;

/** Somebody came by a captain's link, new or a member before: whoever made it is asked what shall become of it. */
@Singleton
class Arriving implements LinkOpened, AfterRun {

    private final Words words;

    Arriving(Words words) {
        this.words = words;
    }

    @Override
    public Uni<Boolean> opened(Exchange exchange, JoinLink link) {
        if (link.purpose() != JoinLink.Purpose.CAPTAIN) {
            return Uni.createFrom().item(false);
        }
        if (link.maker() != null && link.maker() == exchange.member().id()) {
            return own(exchange, link);
        }
        Optional<Branch> branch = exchange.scene().branches().branch(link.branch());
        Optional<Officer> maker = maker(exchange, link);
        if (branch.isEmpty() || maker.isEmpty()) {
            return said(exchange, "over");
        }
        return Post.read(exchange, branch.get()).chain(post -> {
            if (post.captain(exchange.member().id())) {
                return said(exchange, "already.you", "branch", name(exchange, post.branch()));
            }
            return Appointments.cameBefore(exchange, link)
                    .chain(before -> before
                            ? told(exchange, maker.get(), post.branch())
                            : first(exchange, link, maker.get(), post.branch()));
        });
    }

    private static Uni<Boolean> own(Exchange exchange, JoinLink link) {
        return exchange.scene()
                .branches()
                .branch(link.branch())
                .map(branch -> said(exchange, "own", "branch", name(exchange, branch)))
                .orElseGet(() -> said(exchange, "over"));
    }

    private Uni<Boolean> first(Exchange exchange, JoinLink link, Officer maker, Branch branch) {
        if (link.at(exchange.now()) != JoinLink.Standing.OPEN) {
            return said(exchange, "over");
        }
        return Appointments.came(exchange, link, branch.id(), maker.member()).chain(first -> {
            if (!first) {
                return said(exchange, "over");
            }
            JoinLinks.count(exchange, exchange.organisation(), link.id());
            return ask(exchange, maker, branch);
        });
    }

    @Override
    public Uni<Void> after(Exchange exchange, OpenRun run, Stage stage) {
        Scene.Link came = exchange.scene().link();
        boolean joined = run.playbook().equals(OwnKeys.PREFIX) && stage instanceof Stage.Finished;
        return !joined || came == null || exchange.scene().member() == null
                ? Uni.createFrom().voidItem()
                : JoinLinks.byId(exchange::read, exchange.organisation(), came.id())
                        .chain(link -> link.filter(found -> found.purpose() == JoinLink.Purpose.CAPTAIN)
                                .map(found -> joined(exchange, found))
                                .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    /** The link counted when they agreed; of several who agreed at once, whoever is through first. */
    private Uni<Void> joined(Exchange exchange, JoinLink link) {
        Optional<Branch> branch = exchange.scene().branches().branch(link.branch());
        Optional<Officer> maker = maker(exchange, link);
        return link.revokedAt() != null || branch.isEmpty() || maker.isEmpty()
                ? Uni.createFrom().voidItem()
                : Appointments.came(
                                exchange, link, branch.get().id(), maker.get().member())
                        .chain(first -> first
                                ? ask(exchange, maker.get(), branch.get())
                                : Uni.createFrom().item(false))
                        .replaceWithVoid();
    }

    /** Whoever made it, while they run the campaign there. */
    private static Optional<Officer> maker(Exchange exchange, JoinLink link) {
        return exchange.scene().branches().coordinators(link.branch()).stream()
                .filter(officer -> link.maker() != null && officer.member() == link.maker())
                .findFirst();
    }

    private Uni<Boolean> ask(Exchange exchange, Officer maker, Branch branch) {
        String language = maker.language();
        String captain = words.captain(exchange, language);
        long here = exchange.scene().chat();
        Words.tell(
                exchange,
                Somebody.of(maker),
                Words.SPEECH.in(
                        language,
                        "came",
                        "name",
                        exchange.person().name(),
                        "branch",
                        branch.name(language),
                        "role",
                        captain),
                Making.button(language, "make", 'm', branch, here, "role", captain),
                Making.button(language, "not_now", 'n', branch, here));
        return told(exchange, maker, branch);
    }

    private static Uni<Boolean> told(Exchange exchange, Officer maker, Branch branch) {
        return said(exchange, "told", "name", maker.name(), "branch", name(exchange, branch));
    }

    private static Uni<Boolean> said(Exchange exchange, String key, String... values) {
        exchange.say(Words.SPEECH.say(exchange, key, values), Keyboard.NONE);
        return Uni.createFrom().item(true);
    }

    private static String name(Exchange exchange, Branch branch) {
        return branch.name(exchange.person().language());
    }
}
