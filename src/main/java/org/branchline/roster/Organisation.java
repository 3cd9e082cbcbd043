package org.branchline.roster;

import java.util.List;
import java.util.Optional;
import org.branchline.calendar.QuietHours;
import org.branchline.database.OrganisationId;

/**
 * An organisation as its workspace last described it.
 *
 * @param key unique in the installation, for example {@code labour-international}
 * @param languages at least one; the first is the fallback
 * @param firstPlaybook what a new member is asked after joining
 * @param about everything else the workspace says of it
 */
public record Organisation(
        OrganisationId id,
        String key,
        String name,
        List<String> languages,
        Optional<String> firstPlaybook,
        About about) {

    public Organisation {
        languages = List.copyOf(languages);
        if (languages.isEmpty()) {
            throw new IllegalArgumentException("Organisation " + key + " speaks no language");
        }
    }

    /** When nothing is sent to its members that they did not ask for. */
    public QuietHours quietHours() {
        return about.text(languages.get(0), "quiet_hours")
                .flatMap(QuietHours::read)
                .orElse(QuietHours.USUAL);
    }
}
