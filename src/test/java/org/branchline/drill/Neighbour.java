package org.branchline.drill;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.awaitility.Awaitility;

/** A second organisation of the same installation, with a bot of its own, and somebody who asks that bot things. */
final class Neighbour {

    private static final String FIRST = "labour-international";
    private static final String SECOND = "neighbours";
    private static final String TOKEN = "NEIGHBOURS_BOT_TOKEN";
    private static final long BOT = Installation.BOT + 1;
    private static final long PERSON = 6_900_000_000L;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final SandboxControl control;

    Neighbour(SandboxControl control) {
        this.control = control;
        control.post("people", SandboxControl.json().put("id", PERSON).put("first_name", "Nell"));
    }

    /** The settings of a service for both organisations, whose workspaces are written into a folder. */
    static Map<String, String> settings(Path folder) {
        BundledWorkspace.copy(folder.resolve(FIRST), text -> text);
        BundledWorkspace.copy(
                folder.resolve(SECOND), text -> text.replace("organisation: " + FIRST, "organisation: " + SECOND)
                        .replace("token: TELEGRAM_BOT_TOKEN", "token: " + TOKEN));
        return Map.of("WORKSPACE", folder.toAbsolutePath().toString(), TOKEN, BOT + ":drill");
    }

    /** The key of the organisation whose bot the drill is about. */
    static String first() {
        return FIRST;
    }

    /** Asks so many times, each time when the last was answered; gives back how often it was. */
    long asks(int times) {
        String path = "chats/" + PERSON + "/messages";
        for (int time = 1; time <= times; time++) {
            long before = said();
            control.post(path, SandboxControl.json().put("bot", BOT).put("text", "/help"));
            Awaitility.await("the other bot's answer").atMost(PATIENCE).until(() -> said() > before);
        }
        return times;
    }

    private long said() {
        long said = 0;
        for (JsonNode message :
                control.get("chats/" + PERSON + "/messages?since=-1&bot=" + BOT).path("messages")) {
            said += message.path("from").asText().equals("bot") ? 1 : 0;
        }
        return said;
    }
}
