package org.branchline.campaign.prompt;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.branchline.campaign.repeating.RuleWords;
import org.branchline.conversation.Action;
import org.branchline.conversation.Button;
import org.branchline.conversation.Keyboard;
import org.branchline.database.Audit;
import org.branchline.intake.Exchange;
import org.branchline.intake.InPlace;
import org.branchline.intake.Speech;
import org.branchline.roster.Access;
import org.branchline.roster.Branch;
import org.branchline.roster.Deed;
import org.jspecify.annotations.Nullable;

/**
 * Whom a prompt did not ask lately, as it would have been too late or they had enough messages: names for those who may see
 * them, newest first, as long as the outbox keeps its rows.
 */
final class NotAsked {

    /** Deed of the button that opens it; behind the prompt's number the row behind which a page begins. */
    static final String DEED = "who";

    private static final int A_PAGE = 20;

    private static final Speech REASONS = Speech.of("broadcast");

    /** Organisation, prompt, branches, whether also any other and none. */
    private static final String OF_PROMPT = """
            from broadcast b
            join outbox o on o.organisation = $1 and o.content = b.content and o.state = 'failed'
              and o.reason in ('BUDGET', 'TOO_LATE')
            join member m on m.organisation = $1 and m.id = o.member
            where b.organisation = $1 and b.prompt = $2 and (m.branch = any ($3) or $4)
            """;

    private static final String COUNT = "select count(distinct m.id)::int as people\n" + OF_PROMPT;

    /** And the row before which it begins, how many. */
    private static final String PAGE = "select o.id, m.name, m.branch, o.reason, b.occurrence\n" + OF_PROMPT + """
            and o.id < $5 order by o.id desc limit $6
            """;

    private record Missed(long row, String name, @Nullable Long branch, String reason, String occurrence) {

        static Missed of(Row row) {
            return new Missed(
                    row.getLong("id"),
                    row.getString("name"),
                    row.getLong("branch"),
                    row.getString("reason"),
                    row.getString("occurrence"));
        }
    }

    private NotAsked() {}

    /** How many. */
    static Uni<Integer> count(Exchange exchange, Access access, Prompt prompt) {
        return exchange.read(
                        COUNT,
                        exchange.organisation().number(),
                        prompt.id(),
                        branches(access),
                        access.may(Deed.SEE_NAMES, null))
                .map(rows -> rows.iterator().next().getInteger("people"));
    }

    private static Long[] branches(Access access) {
        return access.where(Deed.SEE_NAMES).stream().map(Branch::id).toArray(Long[]::new);
    }

    /**
     * Who, a page at a time.
     *
     * @param before the last row of the page before, empty for the first page
     */
    static Uni<Void> show(Exchange exchange, Access access, Prompt prompt, String before) {
        return exchange.read(
                        PAGE,
                        exchange.organisation().number(),
                        prompt.id(),
                        branches(access),
                        access.may(Deed.SEE_NAMES, null),
                        before.matches("\\d{1,18}") ? Long.parseLong(before) : Long.MAX_VALUE,
                        A_PAGE + 1)
                .invoke(rows -> {
                    List<Missed> missed = new ArrayList<>();
                    rows.forEach(row -> missed.add(Missed.of(row)));
                    Audit.record(
                            exchange,
                            exchange.organisation(),
                            "member " + exchange.member().id(),
                            "looked at whom a prompt did not ask",
                            List.of("prompt " + prompt.id()));
                    InPlace.say(exchange, text(exchange, missed), keyboard(exchange, prompt, missed));
                })
                .replaceWithVoid();
    }

    private static String text(Exchange exchange, List<Missed> missed) {
        StringBuilder text = new StringBuilder(
                PromptCommand.SPEECH.say(exchange, missed.isEmpty() ? "not_asked.nobody" : "not_asked.names"));
        String language = exchange.person().language();
        missed.stream().limit(A_PAGE).forEach(one -> {
            text.append("\n· ").append(one.name());
            exchange.scene().branches().branch(one.branch()).ifPresent(branch -> text.append(", ")
                    .append(branch.name(language)));
            text.append(" (")
                    .append(RuleWords.moment(language, LocalDateTime.parse(one.occurrence())))
                    .append("): ")
                    .append(REASONS.say(exchange, "reason." + one.reason()));
        });
        return text.toString();
    }

    private static Keyboard keyboard(Exchange exchange, Prompt prompt, List<Missed> missed) {
        List<List<Button>> rows = new ArrayList<>();
        if (missed.size() > A_PAGE) {
            rows.add(List.of(new Button(
                    PromptCommand.SPEECH.say(exchange, "button.more"),
                    new Action.Order(
                            PromptCommand.NAME,
                            DEED + "." + prompt.id() + "."
                                    + missed.get(A_PAGE - 1).row()))));
        }
        rows.add(List.of(PromptCommand.SPEECH.button(exchange, "back", PromptCommand.NAME, "o." + prompt.id())));
        return new Keyboard(rows);
    }
}
