package org.branchline.campaign.branch.asking;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.branchline.campaign.branch.appointing.Appointments;
import org.branchline.campaign.branch.appointing.Duty;
import org.branchline.campaign.branch.appointing.Post;
import org.branchline.campaign.branch.appointing.Posts;
import org.branchline.campaign.branch.appointing.Press;
import org.branchline.campaign.branch.appointing.Somebody;
import org.branchline.campaign.branch.appointing.Words;
import org.branchline.conversation.Action;
import org.branchline.conversation.Button;
import org.branchline.conversation.Keyboard;
import org.branchline.database.Audit;
import org.branchline.intake.Exchange;

/** A captain chooses a member of the branch and asks them for something; only the newest question stays open. */
@Singleton
class Requesting {

    static final char CHOOSE = 'c';
    private static final char ASK = 'a';
    private static final char WITHDRAW = 'w';

    private final Posts posts;

    Requesting(Posts posts) {
        this.posts = posts;
    }

    /** Goes on where whoever pressed looks after the branch, which nobody else changes meanwhile. */
    Uni<Void> own(Exchange exchange, Press press, Function<Post, Uni<Void>> then) {
        return posts.locked(exchange, press.branch()).chain(found -> found.filter(
                        post -> post.captain(exchange.member().id()))
                .map(then)
                .orElseGet(() -> Words.gone(exchange)));
    }

    Uni<Void> pressed(Exchange exchange, Duty duty, Press press) {
        return switch (press.deed()) {
            case CHOOSE -> own(exchange, press, post -> list(exchange, duty, post, press.page()));
            case ASK ->
                own(exchange, press, post -> Candidates.one(exchange, duty, post, press.chat())
                        .chain(found -> ask(exchange, duty, post, found)));
            case WITHDRAW ->
                own(exchange, press, post -> Somebody.ofChat(exchange, press.chat())
                        .chain(found -> withdraw(exchange, duty, post, found)));
            default -> Words.gone(exchange);
        };
    }

    private static Uni<Void> list(Exchange exchange, Duty duty, Post post, int page) {
        return Candidates.page(exchange, duty, post, page).chain(found -> {
            List<List<Button>> rows = new ArrayList<>();
            found.shown().forEach(one -> rows.add(List.of(about(duty, one.name(), ASK, post, one))));
            List<Button> turning = new ArrayList<>();
            if (page > 0) {
                turning.add(turn(duty, "◀", post, page - 1));
            }
            if ((page + 1) * Candidates.A_PAGE < found.total()) {
                turning.add(turn(duty, "▶", post, page + 1));
            }
            if (!turning.isEmpty()) {
                rows.add(turning);
            }
            rows.add(List.of(back(exchange, post)));
            audit(exchange, "looked at whom to ask", post);
            return Words.said(
                    exchange,
                    new Keyboard(rows),
                    found.shown().isEmpty() ? "nobody" : duty.key() + ".which",
                    "branch",
                    post.name(exchange.person().language()));
        });
    }

    private static Uni<Void> ask(Exchange exchange, Duty duty, Post post, Optional<Somebody> found) {
        if (found.isEmpty()) {
            return Words.gone(exchange);
        }
        Somebody asked = found.get();
        return Appointments.ask(exchange, duty, post, asked).chain(fresh -> {
            if (!fresh) {
                return Words.said(exchange, Keyboard.row(back(exchange, post)), "asked.lately", "name", asked.name());
            }
            audit(exchange, "asked for " + duty.key(), post, "member " + asked.member());
            String language = asked.language();
            Somebody here = Somebody.here(exchange);
            Words.tell(
                    exchange,
                    asked,
                    Words.SPEECH.in(language, duty.key() + ".ask", "name", here.name(), "branch", post.name(language)),
                    about(duty, Words.SPEECH.in(language, "button." + duty.key() + ".yes"), Answering.YES, post, here),
                    about(duty, Words.SPEECH.in(language, "button.no"), Answering.NO, post, here));
            return Words.said(
                    exchange,
                    Keyboard.row(
                            about(duty, Words.SPEECH.say(exchange, "button.withdraw"), WITHDRAW, post, asked),
                            back(exchange, post)),
                    "asked",
                    "name",
                    asked.name());
        });
    }

    private static Uni<Void> withdraw(Exchange exchange, Duty duty, Post post, Optional<Somebody> asked) {
        if (asked.isEmpty()) {
            return Words.gone(exchange);
        }
        Somebody here = Somebody.here(exchange);
        return Appointments.open(exchange, duty, post, here, asked.get()).chain(open -> {
            if (!open) {
                return Words.gone(exchange);
            }
            Appointments.answer(exchange, duty, post, here, asked.get(), false);
            return Words.said(
                    exchange,
                    Keyboard.row(back(exchange, post)),
                    "withdrawn",
                    "name",
                    asked.get().name());
        });
    }

    /** A button about somebody, of the command that asks for this. */
    static Button about(Duty duty, String label, char deed, Post post, Somebody somebody) {
        return new Button(
                label,
                new Action.Order(duty.key(), Press.about(deed, post.branch().id(), somebody.chat())));
    }

    static Button back(Exchange exchange, Post post) {
        return new Button(
                Words.SPEECH.say(exchange, "button.back"),
                new Action.Order("branch", Press.of('b', post.branch().id())));
    }

    private static Button turn(Duty duty, String label, Post post, int page) {
        return new Button(
                label,
                new Action.Order(duty.key(), Press.page(CHOOSE, post.branch().id(), page)));
    }

    private static void audit(Exchange exchange, String what, Post post, String... others) {
        List<String> subjects =
                new ArrayList<>(List.of("branch " + post.branch().id()));
        subjects.addAll(List.of(others));
        Audit.record(
                exchange, exchange.organisation(), "member " + exchange.member().id(), what, subjects);
    }
}
