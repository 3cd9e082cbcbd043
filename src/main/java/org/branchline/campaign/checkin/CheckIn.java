package org.branchline.campaign.checkin;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.inject.Singleton;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.branchline.campaign.broadcast.Asking;
import org.branchline.campaign.prompt.Prompt;
import org.branchline.campaign.prompt.Prompts;
import org.branchline.conversation.Keyboard;
import org.branchline.intake.Command;
import org.branchline.intake.Exchange;
import org.branchline.intake.Speech;
import org.branchline.roster.Access;
import org.branchline.roster.Deed;

/** {@code /checkin}: answers the check-in early or late; its buttons take another's, and say how often to ask. */
@Singleton
class CheckIn implements Command {

    static final String NAME = "checkin";
    static final String TAKE = "t";

    /** The reader's own, of the prompt whose number follows. */
    static final String ANSWER = "a";

    private static final Pattern TAKEN = Pattern.compile(TAKE + "(\\d{1,10})\\.(\\d{1,18})");

    /** Whose check-in it is: their own for a captain, for a buddy that of the captain beside whom they stand. */
    private static final String WHOSE = """
            select coalesce(
              (select r.member from member_role r where r.organisation = $1 and r.member = $2 and r.role = 'captain' limit 1),
              (select c.member from member_role b
               join member_role c on c.organisation = $1 and c.branch = b.branch and c.role = 'captain'
               where b.organisation = $1 and b.member = $2 and b.role = 'buddy' order by c.granted_at, c.member limit 1)) as member
            """;

    private static final String ASKED = """
            select a.excused is null as asked, r.completed_at is not null as done from prompt_asked a
            left join run r on r.organisation = $1 and r.id = a.run
            where a.organisation = $1 and a.prompt = $2 and a.occurrence = $3 and a.member = $4
            """;

    private static final String NEWEST = """
            select a.occurrence, p.playbook, r.completed_at is not null as done, array(
                select c.branch from member_role c
                where c.organisation = $1 and c.member = $3 and c.role = 'captain' and c.branch <> 0) as branches
            from prompt_asked a join prompt p on p.organisation = $1 and p.id = a.prompt and p.check_in and p.bot = $4
            left join run r on r.organisation = $1 and r.id = a.run
            where a.organisation = $1 and a.prompt = $2 and a.member = $3 and a.excused is null
            order by a.occurrence desc limit 1
            """;

    private final Asking asking;
    private final Often often;

    CheckIn(Asking asking, Often often) {
        this.asking = asking;
        this.often = often;
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
            if (!access.mayAnywhere(Deed.CHECK_IN)) {
                return said(exchange, "not_for_you");
            }
            Matcher taken = TAKEN.matcher(argument);
            if (taken.matches()) {
                return take(exchange, access, Long.parseLong(taken.group(1)), Long.parseLong(taken.group(2)));
            }
            return Prompts.checkIns(exchange::read, exchange.scene().bot()).chain(all -> {
                Optional<Prompt> meant = meant(all, argument);
                if (meant.isEmpty()) {
                    return said(exchange, "none");
                }
                Prompt prompt = meant.get();
                return argument.startsWith(Often.EVERY)
                        ? often.run(exchange, week(exchange, prompt), argument)
                        : answer(exchange, prompt);
            });
        });
    }

    /** The one that a button names, else the oldest. */
    private static Optional<Prompt> meant(List<Prompt> all, String argument) {
        return all.stream()
                .filter(prompt -> !argument.startsWith(ANSWER) || argument.equals(ANSWER + prompt.id()))
                .findFirst();
    }

    private Uni<Void> answer(Exchange exchange, Prompt prompt) {
        int organisation = exchange.organisation().number();
        Week week = week(exchange, prompt);
        return exchange.read(WHOSE, organisation, exchange.member().id())
                .map(rows -> rows.iterator().next().getLong("member"))
                .chain(member -> member == null
                        ? said(exchange, "not_for_you")
                        : exchange.read(ASKED, organisation, prompt.id(), "" + week.last(), member)
                                .chain(rows -> answer(exchange, prompt, week, member, rows)));
    }

    private Uni<Void> answer(Exchange exchange, Prompt prompt, Week week, long member, RowSet<Row> last) {
        boolean asked = last.size() > 0 && last.iterator().next().getBoolean("asked");
        boolean done = last.size() > 0 && last.iterator().next().getBoolean("done");
        Optional<LocalDateTime> meant = week.meant(asked, done);
        if (meant.isPresent()) {
            return asking.start(
                    exchange,
                    prompt.wanted().playbook(),
                    prompt.id(),
                    meant.get().toString(),
                    member);
        }
        return often.next(exchange, prompt, week, member)
                .invoke(next -> exchange.say(
                        next.map(day -> Branchwords.SPEECH.say(
                                        exchange,
                                        "done",
                                        "day",
                                        Speech.day(exchange.person().language(), day)))
                                .orElseGet(() -> Branchwords.SPEECH.say(exchange, "done.last")),
                        member == exchange.member().id() ? Keyboard.row(Often.button(exchange)) : Keyboard.NONE))
                .replaceWithVoid();
    }

    /** A captain's check-in, by somebody who may answer for one of the branches. */
    private Uni<Void> take(Exchange exchange, Access access, long prompt, long captain) {
        return exchange.read(
                        NEWEST,
                        exchange.organisation().number(),
                        prompt,
                        captain,
                        exchange.scene().bot().id())
                .chain(rows -> {
                    if (rows.size() == 0) {
                        return said(exchange, "none");
                    }
                    Row asked = rows.iterator().next();
                    boolean mine = false;
                    for (Long branch : asked.getArrayOfLongs("branches")) {
                        mine = mine || access.may(Deed.CHECK_IN, branch);
                    }
                    if (!mine) {
                        return said(exchange, "not_for_you");
                    }
                    return asked.getBoolean("done")
                            ? said(exchange, "taken")
                            : asking.start(
                                    exchange,
                                    asked.getString("playbook"),
                                    prompt,
                                    asked.getString("occurrence"),
                                    captain);
                });
    }

    private static Week week(Exchange exchange, Prompt prompt) {
        ZoneId zone = exchange.person().zone();
        return Week.of(prompt, zone == null ? ZoneOffset.UTC : zone, exchange.now());
    }

    private static Uni<Void> said(Exchange exchange, String key) {
        exchange.say(Branchwords.SPEECH.say(exchange, key));
        return Uni.createFrom().voidItem();
    }
}
