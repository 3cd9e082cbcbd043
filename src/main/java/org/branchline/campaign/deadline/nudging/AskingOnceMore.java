package org.branchline.campaign.deadline.nudging;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.branchline.campaign.branch.BranchAsk;
import org.branchline.campaign.deadline.Deadline;
import org.branchline.campaign.deadline.Deadlines;
import org.branchline.campaign.deadline.InBranch;
import org.branchline.campaign.deadline.Telling;
import org.branchline.conversation.Action;
import org.branchline.conversation.Button;
import org.branchline.conversation.Keyboard;
import org.branchline.database.Audit;
import org.branchline.intake.Command;
import org.branchline.intake.Exchange;
import org.branchline.intake.InPlace;
import org.branchline.intake.Speech;
import org.branchline.roster.Access;
import org.branchline.roster.Branch;
import org.branchline.roster.BranchBook;
import org.branchline.roster.Deed;

/**
 * The buttons by which whoever looks after a branch, or after many, asks those once more who have not answered; says first
 * whom it reaches.
 */
@Singleton
class AskingOnceMore implements Command, BranchAsk {

    static final String NAME = "nudge";

    /** In the place of a branch's number: all that a coordinator who presses looks after. */
    static final long ALL = 0;

    private static final Speech SPEECH = Telling.SPEECH;
    private static final int LONGEST_TITLE = 30;

    private static final Pattern PRESSED = Pattern.compile("(\\d{1,18})\\.(\\d{1,18})(\\.s)?");

    /** Once a day is enough, however often it is pressed. */
    private static final String JOB = """
            insert into job (organisation, kind, key, argument, due_at)
            values ($1, $2, $3, $4, clock_timestamp()) on conflict do nothing
            """;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int place() {
        return 0;
    }

    @Override
    public Uni<List<Button>> buttons(Exchange exchange, Branch branch) {
        BranchBook book = exchange.scene().branches();
        List<Long> below = book.all().stream()
                .map(Branch::id)
                .filter(id -> book.within(id, branch.id()))
                .toList();
        return InBranch.soonest(exchange, below, true).flatMap(open -> Multi.createFrom()
                .iterable(open)
                .filter(deadline -> !over(exchange, deadline))
                .onItem()
                .transformToUniAndConcatenate(deadline -> Owing.count(exchange, deadline, Owing.of(branch, book))
                        .map(owing -> owing.reached() == 0
                                ? Optional.<Button>empty()
                                : Optional.of(button(exchange, deadline, branch))))
                .filter(Optional::isPresent)
                .map(Optional::orElseThrow)
                .select()
                .first(InBranch.SHOWN)
                .collect()
                .asList());
    }

    private static Button button(Exchange exchange, Deadline deadline, Branch branch) {
        String title = deadline.title(exchange.person().language());
        return new Button(
                SPEECH.say(
                        exchange,
                        "button.ask_about",
                        "title",
                        title.codePointCount(0, title.length()) <= LONGEST_TITLE
                                ? title
                                : title.substring(0, title.offsetByCodePoints(0, LONGEST_TITLE)) + "…"),
                new Action.Order(NAME, deadline.id() + "." + branch.id()));
    }

    static boolean over(Exchange exchange, Deadline deadline) {
        ZoneId zone = exchange.person().zone();
        return deadline.over(zone == null ? ZoneOffset.UTC : zone, exchange.now());
    }

    @Override
    public Uni<Void> run(Exchange exchange, String argument) {
        Matcher pressed = PRESSED.matcher(argument);
        if (!pressed.matches()) {
            return said(exchange, "nudge.gone");
        }
        long branchId = Long.parseLong(pressed.group(2));
        return exchange.access().chain(access -> {
            Access reach = reach(exchange, access, branchId).orElse(null);
            if (reach == null) {
                return said(exchange, "nudge.gone");
            }
            return Deadlines.find(exchange::read, exchange.organisation(), Long.parseLong(pressed.group(1)))
                    .map(found -> found.filter(deadline -> deadline.open() && !over(exchange, deadline)))
                    .chain(found -> found.isEmpty()
                            ? said(exchange, "nudge.gone")
                            : Owing.count(exchange, found.get(), reach)
                                    .chain(owing -> owing.all() == 0
                                            // Of what concerns nobody here not even the title is shown.
                                            ? said(exchange, "nudge.gone")
                                            : pressed.group(3) == null
                                                    ? preview(exchange, found.get(), branchId, owing)
                                                    : send(exchange, found.get(), branchId, owing)));
        });
    }

    /** How far somebody may ask; empty where they may not there. */
    private static Optional<Access> reach(Exchange exchange, Access access, long branch) {
        if (branch == ALL) {
            return access.coordinates() ? Optional.of(access) : Optional.empty();
        }
        BranchBook book = exchange.scene().branches();
        return book.branch(branch)
                .filter(one -> access.may(Deed.BROADCAST, branch))
                .map(one -> Owing.of(one, book));
    }

    private static Uni<Void> preview(Exchange exchange, Deadline deadline, long branch, Owing owing) {
        InPlace.say(
                exchange,
                SPEECH.count(
                                exchange,
                                "nudge.sure",
                                owing.reached(),
                                "title",
                                deadline.title(exchange.person().language()))
                        + (owing.all() == owing.reached()
                                ? ""
                                : "\n" + SPEECH.count(exchange, "nudge.spared", owing.all() - owing.reached())),
                Keyboard.row(
                        new Button(
                                SPEECH.say(exchange, "button.nudge"),
                                new Action.Order(NAME, deadline.id() + "." + branch + ".s")),
                        new Button(
                                SPEECH.say(exchange, "button.not_now"),
                                branch == ALL
                                        ? new Action.Order(Telling.SETTING, "0.show." + deadline.id())
                                        : new Action.Order("branch", "b" + branch))));
        return Uni.createFrom().voidItem();
    }

    private static Uni<Void> send(Exchange exchange, Deadline deadline, long branch, Owing owing) {
        long by = exchange.member().id();
        String day = exchange.utc().toLocalDate().toString();
        exchange.write(
                JOB,
                exchange.organisation().number(),
                Nudging.KIND,
                deadline.id() + ":" + branch + ":" + by + ":" + day,
                new JsonObject()
                        .put("deadline", deadline.id())
                        .put("branch", branch)
                        .put("by", by)
                        .put("at", exchange.utc().toString()));
        Audit.record(
                exchange,
                exchange.organisation(),
                "member " + by,
                "asked those who had not answered",
                branch == ALL
                        ? List.of("deadline " + deadline.id())
                        : List.of("deadline " + deadline.id(), "branch " + branch));
        InPlace.say(exchange, SPEECH.count(exchange, "nudge.sent", owing.reached()), Keyboard.NONE);
        return Uni.createFrom().voidItem();
    }

    private static Uni<Void> said(Exchange exchange, String key) {
        exchange.say(SPEECH.say(exchange, key));
        return Uni.createFrom().voidItem();
    }
}
