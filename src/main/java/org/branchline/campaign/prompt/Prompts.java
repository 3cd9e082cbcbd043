package org.branchline.campaign.prompt;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.branchline.calendar.Recurrence;
import org.branchline.campaign.audience.Audience;
import org.branchline.campaign.occurrence.Schedules;
import org.branchline.database.OrganisationId;
import org.branchline.database.Reads;
import org.branchline.database.Writes;
import org.branchline.roster.Bot;
import org.jspecify.annotations.Nullable;

/** Prompts as they are kept; each call in the caller's transaction. */
public final class Prompts {

    /** What has a schedule: the prompt itself. */
    public static final String KIND = "prompt";

    /** The same of what follows an occurrence of a check-in. */
    public static final String LADDER = "check-in";

    private static final String COLUMNS = """
            select id, bot, key, playbook, audience, whom, rule, starts, extract(epoch from late)::bigint as late, check_in, skipped,
              state from prompt where organisation = $1\s""";

    private static final String FIND = COLUMNS + "and id = $2";
    private static final String ALL = COLUMNS + "and bot = $2 and state <> 'ended' order by id";
    private static final String CHECK_INS = COLUMNS + "and bot = $2 and state = 'going' and check_in order by id";

    private static final String KEYED = COLUMNS + "and key is not null";

    private static final String UNNAME = "update prompt set key = null where organisation = $1 and id = $2";

    private static final String NEW = """
            insert into prompt (organisation, bot, key, playbook, audience, whom, rule, starts, late, check_in)
            values ($1, $2, $3, $4, $5, $6, $7, $8, $9 * interval '1 second', $10)
            on conflict (organisation, key) do update set bot = excluded.bot, playbook = excluded.playbook,
              audience = excluded.audience, whom = excluded.whom, rule = excluded.rule, starts = excluded.starts,
              late = excluded.late, check_in = excluded.check_in,
              state = case when prompt.state = 'ended' then 'going' else prompt.state end
            returning id, state
            """;

    private static final String SKIP = """
            update prompt set skipped = array_append(skipped, $3) where organisation = $1 and id = $2 and not $3 = any (skipped)
            """;

    private static final String STATE =
            "update prompt set state = $3 where organisation = $1 and id = $2 and state <> 'ended'";

    /** What fell due and waits for a morning. */
    private static final String HOLD = """
            update broadcast set state = $3
            where organisation = $1 and prompt = $2 and state = case when $3 = 'paused' then 'going' else 'paused' end
            """;

    private static final String CALL_BACK = """
            update outbox o set state = 'failed', reason = 'CANCELLED', joined = null, done_at = clock_timestamp()
            from broadcast b
            where b.organisation = $1 and b.prompt = $2 and b.counts is null and o.organisation = $1 and o.content = b.content
              and o.state in ('held', 'queued', 'joined')
            """;

    private Prompts() {}

    /**
     * Begins one.
     *
     * @param key its name in the workspace, where the same name again changes it and leaves a pause as it is; null for one of
     *     a coordinator's own
     * @param now as people see it
     */
    public static Uni<Long> begin(
            Reads reads, Writes writes, Bot bot, @Nullable String key, Wanted wanted, Instant now) {
        return reads.read(
                        NEW,
                        bot.organisation().number(),
                        bot.id(),
                        key,
                        wanted.playbook(),
                        wanted.audience().json(),
                        wanted.whom(),
                        wanted.rule().rule(),
                        wanted.rule().start(),
                        wanted.late().toSeconds(),
                        wanted.checkIn())
                .map(rows -> rows.iterator().next())
                .map(row -> {
                    long id = row.getLong("id");
                    if (row.getString("state").equals("going")) {
                        open(writes, bot.organisation(), id, wanted.checkIn(), now);
                    }
                    return id;
                });
    }

    private static void open(Writes writes, OrganisationId organisation, long id, boolean checkIn, Instant now) {
        Schedules.open(writes, organisation, KIND, id, now);
        if (checkIn) {
            Schedules.open(writes, organisation, LADDER, id, now);
        } else {
            Schedules.end(writes, organisation, LADDER, id);
        }
    }

