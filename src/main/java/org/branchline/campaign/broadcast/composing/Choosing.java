package org.branchline.campaign.broadcast.composing;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.branchline.campaign.audience.Audience;
import org.branchline.campaign.audience.Audiences;
import org.branchline.campaign.audience.NamedAudiences;
import org.branchline.campaign.result.PlaybookToken;
import org.branchline.campaign.result.Titles;
import org.branchline.conversation.Button;
import org.branchline.conversation.Keyboard;
import org.branchline.intake.Exchange;
import org.branchline.intake.InPlace;
import org.branchline.intake.Page;
import org.branchline.intake.Speech;
import org.branchline.roster.Access;
import org.branchline.roster.Branch;
import org.branchline.roster.BranchBook;
import org.branchline.roster.Deed;

/** Who shall get it: everybody one looks after, a branch, those who have not finished a playbook, a named audience. */
@Singleton
public class Choosing {

    private static final Speech SPEECH = Reach.SPEECH;
    private static final int A_PAGE = 8;
    private static final int LONGEST_LABEL = 60;

    private final Audiences audiences;
    private final Titles titles;

    Choosing(Audiences audiences, Titles titles) {
        this.audiences = audiences;
        this.titles = titles;
    }

    /** A choice, and what it is called in the chooser's words. */
    public record Chosen(Audience audience, String whom) {}

    /** Offers what can be chosen, a page of branches at a time; {@code a} and a number turn the page, {@code x} ends it. */
    public Uni<Void> offer(Exchange exchange, Access access, Buttons buttons, int page) {
        return offer(exchange, access, buttons, page, List.of());
    }

    /** The same with further buttons, a row each, on the first page. */
    public Uni<Void> offer(Exchange exchange, Access access, Buttons buttons, int page, List<Button> more) {
        Audience all = Reach.of(exchange, access, Audience.EVERYONE).orElse(null);
        if (all == null) {
            exchange.say(SPEECH.say(exchange, "not_for_you"));
            return Uni.createFrom().voidItem();
        }
        Uni<List<NamedAudiences.Named>> named = NamedAudiences.all(exchange::read, exchange.organisation());
        return Uni.combine()
                .all()
                .unis(
                        audiences.count(
                                exchange::read,
                                exchange.organisation(),
                                exchange.scene().bot(),
                                all),
                        audiences.countByBranch(
                                exchange::read,
                                exchange.organisation(),
                                exchange.scene().bot(),
                                all),
                        titles.all(exchange),
                        named)
                .asTuple()
                .invoke(found -> {
                    List<List<Button>> rows = new ArrayList<>();
                    String everyone =
                            everyone(exchange, access) + " (" + found.getItem1().total() + ")";
                    rows.add(List.of(buttons.labelled(everyone, "e")));
                    branches(exchange, access, buttons, found.getItem2(), page, rows);
                    if (page == 0) {
                        first(found.getItem3())
                                .forEach((key, title) -> rows.add(List.of(buttons.labelled(
                                        shortened(SPEECH.say(exchange, "unfinished", "title", title)),
                                        "p",
                                        PlaybookToken.check(key)))));
                        found.getItem4().stream()
                                .limit(A_PAGE)
                                .forEach(one -> rows.add(List.of(buttons.labelled(one.name(), "n", one.id()))));
                        more.forEach(button -> rows.add(List.of(button)));
                    }
                    rows.add(List.of(buttons.of("stop", "x")));
                    InPlace.say(exchange, SPEECH.say(exchange, "audience.ask"), new Keyboard(rows));
                })
                .replaceWithVoid();
    }

    private static void branches(
            Exchange exchange,
            Access access,
            Buttons buttons,
            Map<Long, Integer> counts,
            int page,
            List<List<Button>> rows) {
        BranchBook book = exchange.scene().branches();
        List<Branch> all = access.where(Deed.BROADCAST);
        if (all.size() == 1 && !access.may(Deed.BROADCAST, null)) {
            return;
        }
        Page<Branch> shown = Page.of(all, page);
        for (Branch branch : shown.shown()) {
            int members = counts.entrySet().stream()
                    .filter(count -> book.within(count.getKey(), branch.id()))
                    .mapToInt(Map.Entry::getValue)
                    .sum();
            String name = shortened(branch.name(exchange.person().language()));
            rows.add(List.of(buttons.labelled(name + " (" + members + ")", "b", branch.id())));
        }
        rows.addAll(shown.turning(at -> buttons.of("earlier", "a", at), at -> buttons.of("later", "a", at)));
    }

    /** What a press on one of these means; empty where it is there no longer, or not for them. */
    public Uni<Optional<Chosen>> chosen(Exchange exchange, Access access, String deed, String with) {
        Uni<Optional<Chosen>> meant =
                switch (deed) {
                    case "e" ->
                        Uni.createFrom().item(Optional.of(new Chosen(Audience.EVERYONE, everyone(exchange, access))));
                    case "b" ->
                        Uni.createFrom()
                                .item(exchange.scene()
                                        .branches()
                                        .branch(Long.valueOf(with))
                                        .map(branch -> new Chosen(
                                                Audience.EVERYONE.withBranches(List.of(branch.key())),
                                                branch.name(exchange.person().language()))));
                    case "p" ->
                        titles.all(exchange).map(all -> all.entrySet().stream()
                                .filter(entry ->
                                        PlaybookToken.check(entry.getKey()).equals(with))
                                .findFirst()
                                .map(entry -> new Chosen(
                                        Audience.EVERYONE.notFinished(entry.getKey()),
                                        SPEECH.say(exchange, "unfinished", "title", entry.getValue()))));
                    default ->
                        NamedAudiences.all(exchange::read, exchange.organisation())
                                .map(all -> all.stream()
                                        .filter(one -> Long.toString(one.id()).equals(with))
                                        .findFirst()
                                        .map(one -> new Chosen(one.audience(), one.name())));
                };
        return meant.map(found ->
                found.filter(one -> Reach.of(exchange, access, one.audience()).isPresent()));
    }

    private static String everyone(Exchange exchange, Access access) {
        return SPEECH.say(exchange, access.may(Deed.BROADCAST, null) ? "everyone" : "everyone.yours");
    }

    private static Map<String, String> first(Map<String, String> all) {
        Map<String, String> some = new java.util.LinkedHashMap<>();
        all.entrySet().stream().limit(A_PAGE).forEach(entry -> some.put(entry.getKey(), entry.getValue()));
        return some;
    }

    static String shortened(String label) {
        return label.length() <= LONGEST_LABEL ? label : label.substring(0, LONGEST_LABEL - 1) + "…";
    }
}
