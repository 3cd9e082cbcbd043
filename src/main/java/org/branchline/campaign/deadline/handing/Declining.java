package org.branchline.campaign.deadline.handing;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.branchline.campaign.deadline.Handed;
import org.branchline.campaign.deadline.Telling;
import org.branchline.campaign.helpdesk.Helper;
import org.branchline.campaign.helpdesk.Helpers;
import org.branchline.conversation.Keyboard;
import org.branchline.conversation.Outgoing;
import org.branchline.delivery.Doubt;
import org.branchline.delivery.Letter;
import org.branchline.delivery.Priority;
import org.branchline.intake.Exchange;
import org.branchline.intake.InPlace;
import org.branchline.roster.Access;
import org.branchline.roster.BranchBook;
import org.branchline.roster.Deed;
import org.branchline.roster.Role;
import org.jspecify.annotations.Nullable;

/** A captain declines, and may say why; whoever set the deadline is told once, and can ask another branch. */
final class Declining {

    /** Characters of a word. */
    static final int LONGEST = 300;

    /** Whoever says why does it within this time, or means something else. */
    static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final String DECLINE = """
            update deadline set handing = 'declining', captain = $4, word_until = $5
            where organisation = $1 and bot = $6 and id = $2 and branch = $3 and state = 'open' and handing = 'asked'
            returning id
            """;

    private static final String SETTLE = """
            update deadline set handing = 'declined', word_until = null
            where organisation = $1 and id = $2 and branch = $3 and captain is not distinct from $4 and handing = 'declining'
            returning id
            """;

    /** Not where they began to write something else since. */
    private static final String AWAITED = """
            select d.id from deadline d
            where d.organisation = $1 and d.bot = $2 and d.captain = $3 and d.handing = 'declining' and d.state = 'open'
              and d.word_until > $4
              and not exists (
                select from composing c
                where c.organisation = $1 and c.member = $3 and c.touched_at > d.word_until - interval '10 minutes')
              and not exists (
                select from deadline_sketch s
                where s.organisation = $1 and s.member = $3 and s.touched_at > d.word_until - interval '10 minutes')
            order by d.word_until desc limit 1
            """;

    private Declining() {}

    static Uni<Void> decline(Exchange exchange, Handed handed) {
        return exchange.read(
                        DECLINE,
                        exchange.organisation().number(),
                        handed.deadline().id(),
                        handed.branch(),
                        exchange.member().id(),
                        exchange.now().plus(PATIENCE).atOffset(ZoneOffset.UTC),
                        exchange.scene().bot().id())
                .chain(rows -> {
                    if (rows.size() == 0) {
                        return Answering.answered(exchange, handed);
                    }
                    Answering.audit(exchange, handed, "declined a deadline for a branch");
                    InPlace.say(
                            exchange,
                            Handing.SPEECH.say(
                                    exchange,
                                    "why",
                                    "title",
                                    handed.deadline().title(exchange.person().language())),
                            Keyboard.row(Handing.button(
                                    exchange, "no_word", "n", handed.deadline().id(), handed.branch())));
                    return Uni.createFrom().voidItem();
                });
    }

    /** What this chat's member was asked about, and has not said why yet. */
    static Uni<Optional<Handed>> awaited(Exchange exchange) {
        return exchange.read(
                        AWAITED,
                        exchange.organisation().number(),
                        exchange.scene().bot().id(),
                        exchange.member().id(),
                        exchange.utc())
                .chain(rows -> rows.size() == 0
                        ? Uni.createFrom().item(Optional.empty())
                        : Handed.find(exchange, rows.iterator().next().getLong("id")));
    }

    /** The captain said why, or that they won't. */
    static Uni<Void> said(Exchange exchange, Handed handed, String word) {
        return settle(exchange, handed, exchange.member().id(), word)
                .invoke(told -> {
                    if (told) {
                        InPlace.say(exchange, Handing.SPEECH.say(exchange, "declined"), Keyboard.NONE);
                    } else {
                        Answering.gone(exchange);
                    }
                })
                .replaceWithVoid();
    }

    /** Once, whoever presses and however often: tells whoever set it; completes with whether it was this time. */
    static Uni<Boolean> settle(Exchange exchange, Handed handed, @Nullable Long captain, String word) {
        return exchange.read(
                        SETTLE,
                        exchange.organisation().number(),
                        handed.deadline().id(),
                        handed.branch(),
                        captain)
                .chain(rows -> rows.size() == 0
                        ? Uni.createFrom().item(false)
                        : Helpers.all(exchange::read, exchange.scene().bot()).map(all -> {
                            whom(all, handed, exchange.scene().branches())
                                    .forEach(helper -> tell(exchange, handed, helper, word));
                            return true;
                        }));
    }

    /** Who set it where they still may, else its lead, else those who run the campaign there; not who declined. */
    static List<Helper> whom(List<Helper> all, Handed handed, BranchBook book) {
        List<Helper> others = all.stream()
                .filter(helper -> handed.captain() == null || helper.member() != handed.captain())
                .filter(helper -> Access.of(helper.grants(), book).may(Deed.BROADCAST, handed.branch()))
                .toList();
        Predicate<Helper> setter = helper -> handed.setBy() != null && helper.member() == handed.setBy();
        Long lead = handed.deadline().lead();
        Predicate<Helper> leads = helper -> lead != null && helper.member() == lead;
        Predicate<Helper> coordinator = helper -> helper.role(handed.branch(), book) == Role.COORDINATOR;
        for (Predicate<Helper> wanted : List.of(setter, leads, coordinator)) {
            List<Helper> found = others.stream().filter(wanted).toList();
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    private static void tell(Exchange exchange, Handed handed, Helper helper, String word) {
        String language = helper.language();
        long id = handed.deadline().id();
        String branch = exchange.scene()
                .branches()
                .branch(handed.branch())
                .map(one -> one.name(language))
                .orElse("");
        String name = handed.name().isEmpty() ? Handing.SPEECH.in(language, "somebody") : handed.name();
        String text = Handing.SPEECH.in(
                language,
                word.isEmpty() ? "told" : "told.why",
                "name",
                name,
                "branch",
                branch,
                "title",
                handed.deadline().title(language),
                "why",
                word);
        exchange.send(new Letter(
                exchange.scene().bot(),
                helper.chat(),
                null,
                Priority.REMINDER,
                Doubt.RESEND,
                true,
                new Outgoing.Say(
                        text,
                        Keyboard.row(
                                Handing.labelled(Handing.SPEECH.in(language, "button.another"), "o", id, 0),
                                Telling.SPEECH.buttonIn(language, "off", Telling.SETTING, "0.off." + id)))));
    }
}
