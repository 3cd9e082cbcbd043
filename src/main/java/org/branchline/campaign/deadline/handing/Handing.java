package org.branchline.campaign.deadline.handing;

import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.branchline.calendar.QuietHours;
import org.branchline.campaign.broadcast.Schedule;
import org.branchline.campaign.deadline.Deadline;
import org.branchline.campaign.deadline.Telling;
import org.branchline.campaign.helpdesk.Helper;
import org.branchline.campaign.helpdesk.Helpers;
import org.branchline.conversation.Action;
import org.branchline.conversation.Button;
import org.branchline.conversation.Keyboard;
import org.branchline.conversation.Outgoing;
import org.branchline.database.Audit;
import org.branchline.delivery.Letter;
import org.branchline.intake.Exchange;
import org.branchline.intake.Speech;
import org.branchline.roster.Branch;
import org.branchline.roster.Grant;
import org.branchline.roster.Role;

/** Asks those who look after a branch whether it takes a deadline on. */
public final class Handing {

    public static final Speech SPEECH = Speech.of("handing");

    static final String NAME = "handing";

    private Handing() {}

    /** Whom to ask of a branch: its captains; whoever asked for quiet is passed over while somebody else is there. */
    public static Uni<List<Helper>> toAsk(Exchange exchange, long branch) {
        return captains(exchange, branch).map(captains -> {
            List<Helper> awake = captains.stream()
                    .filter(captain -> !captain.quiet(exchange.now()))
                    .toList();
            return awake.isEmpty() ? captains : awake;
        });
    }

    /** Who looks after a branch itself and can be written to, as of now. */
    static Uni<List<Helper>> captains(Exchange exchange, long branch) {
        return Helpers.all(exchange::read, exchange.scene().bot()).map(all -> all.stream()
                .filter(helper -> helper.grants().contains(new Grant(Role.CAPTAIN, branch)))
                .toList());
    }

    /** Their names, as they stand in a sentence. */
    public static String names(List<Helper> captains) {
        return captains.stream().map(Helper::name).collect(Collectors.joining(", "));
    }

    /** Each of them gets it with two buttons, once it is day where they live; the first answer counts. */
    public static void ask(
            Exchange exchange, Deadline deadline, Branch branch, List<Helper> captains, QuietHours quiet) {
        long by = exchange.member().id();
        Letters.forget(exchange, deadline.id());
        for (Helper captain : captains) {
            Instant day = quiet.end(exchange.now(), zone(captain));
            if (day.isAfter(exchange.now())) {
                Letters.put(exchange, deadline.id(), captain.member(), Letters.QUESTION, by, day);
            } else {
                exchange.send(Letter.unasked(
                        exchange.scene().bot(),
                        captain.chat(),
                        null,
                        false,
                        question(deadline, branch, captain, exchange.person().name(), Letters.QUESTION)));
                Letters.asked(
                        exchange, deadline, captain.member(), by, deadline.due().in(zone(captain)));
            }
        }
        Audit.record(
                exchange,
                exchange.organisation(),
                "member " + exchange.member().id(),
                "handed a deadline to a branch",
                List.of("deadline " + deadline.id(), "branch " + branch.id()));
    }

    private static ZoneId zone(Helper captain) {
        return Objects.requireNonNullElse(captain.zone(), Schedule.UNKNOWN);
    }

    /**
     * The question, or the same once more.
     *
     * @param name of whoever asks
     * @param what which of both, as {@link Letters} calls them
     */
    static Outgoing question(Deadline deadline, Branch branch, Helper captain, String name, String what) {
        String language = captain.language();
        String key = what.equals(Letters.QUESTION) ? "asked" : "asked.again";
        String with = deadline.id() + "." + branch.id();
        return new Outgoing.Say(
                SPEECH.in(language, key, "name", name, "branch", branch.name(language)) + "\n\n"
                        + words(deadline, captain.name(), zone(captain), language),
                Keyboard.row(
                        SPEECH.buttonIn(language, "accept", NAME, "a." + with),
                        SPEECH.buttonIn(language, "decline", NAME, "d." + with)));
    }

    /**
     * What is to be done, by when and where.
     *
     * @param name in place of the reader's
     */
    static String words(Deadline deadline, String name, ZoneId zone, String language) {
        return deadline.title(language) + "\n"
                + Telling.SPEECH.in(language, "by", "by", deadline.by(zone, language)) + "\n\n"
                + deadline.task(language).replace("{name}", name)
                + Telling.lead(deadline, language);
    }

    /** The button by which another branch is asked. */
    public static Button another(Exchange exchange, long deadline) {
        return button(exchange, "another", "o", deadline, 0);
    }

    /** A button of this room with a text of its own. */
    static Button button(Exchange exchange, String key, String deed, Object... with) {
        return labelled(SPEECH.say(exchange, "button." + key), deed, with);
    }

    static Button labelled(String label, String deed, Object... with) {
        return order(NAME, label, deed, with);
    }

    static Button order(String command, String label, String deed, Object... with) {
        StringBuilder argument = new StringBuilder(deed);
        for (Object part : with) {
            argument.append('.').append(part);
        }
        return new Button(label, new Action.Order(command, argument.toString()));
    }
}
