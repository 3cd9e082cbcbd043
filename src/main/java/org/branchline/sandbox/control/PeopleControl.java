package org.branchline.sandbox.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.branchline.sandbox.chat.Acts;
import org.branchline.sandbox.chat.Bot;
import org.branchline.sandbox.chat.Json;
import org.branchline.sandbox.chat.Person;
import org.branchline.sandbox.chat.World;

/** Makes and changes people. */
final class PeopleControl {

    private static final int LONGEST_NAME = 256;

    private final World world;
    private final Acts acts;
    private final Named named;

    PeopleControl(World world, Acts acts, Named named) {
        this.world = world;
        this.acts = acts;
        this.named = named;
    }

    Told answer(Ask ask) {
        if (ask.path().size() == 3 && ask.post()) {
            return change(ask);
        }
        if (ask.path().size() == 2) {
            return Told.ok(named.person(ask.part(1)).write());
        }
        if (ask.post()) {
            return save(ask);
        }
        ArrayNode people = Json.object().putArray("people");
        world.people().forEach(person -> people.add(person.write()));
        ObjectNode body = Json.object();
        body.set("people", people);
        return Told.ok(body);
    }

    private Told save(Ask ask) {
        long id = ask.body().path("id").asLong(world.freePersonId());
        Person known = world.person(id);
        String name = ask.body().path("first_name").asText(known == null ? "" : known.firstName());
        if (name.isBlank() || name.length() > LONGEST_NAME) {
            throw Told.badRequest("first_name must have 1 to " + LONGEST_NAME + " characters");
        }
        Person person = new Person(
                id,
                name,
                ask.body().path("last_name").asText(known == null ? "" : known.lastName()),
                ask.body().path("username").asText(known == null ? "" : known.username()),
                ask.body().path("language_code").asText(known == null ? "en" : known.languageCode()),
                ask.body().path("timezone").asText(known == null ? "Europe/London" : known.timezone()),
                ask.body().path("city").asText(known == null ? "" : known.city()),
                false);
        world.save(person);
        return Told.created(person.write());
    }

    private Told change(Ask ask) {
        Person person = named.person(ask.part(1));
        switch (ask.part(2)) {
            case "delete" -> world.save(person.deletedAccount());
            case "block" -> block(ask, person, true);
            case "unblock" -> block(ask, person, false);
            default -> throw Told.notFound("there is block, unblock and delete");
        }
        return Told.ok(Json.object().put("ok", true));
    }

    private void block(Ask ask, Person person, boolean blocked) {
        Bot bot = named.bot(ask);
        acts.block(bot, world.chatWith(bot, person.id()), person, blocked);
    }
}
