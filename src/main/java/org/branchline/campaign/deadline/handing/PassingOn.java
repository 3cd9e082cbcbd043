package org.branchline.campaign.deadline.handing;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.branchline.campaign.broadcast.composing.Reach;
import org.branchline.campaign.deadline.Handed;
import org.branchline.campaign.deadline.Telling;
import org.branchline.conversation.Button;
import org.branchline.conversation.Keyboard;
import org.branchline.conversation.Outgoing;
import org.branchline.intake.Command;
import org.branchline.intake.Exchange;
import org.branchline.intake.InPlace;
import org.branchline.intake.Speech;
import org.branchline.roster.Access;
import org.branchline.roster.Deed;
import org.jspecify.annotations.Nullable;

/** Whoever took a deadline on for a branch chooses to whom of it parts are passed on, and what theirs is. */
@Singleton
class PassingOn implements Command {

    private static final Speech SPEECH = Handing.SPEECH;

    /** A deed, the number of a deadline ({@code p}) or of what is begun, and what the deed needs. */
    private static final Pattern PRESSED =
            Pattern.compile("([a-z])\\.(\\d{1,18})(?:\\.(\\d{1,18}))?(?:\\.(\\d{1,18}))?");

    @Override
    public String name() {
        return Telling.PASSING;
    }

    @Override
    public Uni<Void> run(Exchange exchange, String argument) {
        Matcher pressed = PRESSED.matcher(argument);
        if (!pressed.matches()) {
            return Answering.gone(exchange);
        }
        long id = Long.parseLong(pressed.group(2));
        long first = number(pressed.group(3));
        long second = number(pressed.group(4));
        return pressed.group(1).equals("p")
                ? begin(exchange, id)
                : Passings.find(exchange).chain(found -> found.filter(passing -> passing.id() == id)
                        .map(passing -> theirs(exchange, passing.deadline()).chain(handed -> handed.map(
                                        one -> act(exchange, one, passing, pressed.group(1), first, second))
                                .orElseGet(() -> Answering.gone(exchange))))
                        .orElseGet(() -> Answering.gone(exchange)));
    }

    private static long number(@Nullable String digits) {
        return Long.parseLong(Objects.requireNonNullElse(digits, "0"));
    }

    /** What this chat's member took on, where they still look after the branch and it is not over. */
    static Uni<Optional<Handed>> theirs(Exchange exchange, long deadline) {
        return Handed.find(exchange, deadline).chain(found -> {
            Handed handed = found.filter(one -> one.heldBy(exchange.member().id()))
                    .filter(one -> !one.deadline().over(Reach.zone(exchange), exchange.now()))
                    .orElse(null);
            return handed == null
                    ? Uni.createFrom().item(Optional.empty())
                    : exchange.access().map(access -> may(access, handed) ? Optional.of(handed) : Optional.empty());
        });
    }

    private static boolean may(Access access, Handed handed) {
        return access.may(Deed.BROADCAST, handed.branch()) && access.may(Deed.SEE_NAMES, handed.branch());
    }

    private static Uni<Void> begin(Exchange exchange, long deadline) {
        return theirs(exchange, deadline).chain(found -> {
            if (found.isEmpty()) {
                return Answering.gone(exchange);
            }
            Answering.audit(exchange, found.get(), "looked at members to pass a deadline on to");
            return Passings.begin(exchange, deadline).chain(passing -> choose(exchange, found.get(), passing, 0));
        });
    }

    private static Uni<Void> act(
            Exchange exchange, Handed handed, Passing passing, String deed, long first, long second) {
        return switch (deed) {
            case "g" -> choose(exchange, handed, passing, first);
            case "t" -> toggle(exchange, handed, passing, first, second);
            case "w" ->
                passing.chosen().isEmpty()
                        ? choose(exchange, handed, passing, 0)
                        : Settling.ask(exchange, saved(exchange, passing.asking()));
            case "k" -> Reclaiming.offer(exchange, handed, passing, first);
            case "r" -> reclaim(exchange, handed, passing, first, second);
            case "l" -> Settling.preview(exchange, handed, saved(exchange, passing.of("")));
            case "y" -> Settling.put(exchange, handed, passing);
            case "x" ->
                Passings.drop(exchange)
                        .invoke(() -> InPlace.say(exchange, SPEECH.say(exchange, "stopped"), Keyboard.NONE))
                        .replaceWithVoid();
            default -> Answering.gone(exchange);
        };
    }

