package org.branchline.delivery;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.branchline.conversation.Action;
import org.branchline.conversation.Attached;
import org.branchline.conversation.Button;
import org.branchline.conversation.Keyboard;
import org.branchline.conversation.Outgoing;

/** How a message stands in its row until it is sent. Written by hand: it is on the way of every answer. */
final class OutgoingJson {

    private static final JsonFactory FACTORY = new JsonFactory();
    private static final ObjectMapper READER = new ObjectMapper();

    private OutgoingJson() {}

    static String write(Outgoing outgoing) {
        StringWriter text = new StringWriter(256);
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            json.writeStartObject();
            outgoing.of(new Writing(json));
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private interface Fields {
        void write() throws IOException;
    }

    /** Each kind by its fields. */
    private record Writing(JsonGenerator json) implements Outgoing.Cases<JsonGenerator> {

        @Override
        public JsonGenerator say(Outgoing.Say say) {
            return fields(say.keyboard(), () -> json.writeStringField("say", say.text()));
        }

        @Override
        public JsonGenerator edit(Outgoing.Edit edit) {
            return fields(edit.keyboard(), () -> {
                json.writeStringField("edit", edit.text());
                json.writeNumberField("message", edit.message());
            });
        }

        @Override
        public JsonGenerator rebutton(Outgoing.Rebutton rebutton) {
            return fields(rebutton.keyboard(), () -> json.writeNumberField("rebutton", rebutton.message()));
        }

        @Override
        public JsonGenerator acknowledge(Outgoing.Acknowledge acknowledge) {
            throw new IllegalArgumentException("The answer to a press is never stored");
        }

        @Override
        public JsonGenerator file(Outgoing.File file) {
            return fields(file.keyboard(), () -> {
                json.writeStringField("file", file.name());
                json.writeStringField("type", file.mediaType());
                json.writeBinaryField("content", file.content());
                json.writeBooleanField("picture", file.picture());
                json.writeStringField("caption", file.caption());
            });
        }

        @Override
        public JsonGenerator stored(Outgoing.Stored stored) {
            return fields(stored.keyboard(), () -> {
                json.writeStringField("stored", stored.attached().file());
                json.writeBooleanField("picture", stored.attached().picture());
                json.writeStringField("caption", stored.caption());
            });
        }

        private JsonGenerator fields(Keyboard keyboard, Fields fields) {
            try {
                fields.write();
                keyboard(json, keyboard);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return json;
        }
    }

    private static void keyboard(JsonGenerator json, Keyboard keyboard) throws IOException {
        if (keyboard.isEmpty()) {
            return;
        }
        Elements elements = new Elements(json);
        json.writeArrayFieldStart("rows");
        for (List<Button> row : keyboard.rows()) {
            json.writeStartArray();
            for (Button button : row) {
                json.writeStartArray();
                json.writeString(button.label());
                button.action().of(elements).write();
                json.writeEndArray();
            }
            json.writeEndArray();
        }
        json.writeEndArray();
    }

    /** Each kind by the elements behind the button's label; how many there are tells them apart. */
    private record Elements(JsonGenerator json) implements Action.Cases<Fields> {

        @Override
        public Fields move(Action.Move move) {
            return () -> {
                json.writeNumber(move.run());
                json.writeNumber(move.step());
                json.writeString(move.choice());
            };
        }

        @Override
        public Fields order(Action.Order order) {
            return () -> {
                json.writeString(order.command());
                json.writeString(order.argument());
            };
        }

        @Override
        public Fields open(Action.Open open) {
            return () -> json.writeString(open.url());
        }
    }

    static Outgoing read(String text) {
        try {
            JsonNode json = READER.readTree(text);
            Keyboard keyboard = keyboard(json.path("rows"));
            if (json.has("say")) {
                return new Outgoing.Say(json.get("say").textValue(), keyboard);
            }
            if (json.has("edit")) {
                return new Outgoing.Edit(
                        json.get("message").longValue(), json.get("edit").textValue(), keyboard);
            }
            if (json.has("rebutton")) {
                return new Outgoing.Rebutton(json.get("rebutton").longValue(), keyboard);
            }
            if (json.has("stored")) {
                return new Outgoing.Stored(
                        new Attached(
                                json.get("stored").textValue(),
                                json.get("picture").booleanValue()),
                        json.get("caption").textValue(),
                        keyboard);
            }
            return new Outgoing.File(
                    json.get("file").textValue(),
                    json.get("type").textValue(),
                    json.get("content").binaryValue(),
                    json.get("picture").booleanValue(),
                    json.get("caption").textValue(),
                    keyboard);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Keyboard keyboard(JsonNode rows) {
        List<List<Button>> read = new ArrayList<>();
        for (JsonNode row : rows) {
            List<Button> buttons = new ArrayList<>();
            for (JsonNode button : row) {
                buttons.add(new Button(button.get(0).textValue(), action(button)));
            }
            read.add(buttons);
        }
        return new Keyboard(read);
    }

    private static Action action(JsonNode button) {
        return switch (button.size()) {
            case 4 ->
                new Action.Move(
                        button.get(1).longValue(),
                        button.get(2).intValue(),
                        button.get(3).textValue());
            case 3 -> new Action.Order(button.get(1).textValue(), button.get(2).textValue());
            default -> new Action.Open(button.get(1).textValue());
        };
    }
}
