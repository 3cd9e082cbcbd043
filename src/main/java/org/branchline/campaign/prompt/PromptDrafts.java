package org.branchline.campaign.prompt;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.Optional;
import org.branchline.calendar.Recurrence;
import org.branchline.campaign.audience.Audience;
import org.branchline.intake.Exchange;
import org.jspecify.annotations.Nullable;

/** Where a prompt is kept while it is put together: one in a chat. */
final class PromptDrafts {

    /** Whoever begins one goes on within this time, or means something else. */
    private static final Duration PATIENCE = Duration.ofHours(1);

    private static final String BEGIN = """
            insert into prompt_draft (organisation, bot, member, playbook, touched_at) values ($1, $2, $3, $4, $5)
            on conflict (organisation, bot, member) do update set playbook = excluded.playbook, audience = null, whom = '',
              rule = null, starts = null, touched_at = excluded.touched_at
            """;

    private static final String FIND = """
            select playbook, audience, whom, rule, starts from prompt_draft
            where organisation = $1 and bot = $2 and member = $3 and touched_at > $4
            """;

    private static final String SAVE = """
            update prompt_draft set audience = $4, whom = $5, rule = $6, starts = $7, touched_at = $8
            where organisation = $1 and bot = $2 and member = $3
            """;

    private static final String DROP = "delete from prompt_draft where organisation = $1 and bot = $2 and member = $3";

    private PromptDrafts() {}

    /** One of them. */
    record Draft(
            String playbook,
            @Nullable Audience audience,
            String whom,
            @Nullable Recurrence rule) {

        /** What it asks for; empty while something is missing. */
        Optional<Wanted> whole() {
            return audience == null || rule == null
                    ? Optional.empty()
                    : Optional.of(new Wanted(playbook, audience, whom, rule, Wanted.LATE, false));
        }

        Draft to(Audience chosen, String words) {
            return new Draft(playbook, chosen, words, rule);
        }

        Draft at(@Nullable Recurrence said) {
            return new Draft(playbook, audience, whom, said);
        }
    }

    static void begin(Exchange exchange, String playbook) {
        exchange.write(
                BEGIN,
                exchange.organisation().number(),
                exchange.scene().bot().id(),
                exchange.member().id(),
                playbook,
                exchange.utc());
    }

    static Uni<Optional<Draft>> find(Exchange exchange) {
        return exchange.read(
                        FIND,
                        exchange.organisation().number(),
                        exchange.scene().bot().id(),
                        exchange.member().id(),
                        exchange.now().minus(PATIENCE).atOffset(ZoneOffset.UTC))
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(draft(rows.iterator().next())));
    }

    private static Draft draft(Row row) {
        String audience = row.getString("audience");
        String rule = row.getString("rule");
        return new Draft(
                row.getString("playbook"),
                audience == null ? null : Audience.read(audience).of(read -> read, problems -> null),
                row.getString("whom"),
                rule == null
                        ? null
                        : Recurrence.parse(rule, row.getLocalDateTime("starts")).of(read -> read, problems -> null));
    }

    static void save(Exchange exchange, Draft draft) {
        Audience audience = draft.audience();
        Recurrence rule = draft.rule();
        exchange.write(
                SAVE,
                exchange.organisation().number(),
                exchange.scene().bot().id(),
                exchange.member().id(),
                audience == null ? null : audience.json(),
                draft.whom(),
                rule == null ? null : rule.rule(),
                rule == null ? null : rule.start(),
                exchange.utc());
    }

    static void drop(Exchange exchange) {
        exchange.write(
                DROP,
                exchange.organisation().number(),
                exchange.scene().bot().id(),
                exchange.member().id());
    }
}
