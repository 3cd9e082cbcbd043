package org.branchline.campaign.report;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Objects;
import org.branchline.conversation.Keyboard;
import org.branchline.conversation.Outgoing;
import org.branchline.delivery.Letter;
import org.branchline.intake.Exchange;
import org.branchline.intake.Turns;
import org.branchline.intake.job.Job;
import org.branchline.intake.job.JobHandler;
import org.branchline.roster.Bot;
import org.branchline.roster.Deed;

/** Tells somebody that a month's report did not come by itself, and how to get it; what day it was makes no difference. */
@Singleton
class Missing implements JobHandler {

    static final String KIND = "report.missed";

    private final Turns turns;

    Missing(Turns turns) {
        this.turns = turns;
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Uni<Void> run(Job job) {
        Bot bot = new Bot(job.organisation(), job.argument().getLong("bot"));
        YearMonth month = YearMonth.parse(job.argument().getString("month"));
        return turns.of(bot, job.argument().getLong("chat"), exchange -> exchange.access()
                        .chain(access -> access.mayAnywhere(Deed.REPORT)
                                ? job.finish(exchange).invoke(first -> {
                                    if (first) {
                                        say(exchange, month);
                                    }
                                })
                                : Uni.createFrom().item(false))
                        .replaceWithVoid())
                .replaceWithVoid();
    }

    private static void say(Exchange exchange, YearMonth month) {
        Month named =
                new Month(month, Objects.requireNonNullElse(exchange.person().zone(), ZoneOffset.UTC), exchange.now());
        exchange.send(Letter.unasked(
                exchange.scene().bot(),
                exchange.scene().chat(),
                null,
                false,
                new Outgoing.Say(
                        ReportText.SPEECH.say(
                                exchange,
                                "missed",
                                "month",
                                named.name(exchange.person().language())),
                        Keyboard.row(ReportText.SPEECH.button(exchange, "last", Taking.NAME, Taking.LAST)))));
        exchange.interrupted(exchange.front() != null);
    }
}
