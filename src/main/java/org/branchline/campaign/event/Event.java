package org.branchline.campaign.event;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.branchline.campaign.audience.Audience;
import org.jspecify.annotations.Nullable;

/**
 * Something people do together, once or again and again.
 *
 * @param id its number, 0 before it is made
 * @param fallback the language for whoever reads none of the others
 * @param titles what it is called, by language, the fallback's at least
 * @param notes what it is about, by language, possibly of none
 * @param place where it is in person, empty for nowhere
 * @param link where it is online, empty for nowhere; only whoever has a place reads it
 * @param host a member, null for nobody any more
 * @param hostName of that member, null for nobody any more
 * @param audience who may sign up
 * @param whom the same in its maker's words
 * @param zone by whose clock it begins
 * @param rule RFC 5545, empty for once
 * @param begins the first beginning by that clock
 * @param places of each shift, null for as many as come
 * @param minimum below it a shift is thin, 0 for no such number
 * @param area key of the area that is called, empty for none
 * @param script key of the playbook by which people call, empty for none
 * @param debrief key of the playbook that asks afterwards how it was, empty for one question of ours
 * @param languages in which people are spoken to, by code
 * @param equipment what people need, empty for nothing
 */
public record Event(
        long id,
        EventKind kind,
        String fallback,
        Map<String, String> titles,
        Map<String, String> notes,
        String place,
        String link,
        @Nullable Long host,
        @Nullable String hostName,
        Audience audience,
        String whom,
        ZoneId zone,
        String rule,
        LocalDateTime begins,
        Duration length,
        @Nullable Integer places,
        int minimum,
        String area,
        String script,
        String debrief,
        List<String> languages,
        String equipment,
        boolean open) {

    public Event {
        titles = Map.copyOf(titles);
        notes = Map.copyOf(notes);
        languages = List.copyOf(languages);
        if (!titles.containsKey(fallback)) {
            throw new IllegalArgumentException("An event says what it is in " + fallback);
        }
    }

    public String title(String language) {
        return Objects.requireNonNull(titles.getOrDefault(language, titles.get(fallback)));
    }

    /** What it is about, empty where nothing is said of that. */
    public String note(String language) {
        return notes.getOrDefault(language, notes.getOrDefault(fallback, ""));
    }
}
