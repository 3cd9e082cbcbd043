package org.branchline.campaign.event.asking;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.IsoFields;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.branchline.campaign.broadcast.Notice;
import org.branchline.campaign.broadcast.Notices;
import org.branchline.campaign.broadcast.Wording;
import org.branchline.campaign.event.Shift;
import org.branchline.campaign.event.ShiftText;
import org.branchline.campaign.event.Shifts;
import org.branchline.campaign.occurrence.Fallen;
import org.branchline.conversation.Action;
import org.branchline.conversation.Button;
import org.branchline.conversation.Keyboard;
import org.branchline.conversation.Outgoing;
import org.branchline.database.Transactions;
import org.branchline.intake.job.Job;
import org.branchline.intake.job.JobHandler;
import org.branchline.roster.Bot;
import org.branchline.roster.Organisation;
import org.branchline.roster.Organisations;

/** Asks everybody who can be asked for more people, once in a week whichever shift it is for. */
@Singleton
class CallForMore implements JobHandler {

    static final String KIND = "shift.call";

    private static final String NAME = "select name from member where organisation = $1 and id = $2";

    private final Transactions transactions;
    private final Organisations organisations;
    private final Notices notices;

    CallForMore(Transactions transactions, Organisations organisations, Notices notices) {
        this.transactions = transactions;
        this.organisations = organisations;
        this.notices = notices;
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** What a call of this week is about, for all shifts. */
    static String thing(Instant now) {
        OffsetDateTime at = now.atOffset(ZoneOffset.UTC);
        return "shifts:" + at.get(IsoFields.WEEK_BASED_YEAR) + "-" + at.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
    }

    @Override
    public Uni<Void> run(Job job) {
        JsonObject asked = job.argument();
        Bot bot = new Bot(job.organisation(), asked.getLong("bot"));
        return transactions
                .inTransaction(job.organisation(), tx -> Uni.combine()
                        .all()
                        .unis(
                                Shifts.find(tx::query, bot, asked.getLong("shift")),
                                tx.query(NAME, job.organisation().number(), asked.getLong("by")))
                        .asTuple())
                .chain(found -> {
                    Optional<Shift> shift = found.getItem1()
                            .filter(each -> each.open() && each.wanted().isPresent());
                    return shift.isEmpty() || found.getItem2().size() == 0
                            ? Uni.createFrom().voidItem()
                            : put(
                                    bot,
                                    job,
                                    shift.get(),
                                    found.getItem2().iterator().next());
                });
    }

    private Uni<Void> put(Bot bot, Job job, Shift shift, Row sender) {
        Organisation organisation = organisations.organisation(bot.organisation());
        Instant at = OffsetDateTime.parse(job.argument().getString("at")).toInstant();
        // A name is no slot.
        String name = sender.getString("name").replaceAll("[{}]", "");
        return Multi.createFrom()
                .iterable(Free.of(shift, organisation.quietHours(), at))
                .onItem()
                .transformToUniAndConcatenate(free -> transactions
                        .inTransaction(bot.organisation(), tx -> Shifts.find(tx::query, bot, shift.id()))
                        .chain(now -> now.filter(each -> each.open()
                                                && each.edition() == shift.edition()
                                                && each.wanted().isPresent())
                                        .isEmpty()
                                ? Uni.createFrom().voidItem()
                                : notices.put(
                                        bot,
                                        new Notice(
                                                        ShiftText.origin(shift.id()) + job.id(),
                                                        free.audience(),
                                                        content -> words(organisation, shift, name),
                                                        shift.startsAt())
                                                .about(thing(at)),
                                        new Fallen("call", free.zones(), at, false))))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private static Map<String, Outgoing> words(Organisation organisation, Shift shift, String name) {
        Map<String, Outgoing> all = new HashMap<>();
        for (String language : organisation.languages()) {
            String text = ShiftText.SPEECH.countIn(
                    language,
                    "call",
                    shift.wanted().orElse(1),
                    "name",
                    "{name}",
                    "sender",
                    name,
                    "title",
                    shift.event().title(language),
                    "at",
                    "{at:" + shift.startsAt() + "}");
            all.put(
                    language,
                    new Outgoing.Say(
                            text + Wording.why(organisation, language),
                            Keyboard.row(
                                    button(language, "help_out", shift, "s"), button(language, "show", shift, "o"))));
        }
        return all;
    }

    private static Button button(String language, String key, Shift shift, String deed) {
        return new Button(
                ShiftText.SPEECH.in(language, "button." + key), new Action.Order("shift", shift.id() + "." + deed));
    }
}
