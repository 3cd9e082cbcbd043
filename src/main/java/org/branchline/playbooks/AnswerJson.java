package org.branchline.playbooks;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.branchline.conversation.Answer;
import org.jspecify.annotations.Nullable;

/**
 * Answers as they are stored: {@code {"chosen":["calls"],"own":"sing"}}, {@code {"figure":2}}, {@code
 * {"date":"2027-05-04","told":"2027-03-04"}},
 * {@code {"words":[{"message":7,"text":"…"}]}}, {@code {"skipped":true}}. Written and read once a turn, token by token.
 */
public final class AnswerJson {

    /** Stands for own words among the ids of options, none of which begins with an underscore. */
    public static final String OWN_WORDS = "_own";

    /** Stands in exports for a question that was skipped. */
    public static final String SKIPPED = "skipped";

    private static final JsonFactory JSON = new JsonFactory();

    private AnswerJson() {}

    /** The answer as JSON on one line. */
    public static String write(Answer answer) {
        StringWriter text = new StringWriter(64);
        try (JsonGenerator json = JSON.createGenerator(text)) {
            json.writeStartObject();
            if (answer instanceof Answer.Chosen chosen) {
                write(chosen, json);
            } else if (answer instanceof Answer.Figure figure) {
                json.writeNumberField("figure", figure.value());
            } else if (answer instanceof Answer.Date date) {
                json.writeStringField("date", date.day().toString());
                json.writeStringField("told", date.told().toString());
            } else if (answer instanceof Answer.Words words) {
                write(words, json);
            } else {
                json.writeBooleanField("skipped", true);
            }
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static void write(Answer.Chosen chosen, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("chosen");
        for (String option : chosen.options()) {
            json.writeString(option);
        }
        json.writeEndArray();
        if (chosen.ownWords() != null) {
            json.writeStringField("own", chosen.ownWords());
        }
    }

    private static void write(Answer.Words words, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("words");
        for (Answer.Piece piece : words.pieces()) {
            json.writeStartObject();
            json.writeNumberField("message", piece.message());
            json.writeStringField("text", piece.text());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /**
     * The answer that was written.
     *
     * @throws IllegalArgumentException when the text is none of {@link #write}'s
     */
    public static Answer read(String text) {
        try (JsonParser json = JSON.createParser(text)) {
            json.nextToken();
            String kind = json.nextFieldName();
            json.nextToken();
            return switch (kind == null ? "" : kind) {
                case "chosen" -> chosen(json);
                case "figure" -> new Answer.Figure(new BigDecimal(json.getText()));
                case "date" -> date(json);
                case "words" -> words(json);
                case "skipped" -> new Answer.Skipped();
                default -> throw new IllegalArgumentException("Not an answer of ours");
            };
        } catch (IOException | NumberFormatException | DateTimeParseException e) {
            // Neither the cause nor its message goes along: both may quote the answer.
            throw new IllegalArgumentException(
                    "Not an answer of ours: " + e.getClass().getSimpleName());
        }
    }

    private static Answer chosen(JsonParser json) throws IOException {
        List<String> options = new ArrayList<>();
        while (json.nextToken() == JsonToken.VALUE_STRING) {
            options.add(json.getText());
        }
        @Nullable String own = "own".equals(json.nextFieldName()) ? json.nextTextValue() : null;
        return new Answer.Chosen(options, own);
    }

    private static Answer date(JsonParser json) throws IOException {
        LocalDate day = LocalDate.parse(json.getText());
        json.nextFieldName();
        return new Answer.Date(day, LocalDate.parse(String.valueOf(json.nextTextValue())));
    }

    private static Answer words(JsonParser json) throws IOException {
        List<Answer.Piece> pieces = new ArrayList<>();
        while (json.nextToken() == JsonToken.START_OBJECT) {
            json.nextFieldName();
            long message = json.nextLongValue(0);
            json.nextFieldName();
            String text = json.nextTextValue();
            pieces.add(new Answer.Piece(message, text == null ? "" : text));
            json.nextToken();
        }
        return new Answer.Words(pieces);
    }

    /**
     * The answer as machines read it in exports: ids of options joined by commas ({@value #OWN_WORDS} for own words), a
     * plain number, a date such as 2027-05-04, the text, {@value #SKIPPED} when skipped.
     */
    public static String export(Answer answer) {
        if (answer instanceof Answer.Chosen chosen) {
            List<String> all = new ArrayList<>(chosen.options());
            if (chosen.ownWords() != null) {
                all.add(OWN_WORDS);
            }
            return String.join(",", all);
        }
        if (answer instanceof Answer.Figure figure) {
            return figure.value().toPlainString();
        }
        if (answer instanceof Answer.Date date) {
            return date.day().toString();
        }
        return answer instanceof Answer.Words words ? words.text() : SKIPPED;
    }
}
