package org.branchline.campaign.branch;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.branchline.conversation.Action;
import org.branchline.conversation.Button;
import org.branchline.conversation.Keyboard;
import org.branchline.database.Audit;
import org.branchline.intake.Command;
import org.branchline.intake.Exchange;
import org.branchline.intake.InPlace;
import org.branchline.intake.Page;
import org.branchline.roster.Access;
import org.branchline.roster.Branch;
import org.branchline.roster.Deed;
import org.jspecify.annotations.Nullable;

/** {@code /branch}, or {@code /branch tok}: how a branch stands; its buttons go down to those below it, and name who has been quiet. */
@Singleton
class ShowingBranch implements Command {

    private static final String NAME = "branch";
    private static final int NAMES = 20;
    /** Buttons below one card. */
    private static final int MOST_BELOW = 40;

    /** A branch's card, the quiet of one by their page, or a page of those to choose from; behind @, whom a message named. */
    private static final Pattern PRESSED = Pattern.compile("(b|q|p)(\\d{1,18})(?:\\.(\\d{1,4}))?(?:@\\d{1,18})?");

    private final BranchCard card;
    private final List<BranchAsk> asks;

    ShowingBranch(BranchCard card, Instance<BranchAsk> asks) {
        this.card = card;
        this.asks =
                asks.stream().sorted(Comparator.comparingInt(BranchAsk::place)).toList();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Audience audience() {
        return Audience.CAPTAIN;
    }

    @Override
    public Uni<Void> run(Exchange exchange, String argument) {
        return exchange.access().chain(access -> {
            List<Branch> mine = access.where(Deed.SEE_RESULTS);
            if (mine.isEmpty()) {
                exchange.say(BranchCard.SPEECH.say(exchange, "not_for_you"));
                return Uni.createFrom().voidItem();
            }
            List<Branch> topmost = mine.stream()
                    .filter(branch -> branch.parent() == null || !access.may(Deed.SEE_RESULTS, branch.parent()))
                    .toList();
            Matcher pressed = PRESSED.matcher(argument.strip());
            if (!pressed.matches()) {
                List<Branch> meant = argument.isBlank()
                        ? topmost
                        : mine.stream().filter(branch -> branch.like(argument)).toList();
                return meant.size() == 1
                        ? show(exchange, access, meant.get(0))
                        : choose(exchange, meant.isEmpty() ? topmost : meant, 0);
            }
            if (pressed.group(1).equals("p")) {
                return choose(exchange, topmost, (int) Math.min(Integer.MAX_VALUE, Long.parseLong(pressed.group(2))));
            }
            // Whatever number a button brings: only what is theirs.
            return mine.stream()
                    .filter(branch -> branch.id() == Long.parseLong(pressed.group(2)))
                    .findFirst()
                    .map(branch -> pressed.group(1).equals("b")
                            ? show(exchange, access, branch)
                            : quiet(exchange, access, branch, pressed.group(3)))
                    .orElseGet(() -> choose(exchange, topmost, 0));
        });
    }

    private static Uni<Void> choose(Exchange exchange, List<Branch> topmost, int wanted) {
        Page<Branch> page = Page.of(topmost, wanted);
        List<List<Button>> rows = new ArrayList<>();
        page.shown().forEach(branch -> rows.add(List.of(to(exchange, branch))));
        rows.addAll(page.turning(at -> button("◀", "p" + at), at -> button("▶", "p" + at)));
        InPlace.say(exchange, BranchCard.SPEECH.say(exchange, "which"), new Keyboard(rows));
        return Uni.createFrom().voidItem();
    }

    private Uni<Void> show(Exchange exchange, Access access, Branch branch) {
        List<Branch> below = exchange.scene().branches().all().stream()
                .filter(other -> exchange.scene().branches().within(other.id(), branch.id()))
                .toList();
        return Uni.combine()
                .all()
                .unis(
                        card.of(
                                exchange,
                                branch.name(exchange.person().language()),
                                below.stream().map(Branch::id).toList()),
                        Quiet.in(exchange, branch, 0, 1),
                        asks(exchange, access, branch))
                .withUni((text, quiet, buttons) -> {
                    List<List<Button>> rows = new ArrayList<>();
                    buttons.forEach(button -> rows.add(List.of(button)));
                    if (quiet.total() > 0 && access.may(Deed.SEE_NAMES, branch.id())) {
                        rows.add(List.of(
                                button(BranchCard.SPEECH.say(exchange, "button.quiet"), "q" + branch.id() + ".0")));
                    }
                    below.stream()
                            .filter(other -> other.parent() != null && other.parent() == branch.id())
                            .limit(MOST_BELOW)
                            .forEach(other -> rows.add(List.of(to(exchange, other))));
                    InPlace.say(
                            exchange,
                            text + "\n"
                                    + BranchCard.SPEECH.count(
                                            exchange, "card.quiet", quiet.total(), "days", "" + Quiet.DAYS),
                            rows.isEmpty() ? Keyboard.NONE : new Keyboard(rows));
                    return Uni.createFrom().voidItem();
                });
    }

    private Uni<List<Button>> asks(Exchange exchange, Access access, Branch branch) {
        return access.may(Deed.BROADCAST, branch.id())
                ? Multi.createFrom()
                        .iterable(asks)
                        .onItem()
                        .transformToUniAndConcatenate(ask -> ask.buttons(exchange, branch))
                        .onItem()
                        .disjoint()
                        .map(Button.class::cast)
                        .collect()
                        .asList()
                : Uni.createFrom().item(List.of());
    }

    private static Uni<Void> quiet(Exchange exchange, Access access, Branch branch, @Nullable String wanted) {
        if (!access.may(Deed.SEE_NAMES, branch.id())) {
            exchange.say(BranchCard.SPEECH.say(exchange, "not_for_you"));
            return Uni.createFrom().voidItem();
        }
        int page = wanted == null ? 0 : Integer.parseInt(wanted);
        return Quiet.in(exchange, branch, page * NAMES, NAMES)
                .invoke(quiet -> {
                    Audit.record(
                            exchange,
                            exchange.organisation(),
                            "member " + exchange.member().id(),
                            "looked at who is quiet",
                            List.of("branch " + branch.id()));
                    name(exchange, branch, quiet, page);
                })
                .replaceWithVoid();
    }

    private static void name(Exchange exchange, Branch branch, Quiet quiet, int page) {
        String language = exchange.person().language();
        StringBuilder text = new StringBuilder(
                BranchCard.SPEECH.say(exchange, "quiet", "branch", branch.name(language), "days", "" + Quiet.DAYS));
        for (Quiet.Person person : quiet.shown()) {
            text.append("\n· ").append(person.name());
            exchange.scene()
                    .branches()
                    .branch(person.branch())
                    .filter(home -> home.id() != branch.id())
                    .ifPresent(home -> text.append(", ").append(home.name(language)));
        }
        List<Button> turning = new ArrayList<>();
        if (page > 0) {
            turning.add(button("◀", "q" + branch.id() + "." + (page - 1)));
        }
        if ((page + 1) * NAMES < quiet.total()) {
            turning.add(button("▶", "q" + branch.id() + "." + (page + 1)));
        }
        List<List<Button>> rows = new ArrayList<>();
        if (!turning.isEmpty()) {
            rows.add(turning);
        }
        rows.add(List.of(button(BranchCard.SPEECH.say(exchange, "button.back"), "b" + branch.id())));
        InPlace.say(exchange, text.toString(), new Keyboard(rows));
    }

    private static Button to(Exchange exchange, Branch branch) {
        return button(branch.name(exchange.person().language()), "b" + branch.id());
    }

    private static Button button(String label, String argument) {
        return new Button(label, new Action.Order(NAME, argument));
    }
}
