package org.branchline.campaign.branch.asking;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.stream.Collectors;
import org.branchline.campaign.branch.appointing.Duty;
import org.branchline.campaign.branch.appointing.Post;
import org.branchline.campaign.branch.appointing.Posts;
import org.branchline.campaign.branch.appointing.Press;
import org.branchline.campaign.branch.appointing.Somebody;
import org.branchline.campaign.branch.appointing.Words;
import org.branchline.conversation.Action;
import org.branchline.conversation.Button;
import org.branchline.conversation.Keyboard;
import org.branchline.intake.Command;
import org.branchline.intake.Exchange;
import org.branchline.roster.Role;

/** A captain's buddy: one for a branch, chosen, replaced or let go by its captain, and only with a yes. */
@Singleton
class Buddying implements Command {

    static final char SHOW = 's';
    private static final char END = 'x';

    private final Requesting requesting;
    private final Answering answering;
    private final Posts posts;

    Buddying(Requesting requesting, Answering answering, Posts posts) {
        this.requesting = requesting;
        this.answering = answering;
        this.posts = posts;
    }

    @Override
    public String name() {
        return Duty.BUDDY.key();
    }

    @Override
    public Uni<Void> run(Exchange exchange, String argument) {
        return Press.read(argument)
                .map(press -> switch (press.deed()) {
                    case SHOW -> requesting.own(exchange, press, post -> show(exchange, post));
                    case END -> requesting.own(exchange, press, post -> end(exchange, post));
                    case Answering.YES, Answering.NO ->
                        answering.pressed(
                                exchange, Duty.BUDDY, press, (post, asker, here) -> accepted(exchange, post, asker));
                    default -> requesting.pressed(exchange, Duty.BUDDY, press);
                })
                .orElseGet(() -> Words.gone(exchange));
    }

    private static Uni<Void> show(Exchange exchange, Post post) {
        if (post.buddies().isEmpty()) {
            return Words.gone(exchange);
        }
        long branch = post.branch().id();
        return Words.said(
                exchange,
                new Keyboard(List.of(
                        List.of(
                                order(exchange, "another", Press.of(Requesting.CHOOSE, branch)),
                                order(exchange, "buddy.end", Press.of(END, branch))),
                        List.of(Requesting.back(exchange, post)))),
                "buddy.now",
                "name",
                names(post),
                "branch",
                post.name(exchange.person().language()));
    }

    private Uni<Void> end(Exchange exchange, Post post) {
        if (post.buddies().isEmpty()) {
            return Words.gone(exchange);
        }
        post.buddies().forEach(buddy -> let(exchange, post, buddy));
        return Words.said(
                exchange,
                Keyboard.row(Requesting.back(exchange, post)),
                "buddy.end",
                "name",
                names(post),
                "branch",
                post.name(exchange.person().language()));
    }

    private Button accepted(Exchange exchange, Post post, Somebody asker) {
        Somebody here = Somebody.here(exchange);
        post.buddies().stream()
                .filter(buddy -> buddy.member() != here.member())
                .forEach(former -> let(exchange, post, former));
        posts.give(exchange, post, here, Role.BUDDY);
        return new Button(
                Words.SPEECH.in(asker.language(), "button.show", "branch", post.name(asker.language())),
                new Action.Order("branch", Press.about('b', post.branch().id(), here.chat())));
    }

    private void let(Exchange exchange, Post post, Somebody buddy) {
        posts.take(exchange, post, buddy, Role.BUDDY);
        Words.tell(
                exchange,
                buddy,
                Words.SPEECH.in(
                        buddy.language(),
                        "buddy.end.you",
                        "name",
                        buddy.name(),
                        "branch",
                        post.name(buddy.language())));
    }

    static String names(Post post) {
        return post.buddies().stream().map(Somebody::name).collect(Collectors.joining(", "));
    }

    private static Button order(Exchange exchange, String key, String argument) {
        return Words.SPEECH.button(exchange, key, Duty.BUDDY.key(), argument);
    }
}
