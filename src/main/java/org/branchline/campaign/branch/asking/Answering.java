package org.branchline.campaign.branch.asking;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.branchline.campaign.branch.appointing.Appointments;
import org.branchline.campaign.branch.appointing.Duty;
import org.branchline.campaign.branch.appointing.Post;
import org.branchline.campaign.branch.appointing.Posts;
import org.branchline.campaign.branch.appointing.Press;
import org.branchline.campaign.branch.appointing.Somebody;
import org.branchline.campaign.branch.appointing.Words;
import org.branchline.conversation.Button;
import org.branchline.conversation.Keyboard;
import org.branchline.intake.Exchange;

/** Yes or no to what a captain asked; counts only while the captain is that, and the member is of the branch. */
@Singleton
class Answering {

    static final char YES = 'y';
    static final char NO = 'n';

    /** What follows a yes, by whoever said it in this turn. */
    interface Accepted {
        /** What whoever asked reads below the news. */
        Button then(Post post, Somebody asker, Somebody here);
    }

    private final Posts posts;

    Answering(Posts posts) {
        this.posts = posts;
    }

    Uni<Void> pressed(Exchange exchange, Duty duty, Press press, Accepted accepted) {
        Somebody here = Somebody.here(exchange);
        return posts.locked(exchange, press.branch()).chain(post -> Somebody.ofChat(exchange, press.chat())
                .chain(asker -> post.isEmpty() || asker.isEmpty()
                        ? Words.gone(exchange)
                        : Appointments.open(exchange, duty, post.get(), asker.get(), here)
                                .chain(open -> open && standing(exchange, post.get(), asker.get(), here)
                                        ? answer(exchange, duty, post.get(), asker.get(), press, accepted)
                                        : Words.gone(exchange))));
    }

    private static boolean standing(Exchange exchange, Post post, Somebody asker, Somebody here) {
        return post.captain(asker.member()) && !post.captain(here.member()) && post.holds(exchange, here);
    }

    private static Uni<Void> answer(
            Exchange exchange, Duty duty, Post post, Somebody asker, Press press, Accepted accepted) {
        Somebody here = Somebody.here(exchange);
        boolean agreed = press.deed() == YES;
        Appointments.answer(exchange, duty, post, asker, here, agreed);
        String language = asker.language();
        Button below = agreed
                ? accepted.then(post, asker, here)
                : Requesting.about(duty, Words.SPEECH.in(language, "button.another"), Requesting.CHOOSE, post, here);
        String key = duty.key() + (agreed ? ".yes" : ".no");
        Words.tell(
                exchange,
                asker,
                Words.SPEECH.in(language, key + ".told", "name", here.name(), "branch", post.name(language)),
                below);
        return Words.said(
                exchange,
                Keyboard.NONE,
                agreed ? key : "no",
                "name",
                agreed ? here.name() : asker.name(),
                "branch",
                post.name(here.language()));
    }
}
