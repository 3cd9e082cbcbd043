package org.branchline.drill;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.StreamSupport;

/** Somebody who presses buttons when told to. */
record Caller(SandboxControl control, long chat) {

    /** What the bot said to them, the newest last, as it stands there now. */
    CompletableFuture<List<Seen>> reads() {
        return control.getLater("chats/" + chat + "/messages?since=0&wait=0&bot=" + Installation.BOT)
                .thenApply(all -> StreamSupport.stream(all.path("messages").spliterator(), false)
                        .map(Seen::of)
                        .filter(Seen::bot)
                        .toList());
    }

    CompletableFuture<JsonNode> types(String text) {
        return control.postLater(
                "chats/" + chat + "/messages",
                SandboxControl.json().put("bot", Installation.BOT).put("text", text));
    }

    /** The newest message with such a button. */
    CompletableFuture<Optional<Seen>> with(String label) {
        return reads().thenApply(all -> all.stream()
                .filter(seen -> seen.labels().stream().anyMatch(each -> each.startsWith(label)))
                .reduce((before, next) -> next));
    }

    /** Presses the button of a message whose label begins so. */
    CompletableFuture<JsonNode> presses(Seen message, String label) {
        String whole = message.labels().stream()
                .filter(each -> each.startsWith(label))
                .findFirst()
                .orElseThrow();
        return control.postLater(
                "chats/" + chat + "/presses",
                SandboxControl.json()
                        .put("bot", Installation.BOT)
                        .put("message_id", message.id())
                        .put("label", whole));
    }
}
