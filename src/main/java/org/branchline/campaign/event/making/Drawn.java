package org.branchline.campaign.event.making;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.branchline.campaign.event.EventKind;
import org.branchline.campaign.event.Where;
import org.jspecify.annotations.Nullable;

/** A sketch while something of it is changed: its next edition, for which nothing is asked out of turn. */
final class Drawn {

    private final Sketch before;

    @Nullable
    EventKind kind;

    @Nullable
    String area;

    Map<String, String> titles;
    Map<String, String> notes;
    Sketch.@Nullable Beginning beginning;
    ZoneId zone;

    @Nullable
    Integer places;

    @Nullable
    Where where;

    Sketch.Target target;
    Duration length;
    int minimum;
    String script;
    String debrief;
    List<String> languages;
    String equipment;
    Sketch.@Nullable Step awaited;
    String language = "";

    Drawn(Sketch before) {
        this.before = before;
        kind = before.kind();
        area = before.area();
        titles = before.titles();
        notes = before.notes();
        beginning = before.beginning();
        zone = before.zone();
        places = before.places();
        where = before.where();
        target = before.target();
        length = before.length();
        minimum = before.minimum();
        script = before.script();
        debrief = before.debrief();
        languages = before.languages();
        equipment = before.equipment();
    }

    Sketch sketch() {
        return new Sketch(
                before.id(),
                kind,
                area,
                titles,
                notes,
                beginning,
                zone,
                places,
                where,
                target,
                length,
                minimum,
                script,
                debrief,
                languages,
                equipment,
                awaited,
                language,
                before.edition() + 1);
    }
}
