package org.branchline.campaign.branch.appointing;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.branchline.conversation.Action;
import org.branchline.conversation.Button;
import org.branchline.conversation.Keyboard;
import org.branchline.intake.Command;
import org.branchline.intake.Exchange;
import org.branchline.roster.Role;

/** "I'd rather not": somebody who was made captain is it no longer, and whoever made them hears of it. */
@Singleton
class Declining implements Command {

    static final String NAME = "rathernot";

    private final Posts posts;

    Declining(Posts posts) {
        this.posts = posts;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Uni<Void> run(Exchange exchange, String argument) {
        return Press.read(argument)
                .map(press -> posts.locked(exchange, press.branch()).chain(found -> found.filter(
                                post -> post.captain(exchange.member().id()))
                        .map(post -> Appointments.madeBy(exchange, post).chain(maker -> decline(exchange, post, maker)))
                        .orElseGet(() -> Words.gone(exchange))))
                .orElseGet(() -> Words.gone(exchange));
    }

    private Uni<Void> decline(Exchange exchange, Post post, Optional<Somebody> maker) {
        Somebody here = Somebody.here(exchange);
        posts.take(exchange, post, here, Role.CAPTAIN);
        Appointments.ratherNot(exchange, post);
        List<Somebody> told = maker.map(List::of).orElseGet(() -> coordinators(exchange, post));
        told.forEach(one -> tell(exchange, post, here, one));
        return Words.said(
                exchange,
                Keyboard.NONE,
                told.isEmpty() ? "declined.nobody" : "declined",
                "name",
                here.name(),
                "other",
                told.stream().map(Somebody::name).collect(Collectors.joining(", ")),
                "branch",
                post.name(here.language()));
    }

    /** Whoever made them captain may be gone by now. */
    private static List<Somebody> coordinators(Exchange exchange, Post post) {
        return exchange.scene().branches().coordinators(post.branch().id()).stream()
                .filter(officer -> officer.member() != exchange.member().id())
                .map(Somebody::of)
                .toList();
    }

    private static void tell(Exchange exchange, Post post, Somebody here, Somebody to) {
        String language = to.language();
        Words.tell(
                exchange,
                to,
                Words.SPEECH.in(language, "declined.told", "name", here.name(), "branch", post.name(language)),
                new Button(
                        Words.SPEECH.in(language, "button.anew"),
                        new Action.Order(
                                Captaining.NAME, Press.about('b', post.branch().id(), here.chat()))));
    }
}
