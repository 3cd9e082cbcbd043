package org.branchline.campaign.event.asking;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.branchline.calendar.QuietHours;
import org.branchline.campaign.audience.Audiences;
import org.branchline.campaign.broadcast.Nudges;
import org.branchline.campaign.event.EventRights;
import org.branchline.campaign.event.Shift;
import org.branchline.campaign.event.ShiftText;
import org.branchline.conversation.Action;
import org.branchline.conversation.Button;
import org.branchline.conversation.Keyboard;
import org.branchline.database.Audit;
import org.branchline.intake.Command;
import org.branchline.intake.Exchange;
import org.branchline.intake.InPlace;
import org.branchline.intake.Speech;
import org.branchline.roster.Organisations;

/** The button by which a host asks for more people: says first how many it reaches. */
@Singleton
class AskingForMore implements Command {

    private static final Speech SPEECH = ShiftText.SPEECH;
    private static final Pattern PRESSED = Pattern.compile("(\\d{1,12})(\\.s)?");

    /** Those of an audience in some zones who can be asked about a thing. */
    private static final String COUNT =
            "select count(*)::int as people from (\n" + Audiences.MEMBERS + """
            ) r where coalesce(r.timezone, 'UTC') = any ($4::text[])
              and
            """ + Nudges.sparesNot("$5", "$6");

    /** Once a minute is enough, however often it is pressed; nobody is asked twice in a week. */
    private static final String JOB = """
            insert into job (organisation, kind, key, argument, due_at)
            values ($1, $2, $3, $4, clock_timestamp()) on conflict do nothing
            """;

    private final Organisations organisations;

    AskingForMore(Organisations organisations) {
        this.organisations = organisations;
    }

    @Override
    public String name() {
        return ShiftText.ASKING;
    }

    @Override
    public Uni<Void> run(Exchange exchange, String argument) {
        Matcher pressed = PRESSED.matcher(argument);
        if (!pressed.matches()) {
            return said(exchange, SPEECH.say(exchange, "gone"), Keyboard.NONE);
        }
        return EventRights.theirs(exchange, Long.parseLong(pressed.group(1)))
                .chain(found -> found.map(shift -> act(exchange, shift, pressed.group(2) != null))
                        .orElseGet(() -> said(exchange, SPEECH.say(exchange, "gone"), Keyboard.NONE)));
    }

    private Uni<Void> act(Exchange exchange, Shift shift, boolean sure) {
        Optional<Integer> wanted = shift.wanted();
        if (!shift.open() || shift.begun(exchange.now()) || wanted.isEmpty()) {
            return said(exchange, SPEECH.say(exchange, "more.not_needed"), back(exchange, shift));
        }
        QuietHours quiet = organisations.organisation(exchange.organisation()).quietHours();
        return count(exchange, shift, quiet)
                .chain(people -> people == 0
                        ? said(exchange, SPEECH.say(exchange, "more.nobody"), back(exchange, shift))
                        : sure ? ask(exchange, shift, people) : preview(exchange, shift, people, wanted.get()));
    }

    private static Uni<Integer> count(Exchange exchange, Shift shift, QuietHours quiet) {
        return Multi.createFrom()
                .iterable(Free.of(shift, quiet, exchange.now()))
                .onItem()
                .transformToUniAndConcatenate(free -> exchange.read(
                                COUNT,
                                exchange.organisation().number(),
                                exchange.scene().bot().id(),
                                free.audience().json(),
                                free.zones().toArray(String[]::new),
                                exchange.utc(),
                                CallForMore.thing(exchange.now()))
                        .map(rows -> rows.iterator().next().getInteger("people")))
                .collect()
                .in(() -> new int[1], (sum, people) -> sum[0] += people)
                .map(sum -> sum[0]);
    }

    private static Uni<Void> preview(Exchange exchange, Shift shift, int people, int wanted) {
        return said(
                exchange,
                SPEECH.count(exchange, "more.sure", people, "wanted", SPEECH.count(exchange, "more.wanted", wanted)),
                Keyboard.row(
                        new Button(
                                SPEECH.say(exchange, "button.ask_them"),
                                new Action.Order(ShiftText.ASKING, shift.id() + ".s")),
                        SPEECH.button(exchange, "not_now", "host", "" + shift.id())));
    }

    private static Uni<Void> ask(Exchange exchange, Shift shift, int people) {
        long by = exchange.member().id();
        exchange.write(
                JOB,
                exchange.organisation().number(),
                CallForMore.KIND,
                shift.id() + ":" + exchange.now().getEpochSecond() / 60,
                new JsonObject()
                        .put("shift", shift.id())
                        .put("bot", exchange.scene().bot().id())
                        .put("by", by)
                        .put("at", exchange.utc().toString()));
        Audit.record(
                exchange,
                exchange.organisation(),
                "member " + by,
                "asked for more people",
                List.of("shift " + shift.id()));
        return said(exchange, SPEECH.count(exchange, "more.asked", people), back(exchange, shift));
    }

    private static Keyboard back(Exchange exchange, Shift shift) {
        return Keyboard.row(SPEECH.button(exchange, "host_card", "host", "" + shift.id()));
    }

    private static Uni<Void> said(Exchange exchange, String text, Keyboard keyboard) {
        InPlace.say(exchange, text, keyboard);
        return Uni.createFrom().voidItem();
    }
}
