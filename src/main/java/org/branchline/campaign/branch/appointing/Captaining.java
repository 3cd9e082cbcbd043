package org.branchline.campaign.branch.appointing;

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
import org.branchline.roster.Access;
import org.branchline.roster.Branch;
import org.branchline.roster.Deed;
import org.branchline.roster.Role;

/** {@code /captain}, or {@code /captain tok}: who looks after a branch; makes a link to find somebody, or takes the role away. */
@Singleton
class Captaining implements Command {

    static final String NAME = "captain";

    private static final int MOST_SHOWN = 6;

    private final Posts posts;
    private final CaptainLink link;
    private final Making making;

    Captaining(Posts posts, CaptainLink link, Making making) {
        this.posts = posts;
        this.link = link;
        this.making = making;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Audience audience() {
        return Audience.COORDINATOR;
    }

    @Override
    public Uni<Void> run(Exchange exchange, String argument) {
        return exchange.access().chain(access -> {
            List<Branch> mine = access.where(Deed.APPOINT);
            if (mine.isEmpty()) {
                return Words.said(exchange, Keyboard.NONE, "not_for_you");
            }
            // A newcomer's card carries their number alone.
            if (argument.matches("\\d{1,16}")) {
                return newcomer(exchange, access, Long.parseLong(argument));
            }
            Optional<Press> press = Press.read(argument.strip());
            if (press.isEmpty()) {
                List<Branch> meant =
                        mine.stream().filter(branch -> branch.like(argument)).toList();
                return meant.size() == 1
                        ? show(exchange, meant.get(0), mine.size() > 1)
                        : choose(exchange, meant.isEmpty() ? mine : meant, 0);
            }
            // Whatever number a button brings: only what is theirs.
            return press.flatMap(pressed -> mine.stream()
                            .filter(branch -> branch.id() == pressed.branch())
                            .findFirst()
                            .flatMap(branch -> pressed(exchange, branch, mine.size() > 1, pressed)))
                    .orElseGet(() -> choose(exchange, mine, press.get().page()));
        });
    }

    private Optional<Uni<Void>> pressed(Exchange exchange, Branch branch, boolean others, Press press) {
        return switch (press.deed()) {
            case 'b' -> Optional.of(show(exchange, branch, others));
            case 'l' -> Optional.of(link.give(exchange, branch));
            case 's', 't' -> Optional.of(stepDown(exchange, branch, press));
            default -> Optional.empty();
        };
    }

    private static Uni<Void> choose(Exchange exchange, List<Branch> mine, int wanted) {
        Page<Branch> page = Page.of(mine, wanted);
        List<List<Button>> rows = new ArrayList<>();
        page.shown()
                .forEach(branch -> rows.add(
                        List.of(order(branch.name(exchange.person().language()), Press.of('b', branch.id())))));
        rows.addAll(page.turning(at -> order("◀", Press.page('p', 0, at)), at -> order("▶", Press.page('p', 0, at))));
        return Words.said(exchange, new Keyboard(rows), "which");
    }

    private static Uni<Void> show(Exchange exchange, Branch branch, boolean others) {
        return Post.read(exchange, branch)
                .invoke(post -> {
                    StringBuilder text =
                            new StringBuilder(post.name(exchange.person().language()));
                    List<List<Button>> rows = new ArrayList<>();
                    rows.add(List.of(order(Words.SPEECH.say(exchange, "button.link"), Press.of('l', branch.id()))));
                    if (post.captains().isEmpty()) {
                        text.append("\n· ").append(Words.SPEECH.say(exchange, "card.nobody"));
                    }
                    post.captains().stream().limit(MOST_SHOWN).forEach(one -> {
                        text.append("\n· ").append(Words.SPEECH.say(exchange, "card.captain", "name", one.name()));
                        rows.add(List.of(order(
                                Words.SPEECH.say(exchange, "button.step_down", "name", one.name()),
                                Press.about('s', branch.id(), one.chat()))));
                    });
                    post.buddies().forEach(one -> text.append("\n· ")
                            .append(Words.SPEECH.say(exchange, "card.buddy", "name", one.name())));
                    if (others) {
                        rows.add(List.of(order(Words.SPEECH.say(exchange, "button.others"), Press.page('p', 0, 0))));
                    }
                    InPlace.say(exchange, text.toString(), new Keyboard(rows));
                })
                .replaceWithVoid();
    }

    private Uni<Void> newcomer(Exchange exchange, Access access, long chat) {
        return Somebody.ofChat(exchange, chat).chain(found -> {
            Somebody somebody = found.orElse(null);
            Long home = somebody == null || somebody.stopped() ? null : somebody.branch();
            return somebody == null || home == null || !access.may(Deed.APPOINT, home)
                    ? Words.gone(exchange)
                    : posts.locked(exchange, home).chain(post -> post.map(known -> make(exchange, known, somebody))
                            .orElseGet(() -> Words.gone(exchange)));
        });
    }

    private Uni<Void> make(Exchange exchange, Post post, Somebody somebody) {
        if (!post.captain(somebody.member())) {
            Appointments.made(exchange, post, somebody);
        }
        return making.make(exchange, post, somebody);
    }

    /** Asks first; the second press does it. */
    private Uni<Void> stepDown(Exchange exchange, Branch branch, Press press) {
        return posts.locked(exchange, branch.id()).chain(found -> found.flatMap(post -> post.captains().stream()
                        .filter(one -> one.chat() == press.chat())
                        .findFirst()
                        .map(one -> press.deed() == 's' ? sure(exchange, post, one) : take(exchange, post, one)))
                .orElseGet(() -> Words.gone(exchange)));
    }

    private static Uni<Void> sure(Exchange exchange, Post post, Somebody captain) {
        return Words.said(
                exchange,
                Keyboard.row(
                        order(
                                Words.SPEECH.say(exchange, "button.take"),
                                Press.about('t', post.branch().id(), captain.chat())),
                        order(
                                Words.SPEECH.say(exchange, "button.leave"),
                                Press.of('b', post.branch().id()))),
                "sure",
                "name",
                captain.name(),
                "branch",
                post.name(exchange.person().language()));
    }

    private Uni<Void> take(Exchange exchange, Post post, Somebody captain) {
        posts.take(exchange, post, captain, Role.CAPTAIN);
        Words.tell(
                exchange,
                captain,
                Words.SPEECH.in(
                        captain.language(),
                        "taken.you",
                        "name",
                        captain.name(),
                        "branch",
                        post.name(captain.language())));
        return Words.said(
                exchange,
                Keyboard.NONE,
                "taken",
                "name",
                captain.name(),
                "branch",
                post.name(exchange.person().language()));
    }

    private static Button order(String label, String argument) {
        return new Button(label, new Action.Order(NAME, argument));
    }
}
