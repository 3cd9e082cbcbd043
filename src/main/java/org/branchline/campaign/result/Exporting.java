package org.branchline.campaign.result;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.branchline.conversation.Keyboard;
import org.branchline.conversation.Outgoing;
import org.branchline.database.Audit;
import org.branchline.intake.Command;
import org.branchline.intake.Exchange;
import org.branchline.roster.Branch;
import org.branchline.roster.Deed;
import org.jspecify.annotations.Nullable;

/** Download CSV: the answers as a file, as far as the asker may see. Each download is audited. */
@Singleton
class Exporting implements Command {

    private static final int PAGE = 1_000;
    /** Telegram takes files of 50 MB from a bot; the file also stands in the outbox until it is sent. */
    private static final int LONGEST = 8_000_000;

    @Override
    public String name() {
        return "csv";
    }

    @Override
    public Audience audience() {
        return Audience.CAPTAIN;
    }

    @Override
    public Uni<Void> run(Exchange exchange, String argument) {
        return Permitted.to(
                exchange,
                Deed.EXPORT,
                (access, all) -> export(
                        exchange,
                        Scope.of(access, Deed.EXPORT),
                        PlaybookToken.find(argument.strip(), all).map(Published::key)));
    }

    private static Uni<Void> export(Exchange exchange, Scope scope, Optional<String> playbook) {
        if (playbook.isEmpty()) {
            exchange.say(ResultsText.SPEECH.say(exchange, "gone"));
            return Uni.createFrom().voidItem();
        }
        StringBuilder file = new StringBuilder(AnswersFile.header());
        return page(exchange, playbook.get(), keys(exchange, scope), file, 0, "")
                .invoke(done -> {
                    Audit.record(
                            exchange,
                            exchange.organisation(),
                            "member " + exchange.member().id(),
                            AnswersFile.EXPORTED,
                            List.of(AnswersFile.SUBJECT + playbook.get()));
                    send(exchange, playbook.get(), file);
                })
                .replaceWithVoid();
    }

    private static void send(Exchange exchange, String playbook, StringBuilder file) {
        if (file.length() > LONGEST) {
            exchange.say(ResultsText.SPEECH.say(exchange, "csv.long", "playbook", playbook));
            return;
        }
        exchange.say(new Outgoing.File(
                playbook + ".csv",
                "text/csv",
                // The mark by which spreadsheets know UTF-8.
                ("\uFEFF" + file).getBytes(StandardCharsets.UTF_8),
                false,
                ResultsText.SPEECH.say(exchange, "csv"),
                Keyboard.NONE));
    }

    private static Uni<Void> page(
            Exchange exchange,
            String playbook,
            String @Nullable [] branches,
            StringBuilder file,
            long run,
            String question) {
        return exchange.read(AnswersFile.PAGE, playbook, branches, run, question, (long) PAGE)
                .chain(rows -> {
                    long lastRun = run;
                    String lastQuestion = question;
                    for (Row row : rows) {
                        List<@Nullable Object> cells = new ArrayList<>();
                        AnswersFile.COLUMNS.forEach(column -> cells.add(row.getValue(column)));
                        file.append(Csv.line(cells));
                        lastRun = row.getLong("run");
                        lastQuestion = row.getString("question");
                    }
                    return rows.size() < PAGE || file.length() > LONGEST
                            ? Uni.createFrom().voidItem()
                            : page(exchange, playbook, branches, file, lastRun, lastQuestion);
                });
    }

    private static String @Nullable [] keys(Exchange exchange, Scope scope) {
        Long[] branches = scope.branches();
        if (branches == null) {
            return null;
        }
        List<String> keys = new ArrayList<>();
        for (Long branch : branches) {
            exchange.scene().branches().branch(branch).map(Branch::key).ifPresent(keys::add);
        }
        return keys.toArray(String[]::new);
    }
}
