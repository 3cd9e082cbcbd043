package org.branchline.sandbox.control;

import com.fasterxml.jackson.databind.JsonNode;
import org.branchline.sandbox.botapi.BotApi;
import org.branchline.sandbox.botapi.Settings;
import org.branchline.sandbox.chat.Acts;
import org.branchline.sandbox.chat.FileShelf;
import org.branchline.sandbox.chat.World;

/** Takes every request to the controls to the one who answers it. */
public final class Control {

    private final PeopleControl people;
    private final ChatControl chats;
    private final DrillControl drills;
    private final ClockControl clock;

    public Control(World world, BotApi botApi, Settings settings, FileShelf files) {
        Acts acts = new Acts(world);
        Named named = new Named(world);
        people = new PeopleControl(world, acts, named);
        chats = new ChatControl(world, acts, named, files);
        drills = new DrillControl(world, botApi, settings, named);
        clock = new ClockControl(world);
    }

    /** Answers now or later; a mistake in the request is told with its reason. */
    public void answer(Ask ask, Responder responder) {
        try {
            if (ask.part(0).equals("chats")) {
                chats.answer(ask, responder);
            } else if (ask.part(0).equals("clock")) {
                clock.answer(ask, responder);
            } else {
                responder.tell(now(ask));
            }
        } catch (MistakenException e) {
            responder.tell(e.told());
        } catch (IllegalArgumentException e) {
            responder.tell(Told.error(400, String.valueOf(e.getMessage())));
        }
    }

    private Told now(Ask ask) {
        return switch (ask.part(0)) {
            case "people" -> people.answer(ask);
            case "groups" -> chats.newGroup(ask);
            case "faults" -> drills.faults(ask);
            case "limits" -> drills.limits(ask);
            case "updates" -> drills.updates(ask);
            case "requests" -> drills.requests(ask);
            case "statistics" -> drills.statistics(ask);
            case "bots" -> drills.bots();
            case "stars" -> drills.stars(ask);
            default -> Told.error(404, "unknown; the package's documentation lists what there is");
        };
    }

    /** The JSON of a failure nobody foresaw. */
    public static JsonNode failure() {
        return Told.error(500, "the sandbox failed; its log says why").body();
    }
}
