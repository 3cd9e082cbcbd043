package org.branchline.campaign.branch.asking;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.branchline.campaign.branch.appointing.Duty;
import org.branchline.campaign.branch.appointing.Post;
import org.branchline.campaign.branch.appointing.Posts;
import org.branchline.campaign.branch.appointing.Press;
import org.branchline.campaign.branch.appointing.Somebody;
import org.branchline.campaign.branch.appointing.Words;
import org.branchline.conversation.Action;
import org.branchline.conversation.Button;
import org.branchline.intake.Command;
import org.branchline.intake.Exchange;
import org.branchline.roster.Role;

/** A captain hands the branch over: with a member's yes it is theirs, in the same moment. */
@Singleton
class HandingOver implements Command {

    private final Requesting requesting;
    private final Answering answering;
    private final Posts posts;

    HandingOver(Requesting requesting, Answering answering, Posts posts) {
        this.requesting = requesting;
        this.answering = answering;
        this.posts = posts;
    }

    @Override
    public String name() {
        return Duty.HANDOVER.key();
    }

    @Override
    public Uni<Void> run(Exchange exchange, String argument) {
        return Press.read(argument)
                .map(press -> press.deed() == Answering.YES || press.deed() == Answering.NO
                        ? answering.pressed(
                                exchange,
                                Duty.HANDOVER,
                                press,
                                (post, asker, here) -> accepted(exchange, post, asker, here))
                        : requesting.pressed(exchange, Duty.HANDOVER, press))
                .orElseGet(() -> Words.gone(exchange));
    }

    private Button accepted(Exchange exchange, Post post, Somebody asker, Somebody here) {
        posts.take(exchange, post, asker, Role.CAPTAIN);
        if (post.buddies().stream().anyMatch(buddy -> buddy.member() == here.member())) {
            posts.take(exchange, post, here, Role.BUDDY);
        }
        posts.give(exchange, post, here, Role.CAPTAIN);
        exchange.scene().branches().coordinators(post.branch().id()).stream()
                .filter(officer -> officer.member() != asker.member() && officer.member() != here.member())
                .forEach(officer -> tell(exchange, post, here, Somebody.of(officer)));
        return new Button(
                Words.SPEECH.in(asker.language(), "button.open"), new Action.Order("start", "@" + here.chat()));
    }

    private static void tell(Exchange exchange, Post post, Somebody here, Somebody coordinator) {
        String language = coordinator.language();
        String branch = post.name(language);
        Words.tell(
                exchange,
                coordinator,
                Words.SPEECH.in(language, "handover.officers", "name", here.name(), "branch", branch),
                new Button(
                        Words.SPEECH.in(language, "button.show", "branch", branch),
                        new Action.Order(
                                "branch", Press.about('b', post.branch().id(), here.chat()))));
    }
}
