package org.branchline.campaign.report;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.branchline.conversation.Button;
import org.branchline.conversation.Keyboard;
import org.branchline.database.Audit;
import org.branchline.intake.Arrival;
import org.branchline.intake.Command;
import org.branchline.intake.Exchange;
import org.branchline.intake.InPlace;
import org.branchline.intake.Speech;
import org.branchline.intake.What;
import org.branchline.roster.Deed;

/** {@code /report}: the committee's report of this month or the last, at once or on the first of each month. */
@Singleton
class Taking implements Command {

    static final String NAME = "report";
    private static final String THIS = "this";
    static final String LAST = "last";
    private static final String MONTHLY = "monthly";
    private static final String NO_MONTHLY = "no_monthly";
    private static final Speech SPEECH = ReportText.SPEECH;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Audience audience() {
        return Audience.COORDINATOR;
    }

    @Override
    public Uni<Void> run(Exchange exchange, String argument) {
        return exchange.access().chain(access -> {
            if (!access.mayAnywhere(Deed.REPORT)) {
                exchange.say(SPEECH.say(exchange, "not_for_you"));
                return Uni.createFrom().voidItem();
            }
            YearMonth now = YearMonth.from(exchange.now().atZone(zone(exchange)));
            return switch (argument.strip()) {
                case THIS -> take(exchange, now);
                case LAST -> take(exchange, now.minusMonths(1));
                case MONTHLY -> monthly(exchange, true);
                case NO_MONTHLY -> monthly(exchange, false);
                default -> ask(exchange);
            };
        });
    }

    private static Uni<Void> ask(Exchange exchange) {
        return Readers.has(exchange)
                .invoke(monthly -> exchange.say(
                        SPEECH.say(exchange, "which"),
                        new Keyboard(List.of(
                                List.of(button(exchange, THIS), button(exchange, LAST)),
                                List.of(button(exchange, monthly ? NO_MONTHLY : MONTHLY))))))
                .replaceWithVoid();
    }

    private static Uni<Void> take(Exchange exchange, YearMonth month) {
        long member = exchange.member().id();
        Sending.order(exchange, key(exchange), month);
        Audit.record(
                exchange, exchange.organisation(), "member " + member, Sending.TAKEN, List.of(Sending.SUBJECT + month));
        InPlace.say(
                exchange,
                SPEECH.say(
                        exchange,
                        "coming",
                        "month",
                        new Month(month, zone(exchange), exchange.now())
                                .name(exchange.person().language())),
                Keyboard.NONE);
        return Uni.createFrom().voidItem();
    }

    private static Uni<Void> monthly(Exchange exchange, boolean wanted) {
        if (wanted) {
            Readers.add(exchange);
        } else {
            Readers.remove(exchange);
        }
        InPlace.say(exchange, SPEECH.say(exchange, wanted ? "monthly.on" : "monthly.off"), Keyboard.NONE);
        return Uni.createFrom().voidItem();
    }

    /** However often one button is pressed, it brings one report. */
    private static String key(Exchange exchange) {
        Arrival arrival = exchange.arrival();
        if (arrival == null) {
            throw new IllegalStateException("Nobody asked for a report");
        }
        return exchange.scene().chat()
                + (arrival.what() instanceof What.Press press && press.message() > 0
                        ? "m" + press.message()
                        : "u" + arrival.update());
    }

    private static ZoneId zone(Exchange exchange) {
        ZoneId zone = exchange.person().zone();
        return zone == null ? ZoneOffset.UTC : zone;
    }

    private static Button button(Exchange exchange, String what) {
        return SPEECH.button(exchange, what, NAME, what);
    }
}
