package org.branchline.intake.own;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.branchline.intake.Command;
import org.branchline.intake.Exchange;
import org.branchline.roster.About;
import org.branchline.roster.Organisations;

/** "Something is wrong": where to turn. Nothing of it is stored, so it is asked of nobody why. */
@Singleton
class SomethingWrong implements Command {

    private final Organisations organisations;

    SomethingWrong(Organisations organisations) {
        this.organisations = organisations;
    }

    @Override
    public String name() {
        return "wrong";
    }

    @Override
    public Set<String> words() {
        return Set.of("something is wrong", "something wrong", "noget er galt", "der er noget galt");
    }

    @Override
    public Audience audience() {
        return Audience.ANYONE;
    }

    @Override
    public Uni<Void> run(Exchange exchange, String argument) {
        About about = organisations.organisation(exchange.organisation()).about();
        String language = exchange.person().language();
        List<String> parts = new ArrayList<>();
        parts.add(Card.SPEECH.say(exchange, "wrong"));
        about.text(language, "something_wrong", "contact").ifPresent(parts::add);
        for (JsonObject entry : about.entries("something_wrong", "signposting")) {
            String text = About.in(entry.getValue("text"), language).orElse("");
            parts.add((text + " " + About.in(entry.getValue("link"), language).orElse("")).strip());
        }
        exchange.say(String.join("\n\n", parts));
        return Uni.createFrom().voidItem();
    }
}
