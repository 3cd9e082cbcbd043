package org.branchline.conversation;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Whom the engine talks to, as far as texts need it.
 *
 * @param name what the person wants to be called; the chat's first name until then
 * @param language an organisation's language, for example {@code en}
 * @param zone null until known
 * @param branch the branch's name in the person's language, null without a branch
 * @param captain the captain's name, null where there is none
 */
public record Person(
        String name,
        String language,
        @Nullable ZoneId zone,
        @Nullable String branch,
        @Nullable String captain) {

    public Person withName(String changed) {
        return new Person(changed, language, zone, branch, captain);
    }

    public Person withLanguage(String changed) {
        return new Person(name, changed, zone, branch, captain);
    }

    public Person withZone(@Nullable ZoneId changed) {
        return new Person(name, language, changed, branch, captain);
    }

    public Person withBranch(String changed, @Nullable String itsCaptain) {
        return new Person(name, language, zone, changed, itsCaptain);
    }
}
