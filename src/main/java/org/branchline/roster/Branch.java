package org.branchline.roster;

import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A branch of an organisation's tree.
 *
 * @param parent the branch above it, null at the top
 * @param names by language; never empty
 * @param stated how many members it says it has, null where it says nothing
 * @param captain the chosen name of its captain, null where there is none
 */
public record Branch(
        long id,
        String key,
        @Nullable Long parent,
        Map<String, String> names,
        @Nullable ZoneId zone,
        @Nullable Integer stated,
        @Nullable String captain) {

    public Branch {
        names = Map.copyOf(names);
    }

    /** The name in a language, else in any. */
    public String name(String language) {
        String name = names.get(language);
        return name != null
                ? name
                : names.getOrDefault("en", names.values().iterator().next());
    }

    /** Whether its name in any language holds what was typed, however its letters are typed; nothing typed is held by all. */
    public boolean like(String typed) {
        String wanted = Likeness.folded(typed);
        return names.values().stream().anyMatch(name -> Likeness.folded(name).contains(wanted));
    }
}
