package org.branchline.campaign.checkin;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.branchline.campaign.branch.BranchCard;
import org.branchline.conversation.Answer;
import org.branchline.conversation.Keyboard;
import org.branchline.conversation.Outgoing;
import org.branchline.conversation.Stage;
import org.branchline.delivery.Letter;
import org.branchline.intake.AfterRun;
import org.branchline.intake.Exchange;
import org.branchline.intake.OpenRun;
import org.branchline.roster.Deed;

/** What a check-in gives back: the branch's card, and last week's blocker. */
@Singleton
class Finishing implements AfterRun {

    /** The question of the playbook by which a captain says until when they are away. */
    private static final String AWAY = "away_until";

    /** {@code shared} is whether somebody else answers it, too, or did. */
    private static final String OF_RUN = """
            select a.prompt, a.occurrence, a.member, m.telegram_user as chat, m.language, array(
                select c.branch from member_role c
                where c.organisation = $1 and c.member = a.member and c.role = 'captain' and c.branch <> 0
                order by c.branch) as branches, exists (
                select from check_in_help h
                where h.organisation = $1 and h.prompt = a.prompt and h.occurrence = a.occurrence and h.member = a.member
                  and h.run is not null) as shared
            from (
              select prompt, occurrence, member from prompt_asked where organisation = $1 and run = $2
              union
              select prompt, occurrence, member from check_in_help where organisation = $1 and run = $2) a
            join prompt p on p.organisation = $1 and p.id = a.prompt and p.check_in
            join member m on m.organisation = $1 and m.id = a.member
            """;

    private static final String BE_AWAY = """
            insert into check_in_choice (organisation, member, since, away_until) values ($1, $2, $3, $4)
            on conflict (organisation, member) do update set away_until = excluded.away_until
            """;

    private static final String BE_BACK = """
            update check_in_choice set away_until = null where organisation = $1 and member = $2 and away_until is not null
            """;

    private final Branchwords words;
    private final Shared shared;
    private final Blockers blockers;
    private final BranchCard card;

    Finishing(Branchwords words, Shared shared, Blockers blockers, BranchCard card) {
        this.words = words;
        this.shared = shared;
        this.blockers = blockers;
        this.card = card;
    }

    @Override
    public Uni<Void> after(Exchange exchange, OpenRun run, Stage stage) {
        if (!(stage instanceof Stage.Finished)) {
            return Uni.createFrom().voidItem();
        }
        return exchange.read(OF_RUN, exchange.organisation().number(), run.id())
                .chain(rows -> rows.size() == 0
                        ? Uni.createFrom().voidItem()
                        : finished(exchange, run, rows.iterator().next()));
    }

    private Uni<Void> finished(Exchange exchange, OpenRun run, Row asked) {
        return asked.getBoolean("shared")
                ? shared.first(exchange, run.id(), asked)
                        .chain(first -> first ? give(exchange, run, asked) : beaten(exchange, run, asked))
                : give(exchange, run, asked);
    }

    /** Their answer does not count, but when they are back does. */
    private static Uni<Void> beaten(Exchange exchange, OpenRun run, Row asked) {
        if (asked.getLong("member") == exchange.member().id()) {
            away(exchange, run, asked);
        }
        return Uni.createFrom().voidItem();
    }

    private Uni<Void> give(Exchange exchange, OpenRun run, Row asked) {
        long captain = asked.getLong("member");
        List<Long> branches = List.of(asked.getArrayOfLongs("branches"));
        away(exchange, run, asked);
        if (captain == exchange.member().id()) {
            return card(exchange, branches, true)
                    .chain(() -> blockers.comeBack(
                            exchange, asked.getLong("prompt"), captain, asked.getString("occurrence")));
        }
        // What stood in the captain's way is the captain's to settle.
        tell(exchange, asked);
        return exchange.access()
                .map(access -> branches.stream()
                        .filter(branch -> access.may(Deed.CHECK_IN, branch))
                        .toList())
                .chain(theirs -> card(exchange, theirs, false));
    }

    private static void away(Exchange exchange, OpenRun run, Row asked) {
        long captain = asked.getLong("member");
        backOn(run)
                .ifPresentOrElse(
                        day -> exchange.write(
                                BE_AWAY,
                                exchange.organisation().number(),
                                captain,
                                LocalDateTime.parse(asked.getString("occurrence"))
                                        .toLocalDate(),
                                day),
                        () -> {
                            // Whoever answers is there.
                            if (captain == exchange.member().id()) {
                                exchange.write(BE_BACK, exchange.organisation().number(), captain);
                            }
                        });
    }

    private static Optional<LocalDate> backOn(OpenRun run) {
        return run.answers()
                .of(AWAY)
                .map(given -> given.answer())
                .filter(Answer.Date.class::isInstance)
                .map(answer -> ((Answer.Date) answer).day());
    }

    /** A buddy took it. */
    private static void tell(Exchange exchange, Row asked) {
        exchange.send(Letter.unasked(
                        exchange.scene().bot(),
                        asked.getLong("chat"),
                        null,
                        false,
                        new Outgoing.Say(Branchwords.SPEECH.in(
                                asked.getString("language"),
                                "taken_for_you",
                                "name",
                                exchange.person().name())))
                .byDay());
    }

    /** @param own whether it is their own check-in: how often somebody else is asked is not theirs to choose */
    private Uni<Void> card(Exchange exchange, List<Long> branches, boolean own) {
        List<Long> all = exchange.scene().branches().all().stream()
                .map(branch -> branch.id())
                .filter(id -> branches.stream()
                        .anyMatch(above -> exchange.scene().branches().within(id, above)))
                .toList();
        if (all.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return card.of(exchange, words.names(exchange, branches), all)
                .invoke(text -> exchange.say(text, own ? Keyboard.row(Often.button(exchange)) : Keyboard.NONE))
                .replaceWithVoid();
    }
}
