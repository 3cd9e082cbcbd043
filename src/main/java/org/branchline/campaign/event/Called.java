package org.branchline.campaign.event;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.branchline.calendar.CallingHours;
import org.branchline.roster.CalledArea;
import org.branchline.roster.Organisation;
import org.jspecify.annotations.Nullable;

/**
 * Whom an event calls, as the organisation's files have it now.
 *
 * @param key of the area, empty where nobody is called
 * @param area null where nobody is called, and where the files name no such area any more
 */
public record Called(String key, @Nullable CalledArea area) {

    /** By the key that an event holds. */
    public static Called of(Organisation organisation, String key) {
        return new Called(key, CalledArea.find(organisation, key).orElse(null));
    }

    /** Whether nobody knows any more when people there may be called: then nothing new is planned. */
    public boolean unknown() {
        return area == null && !key.isEmpty();
    }

    /** Null where nobody is called, or nobody knows when. */
    public @Nullable CallingHours hours() {
        return area == null ? null : area.hours();
    }

    /** Why a shift cannot be at a time, in words for whoever asks for it; empty where it can. */
    public Optional<String> problem(Instant begins, Instant ends, ZoneId own, String language) {
        if (area != null) {
            return area.hours().allow(begins, ends)
                    ? Optional.empty()
                    : Optional.of(HoursText.of(area, begins, own, language));
        }
        return unknown() ? Optional.of(HoursText.unknown(key, language)) : Optional.empty();
    }
}