    static Passing saved(Exchange exchange, Passing changed) {
        Passings.save(exchange, changed);
        return changed;
    }

    /** Only who is of the branch, whatever number a button brings. */
    private static Uni<Void> toggle(Exchange exchange, Handed handed, Passing passing, long member, long after) {
        return Receivers.of(exchange, handed, List.of(member))
                .chain(found -> found.isEmpty()
                        ? Answering.gone(exchange)
                        : choose(exchange, handed, saved(exchange, passing.toggled(member)), after));
    }

    private static Uni<Void> reclaim(Exchange exchange, Handed handed, Passing passing, long part, long member) {
        return Reclaiming.take(exchange, handed, part, member).chain(name -> {
            if (name.isEmpty()) {
                return Answering.gone(exchange);
            }
            exchange.say(new Outgoing.Acknowledge(SPEECH.say(exchange, "taken_back", "name", name.get())));
            return choose(exchange, handed, passing, 0);
        });
    }

    private static Uni<Void> choose(Exchange exchange, Handed handed, Passing passing, long after) {
        return Uni.combine()
                .all()
                .unis(Receivers.have(exchange, handed), Receivers.page(exchange, handed, after))
                .withUni((have, page) -> {
                    String title = handed.deadline().title(exchange.person().language());
                    boolean nobody = page.shown().isEmpty() && after == 0;
                    InPlace.say(
                            exchange,
                            (have.isEmpty() ? "" : SPEECH.say(exchange, "have", "title", title) + have + "\n\n")
                                    + SPEECH.say(
                                            exchange,
                                            nobody ? "nobody_else" : "choose",
                                            "title",
                                            title,
                                            "branch",
                                            handed.branchName(exchange)),
                            keyboard(exchange, passing, page, after, !have.isEmpty()));
                    return Uni.createFrom().voidItem();
                });
    }

    private static Keyboard keyboard(
            Exchange exchange, Passing passing, Receivers.Page page, long after, boolean parts) {
        List<List<Button>> rows = new ArrayList<>();
        for (Receivers.Receiver receiver : page.shown()) {
            String box = passing.chosen().contains(receiver.member()) ? "☑ " : "☐ ";
            rows.add(List.of(labelled(box + receiver.name(), "t", passing.id(), receiver.member(), after)));
        }
        List<Button> turning = new ArrayList<>();
        if (after > 0) {
            turning.add(button(exchange, "earlier", "g", passing.id(), 0));
        }
        if (page.next() > 0) {
            turning.add(button(exchange, "more", "g", passing.id(), page.next()));
        }
        if (!turning.isEmpty()) {
            rows.add(turning);
        }
        if (parts) {
            rows.add(List.of(button(exchange, "take_back", "k", passing.id(), 0)));
        }
        Button stop = button(exchange, "stop", "x", passing.id());
        rows.add(
                passing.chosen().isEmpty()
                        ? List.of(stop)
                        : List.of(
                                labelled(
                                        SPEECH.say(
                                                exchange,
                                                "go_on",
                                                "n",
                                                "" + passing.chosen().size()),
                                        "w",
                                        passing.id()),
                                stop));
        return new Keyboard(rows);
    }

    static Button button(Exchange exchange, String key, String deed, Object... with) {
        return labelled(SPEECH.say(exchange, "button." + key), deed, with);
    }

    static Button labelled(String label, String deed, Object... with) {
        return Handing.order(Telling.PASSING, label, deed, with);
    }
}
