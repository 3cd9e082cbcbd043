package org.branchline.campaign.branch.appointing;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.branchline.conversation.Action;
import org.branchline.conversation.Button;
import org.branchline.conversation.Keyboard;
import org.branchline.intake.Command;
import org.branchline.intake.Exchange;
import org.branchline.roster.Branch;
import org.branchline.roster.Deed;
import org.branchline.roster.Role;

/** "Make captain" or "Not now", about somebody who came by a captain's link. */
@Singleton
class Making implements Command {

    private static final String NAME = "appoint";

    private final Posts posts;
    private final Words words;

    Making(Posts posts, Words words) {
        this.posts = posts;
        this.words = words;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Audience audience() {
        return Audience.COORDINATOR;
    }

    static Button button(String language, String key, char deed, Branch branch, long chat, String... values) {
        return new Button(
                Words.SPEECH.in(language, "button." + key, values),
                new Action.Order(NAME, Press.about(deed, branch.id(), chat)));
    }

    @Override
    public Uni<Void> run(Exchange exchange, String argument) {
        return Press.read(argument)
                .filter(press -> press.deed() == 'm' || press.deed() == 'n')
                .map(press -> exchange.access()
                        .chain(access -> access.may(Deed.APPOINT, press.branch())
                                ? posts.locked(exchange, press.branch())
                                        .chain(post -> post.map(found -> pressed(exchange, found, press))
                                                .orElseGet(() -> Words.gone(exchange)))
                                : Words.gone(exchange)))
                .orElseGet(() -> Words.gone(exchange));
    }

    private Uni<Void> pressed(Exchange exchange, Post post, Press press) {
        Somebody here = Somebody.here(exchange);
        return Somebody.ofChat(exchange, press.chat()).chain(found -> found.filter(somebody -> !somebody.stopped())
                .map(somebody -> Appointments.open(exchange, Duty.CAPTAIN, post, here, somebody)
                        .chain(open ->
                                open ? answer(exchange, post, somebody, press.deed() == 'm') : Words.gone(exchange)))
                .orElseGet(() -> Words.gone(exchange)));
    }

    private Uni<Void> answer(Exchange exchange, Post post, Somebody somebody, boolean agreed) {
        Appointments.answer(exchange, Duty.CAPTAIN, post, Somebody.here(exchange), somebody, agreed);
        return agreed
                ? make(exchange, post, somebody)
                : Words.said(exchange, Keyboard.NONE, "not_now", "name", somebody.name());
    }

    /** From here on they look after the branch, and hear what that means. The presser may appoint there. */
    Uni<Void> make(Exchange exchange, Post post, Somebody somebody) {
        String language = exchange.person().language();
        if (post.captain(somebody.member())) {
            return Words.said(
                    exchange, Keyboard.NONE, "already", "name", somebody.name(), "branch", post.name(language));
        }
        posts.give(exchange, post, somebody, Role.CAPTAIN);
        welcome(exchange, post, somebody);
        return Words.said(
                exchange,
                Keyboard.row(new Button(
                        Words.SPEECH.say(exchange, "button.undo"),
                        new Action.Order(
                                Captaining.NAME, Press.about('t', post.branch().id(), somebody.chat())))),
                "made",
                "name",
                somebody.name(),
                "branch",
                post.name(language));
    }

    private void welcome(Exchange exchange, Post post, Somebody somebody) {
        String language = somebody.language();
        Words.tell(
                exchange,
                somebody,
                Words.SPEECH.in(
                        language,
                        "welcome",
                        "name",
                        somebody.name(),
                        "other",
                        exchange.person().name(),
                        "branch",
                        post.name(language),
                        "role",
                        words.captain(exchange, language)),
                new Button(
                        Words.SPEECH.in(language, "button.rather_not"),
                        new Action.Order(
                                Declining.NAME,
                                Press.about(
                                        'd',
                                        post.branch().id(),
                                        exchange.scene().chat()))));
    }
}
