package org.branchline.privacy;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import org.branchline.conversation.Keyboard;
import org.branchline.conversation.Outgoing;
import org.branchline.intake.Command;
import org.branchline.intake.Exchange;
import org.branchline.privacy.kept.Kept;

/** {@code /mydata}: everything that is kept of the person, as JSON and as a page to read. */
@Singleton
class ShowingAll implements Command {

    private final Kept kept;

    ShowingAll(Kept kept) {
        this.kept = kept;
    }

    @Override
    public String name() {
        return "mydata";
    }

    @Override
    public Audience audience() {
        return Audience.ANYONE;
    }

    @Override
    public Uni<Void> run(Exchange exchange, String argument) {
        return kept.of(exchange::read, exchange.organisation(), exchange.scene().chat())
                .invoke(all -> send(exchange, all))
                .replaceWithVoid();
    }

    private static void send(Exchange exchange, JsonObject all) {
        // The files may hold special answers, so they wait as ciphertext.
        exchange.markSpecial();
        String page = new ReadableFile(Forgetting.SPEECH, exchange.person().language())
                .of(all, Forgetting.SPEECH.say(exchange, "mydata.title"));
        exchange.say(file("my-data.html", "text/html", page, Forgetting.SPEECH.say(exchange, "mydata")));
        exchange.say(file("my-data.json", "application/json", all.encodePrettily(), ""));
    }

    private static Outgoing file(String name, String type, String content, String caption) {
        return new Outgoing.File(name, type, content.getBytes(StandardCharsets.UTF_8), false, caption, Keyboard.NONE);
    }
}
