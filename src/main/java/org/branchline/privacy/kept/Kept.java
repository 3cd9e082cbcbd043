package org.branchline.privacy.kept;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.branchline.campaign.deadline.answering.Reasons;
import org.branchline.campaign.helpdesk.QuestionTexts;
import org.branchline.campaign.onetoone.Notes;
import org.branchline.database.OrganisationId;
import org.branchline.database.Reads;
import org.branchline.intake.SpecialAnswers;
import org.branchline.playbooks.AnswerJson;

/** Collects everything that is kept of a person, special answers opened. */
@Singleton
public class Kept {

    /** In the order of the file. */
    static final List<Section> SECTIONS = Stream.of(
                    RosterSections.ALL,
                    AnswerSections.ALL,
                    HelpdeskSections.ALL,
                    BroadcastSections.ALL,
                    DeadlineSections.ALL,
                    EventSections.ALL,
                    BranchSections.ALL,
                    CheckInSections.ALL,
                    MessageSections.ALL)
            .flatMap(List::stream)
            .toList();

    private final SpecialAnswers specials;
    private final QuestionTexts questions;
    private final Reasons reasons;
    private final Notes notes;

    Kept(SpecialAnswers specials, QuestionTexts questions, Reasons reasons, Notes notes) {
        this.specials = specials;
        this.questions = questions;
        this.reasons = reasons;
        this.notes = notes;
    }

    /** All of it by section; empty sections too, so that people see that there is nothing. */
    public Uni<JsonObject> of(Reads reads, OrganisationId organisation, long person) {
        List<Uni<RowSet<Row>>> asked = new ArrayList<>();
        SECTIONS.forEach(section -> asked.add(reads.read(section.select(), organisation.number(), person)));
        return Uni.join().all(asked).andFailFast().map(found -> {
            JsonObject all = new JsonObject();
            int i = 0;
            for (Section section : SECTIONS) {
                JsonArray entries = new JsonArray();
                for (Row row : found.get(i++)) {
                    entries.add(opened(organisation, person, section.name(), row.getJsonObject(0)));
                }
                all.put(section.name(), entries);
            }
            return all;
        });
    }

    /** With what its owner wrote in place of the ciphertext. */
    private JsonObject opened(OrganisationId organisation, long person, String section, JsonObject entry) {
        String key = (String) entry.remove("key_id");
        String ciphertext = (String) entry.remove("ciphertext");
        if (key == null || ciphertext == null) {
            return entry;
        }
        Buffer sealed = Buffer.buffer(Base64.getMimeDecoder().decode(ciphertext));
        return switch (section) {
            case "answers" ->
                entry.put(
                        "answer",
                        AnswerJson.export(AnswerJson.read(specials.open(
                                organisation, entry.getLong("run"), entry.getString("question"), key, sealed))));
            case "questions" -> entry.put("text", questions.open(organisation, person, key, sealed));
            case "deadline_answers" ->
                entry.put("reason", reasons.open(organisation, entry.getLong("deadline"), person, key, sealed));
            case "one_to_ones" ->
                notes.read(organisation, entry.getLong("id"), person, key, sealed)
                        .map(words -> entry.put("who", words.who()).put("note", words.note()))
                        .orElseGet(() -> entry.put("readable", false));
            default -> entry;
        };
    }
}