    /** One of them, ended ones too. */
    public static Uni<Optional<Prompt>> find(Reads reads, OrganisationId organisation, long id) {
        return reads.read(FIND, organisation.number(), id)
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(prompt(organisation, rows.iterator().next())));
    }

    /** All of a bot that did not end, the oldest first. */
    public static Uni<List<Prompt>> all(Reads reads, Bot bot) {
        return several(reads, bot, ALL);
    }

    /** The check-ins of a bot that ask, the oldest first. */
    public static Uni<List<Prompt>> checkIns(Reads reads, Bot bot) {
        return several(reads, bot, CHECK_INS);
    }

    /** Those of the workspace by their names, ended ones too. */
    static Uni<Map<String, Prompt>> keyed(Reads reads, OrganisationId organisation) {
        return reads.read(KEYED, organisation.number()).map(rows -> {
            Map<String, Prompt> all = new HashMap<>();
            rows.forEach(row -> all.put(row.getString("key"), prompt(organisation, row)));
            return all;
        });
    }

    /** It is not of the workspace any more: the same name again is another prompt. */
    static void unname(Writes writes, Prompt prompt) {
        writes.write(UNNAME, prompt.bot().organisation().number(), prompt.id());
    }

    private static Uni<List<Prompt>> several(Reads reads, Bot bot, String sql) {
        return reads.read(sql, bot.organisation().number(), bot.id()).map(rows -> {
            List<Prompt> all = new ArrayList<>();
            rows.forEach(row -> all.add(prompt(bot.organisation(), row)));
            return all;
        });
    }

    private static Prompt prompt(OrganisationId organisation, Row row) {
        Set<LocalDateTime> skipped = new LinkedHashSet<>();
        for (String occurrence : row.getArrayOfStrings("skipped")) {
            skipped.add(LocalDateTime.parse(occurrence));
        }
        return new Prompt(
                row.getLong("id"),
                new Bot(organisation, row.getLong("bot")),
                new Wanted(
                        row.getString("playbook"),
                        Audience.read(row.getString("audience")).of(read -> read, problems -> {
                            throw unreadable(problems);
                        }),
                        row.getString("whom"),
                        Recurrence.parse(row.getString("rule"), row.getLocalDateTime("starts"))
                                .of(rule -> rule, problems -> {
                                    throw unreadable(problems);
                                }),
                        Duration.ofSeconds(row.getLong("late")),
                        row.getBoolean("check_in")),
                skipped,
                Prompt.State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)));
    }

    private static IllegalStateException unreadable(List<?> problems) {
        return new IllegalStateException("What is kept of a prompt cannot be read: " + problems);
    }

    /** Takes one occurrence out. */
    public static void skip(Writes writes, Prompt prompt, LocalDateTime occurrence) {
        writes.write(SKIP, prompt.bot().organisation().number(), prompt.id(), occurrence.toString());
    }

    /** Asks nobody until {@link #goOn}. */
    public static void pause(Writes writes, Prompt prompt) {
        stop(writes, prompt, Prompt.State.PAUSED);
        writes.write(HOLD, prompt.bot().organisation().number(), prompt.id(), "paused");
    }

    /** Goes on after a pause, from now on. */
    public static void goOn(Writes writes, Prompt prompt, Instant now) {
        state(writes, prompt, Prompt.State.GOING);
        open(writes, prompt.bot().organisation(), prompt.id(), prompt.wanted().checkIn(), now);
        writes.write(HOLD, prompt.bot().organisation().number(), prompt.id(), "going");
    }

    /** Asks nobody any more. */
    public static void end(Writes writes, Prompt prompt) {
        stop(writes, prompt, Prompt.State.ENDED);
        writes.write(CALL_BACK, prompt.bot().organisation().number(), prompt.id());
    }

    private static void stop(Writes writes, Prompt prompt, Prompt.State state) {
        state(writes, prompt, state);
        Schedules.end(writes, prompt.bot().organisation(), KIND, prompt.id());
        Schedules.end(writes, prompt.bot().organisation(), LADDER, prompt.id());
    }

    private static void state(Writes writes, Prompt prompt, Prompt.State state) {
        writes.write(
                STATE,
                prompt.bot().organisation().number(),
                prompt.id(),
                state.name().toLowerCase(Locale.ROOT));
    }
}
