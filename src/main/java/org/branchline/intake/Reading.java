package org.branchline.intake;

import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import org.branchline.conversation.Answer;
import org.branchline.conversation.Answers;
import org.branchline.playbooks.AnswerJson;
import org.branchline.roster.Bot;
import org.branchline.roster.BranchBook;
import org.branchline.roster.Member;
import org.jspecify.annotations.Nullable;

/** Turns the rows of a turn's first flight into what was found. */
@Singleton
class Reading {

    private final SpecialAnswers specials;

    Reading(SpecialAnswers specials) {
        this.specials = specials;
    }

    Scene scene(Bot bot, long chat, Row row, BranchBook branches) {
        Long link = row.getLong("link");
        return new Scene(
                bot,
                chat,
                member(row),
                row.getString("chat_language"),
                link == null ? null : new Scene.Link(link, row.getLong("link_branch")),
                run(bot, row),
                row.getBoolean("interrupted"),
                row.getBoolean("writing"),
                branches);
    }

    private static @Nullable Member member(Row row) {
        Long id = row.getLong("member");
        if (id == null) {
            return null;
        }
        String zone = row.getString("timezone");
        OffsetDateTime stopped = row.getOffsetDateTime("stopped_at");
        OffsetDateTime quiet = row.getOffsetDateTime("quiet_until");
        return new Member(
                id,
                row.getString("name"),
                row.getString("language"),
                zone == null ? null : ZoneId.of(zone),
                row.getLong("branch"),
                row.getString("standing").equals("known"),
                stopped == null ? null : stopped.toInstant(),
                quiet == null ? null : quiet.toInstant());
    }

    /** The run of a row, null where it has none. */
    @Nullable
    OpenRun run(Bot bot, Row row) {
        Long id = row.getLong("run");
        if (id == null) {
            return null;
        }
        RunRow stage = new RunRow(
                row.getString("stage"), row.getString("question"), row.getString("detail"), row.getBoolean("changing"));
        return new OpenRun(
                id,
                row.getString("playbook"),
                row.getString("version"),
                stage.toStage(),
                row.getInteger("step"),
                answers(bot, id, row),
                row.getOffsetDateTime("touched_at").toInstant());
    }

    private Answers answers(Bot bot, long run, Row row) {
        String[] questions = row.getArrayOfStrings("questions");
        if (questions == null) {
            return Answers.NONE;
        }
        @Nullable String[] given = row.getArrayOfStrings("given");
        Long[] messages = row.getArrayOfLongs("messages");
        Boolean[] settled = row.getArrayOfBooleans("settled");
        Map<String, String> opened = opened(bot, run, row);
        Map<String, Answers.Given> read = new HashMap<>();
        for (int i = 0; i < questions.length; i++) {
            @Nullable String json = opened.containsKey(questions[i]) ? opened.get(questions[i]) : given[i];
            Answer answer = json == null ? new Answer.Skipped() : AnswerJson.read(json);
            read.put(questions[i], new Answers.Given(answer, messages[i], settled[i]));
        }
        return new Answers(read);
    }

    private Map<String, String> opened(Bot bot, long run, Row row) {
        String[] questions = row.getArrayOfStrings("specials");
        if (questions == null) {
            return Map.of();
        }
        String[] keys = row.getArrayOfStrings("key_ids");
        Buffer[] ciphertexts = row.getArrayOfBuffers("ciphertexts");
        Map<String, String> opened = new HashMap<>();
        for (int i = 0; i < questions.length; i++) {
            opened.put(questions[i], specials.open(bot.organisation(), run, questions[i], keys[i], ciphertexts[i]));
        }
        return opened;
    }
}
