package org.branchline.campaign.event.making;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.branchline.campaign.audience.Audience;
import org.branchline.campaign.event.Event;
import org.branchline.campaign.event.EventKind;
import org.branchline.campaign.event.Where;
import org.branchline.roster.Member;
import org.jspecify.annotations.Nullable;

/**
 * An event while somebody makes it.
 *
 * @param id its number, which its buttons carry
 * @param kind null while that is not said
 * @param area key of the area that is called, empty for none, null while that is not said
 * @param titles what it is called, by language
 * @param notes what it is about, by language
 * @param beginning null while that is not said
 * @param zone by whose clock it begins: the maker's when they typed it
 * @param places of each shift, {@link #ALL} for as many as come, null while that is not said
 * @param where null while that is not said
 * @param target who may sign up
 * @param awaited what is asked for out of turn, null for nothing
 * @param language in which a title or note is awaited, empty for the organisation's first
 * @param edition how often any of this was changed
 */
record Sketch(
        long id,
        @Nullable EventKind kind,
        @Nullable String area,
        Map<String, String> titles,
        Map<String, String> notes,
        @Nullable Beginning beginning,
        ZoneId zone,
        @Nullable Integer places,
        @Nullable Where where,
        Target target,
        Duration length,
        int minimum,
        String script,
        String debrief,
        List<String> languages,
        String equipment,
        @Nullable Step awaited,
        String language,
        int edition) {

    /** As many places as people who come. */
    static final int ALL = 0;

    static final Duration USUAL_LENGTH = Duration.ofMinutes(90);

    Sketch {
        titles = Map.copyOf(titles);
        notes = Map.copyOf(notes);
        languages = List.copyOf(languages);
    }

    /**
     * When it begins, by its maker's clock.
     *
     * @param first the first time
     * @param rule RFC 5545, empty for once
     */
    record Beginning(LocalDateTime first, String rule) {}

    /** Who may sign up, and what they are called in the maker's words. */
    record Target(Audience audience, String name) {}

    /** What has to be said next. */
    enum Step {
        KIND,
        AREA,
        TITLE,
        WHEN,
        PLACES,
        WHERE,
        LENGTH,
        AUDIENCE,
        MINIMUM,
        NOTE,
        LANGUAGES,
        EQUIPMENT,
        SCRIPT,
        DEBRIEF,
        PREVIEW
    }

    static Sketch begun(long id, ZoneId zone, Target target) {
        return new Sketch(
                id,
                null,
                null,
                Map.of(),
                Map.of(),
                null,
                zone,
                null,
                null,
                target,
                USUAL_LENGTH,
                0,
                "",
                "",
                List.of(),
                "",
                null,
                "",
                0);
    }

    Step step() {
        return awaited == null ? unsaid() : awaited;
    }

    /** Whether only what has a usual value is left to say. */
    boolean complete() {
        return unsaid() == Step.PREVIEW;
    }

    private Step unsaid() {
        if (kind == null) {
            return Step.KIND;
        }
        if (area == null) {
            return Step.AREA;
        }
        if (titles.isEmpty()) {
            return Step.TITLE;
        }
        if (beginning == null) {
            return Step.WHEN;
        }
        if (places == null) {
            return Step.PLACES;
        }
        return where == null ? Step.WHERE : Step.PREVIEW;
    }

    /**
     * What is left to be made; only once it is said when.
     *
     * @param reached who of the audience the maker looks after
     */
    Event whole(String fallback, Audience reached, Member host) {
        Beginning begins = Objects.requireNonNull(beginning);
        Where at = where == null ? Where.LATER : where;
        return new Event(
                0,
                Objects.requireNonNull(kind),
                fallback,
                titles,
                notes,
                at.place(),
                at.link(),
                host.id(),
                host.name(),
                reached,
                target.name(),
                zone,
                begins.rule(),
                begins.first(),
                length,
                places == null || places == ALL ? null : places,
                minimum,
                Objects.requireNonNullElse(area, ""),
                script,
                debrief,
                languages,
                equipment,
                true);
    }

    /**
     * Of a kind.
     *
     * @param called key of the area, empty for none, null where it has to be asked
     */
    Sketch of(EventKind chosen, @Nullable String called) {
        return but(drawn -> {
            drawn.kind = chosen;
            drawn.area = called;
        });
    }

    Sketch calling(String called) {
        return but(drawn -> drawn.area = called);
    }

    Sketch titled(Map<String, String> all) {
        return but(drawn -> drawn.titles = all);
    }

    /** Whoever writes a title in another language writes the note in it too, where there is one. */
    Sketch titled(String in, String title) {
        boolean note = !titles.containsKey(in) && !notes.isEmpty();
        Sketch titled = but(drawn -> drawn.titles = with(titles, in, title));
        return note ? titled.awaiting(Step.NOTE, in) : titled;
    }

    Sketch noted(String in, String note) {
        return but(drawn -> drawn.notes = with(notes, in, note));
    }

    Sketch unnoted() {
        return but(drawn -> drawn.notes = Map.of());
    }

    Sketch beginning(Beginning at, ZoneId by) {
        return but(drawn -> {
            drawn.beginning = at;
            drawn.zone = by;
        });
    }

    Sketch places(int many) {
        return but(drawn -> drawn.places = many);
    }

    Sketch at(Where said) {
        return but(drawn -> drawn.where = said);
    }

    Sketch to(Target chosen) {
        return but(drawn -> drawn.target = chosen);
    }

    Sketch lasting(Duration time) {
        return but(drawn -> drawn.length = time);
    }

    Sketch atLeast(int people) {
        return but(drawn -> drawn.minimum = people);
    }

    Sketch by(String playbook) {
        return but(drawn -> drawn.script = playbook);
    }

    Sketch debriefed(String playbook) {
        return but(drawn -> drawn.debrief = playbook);
    }

    Sketch speaking(List<String> codes) {
        return but(drawn -> drawn.languages = codes);
    }

    Sketch needing(String what) {
        return but(drawn -> drawn.equipment = what);
    }

    Sketch awaiting(Step what, String in) {
        return but(drawn -> {
            drawn.awaited = what;
            drawn.language = in;
        });
    }

    /** Nothing is asked for out of turn any more. */
    Sketch back() {
        return but(drawn -> {});
    }

    private Sketch but(Consumer<Drawn> change) {
        Drawn drawn = new Drawn(this);
        change.accept(drawn);
        return drawn.sketch();
    }

    private static Map<String, String> with(Map<String, String> some, String language, String text) {
        Map<String, String> all = new TreeMap<>(some);
        all.put(language, text);
        return all;
    }
}
