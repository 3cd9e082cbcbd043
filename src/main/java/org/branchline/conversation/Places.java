package org.branchline.conversation;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the engine may look up of an organisation's branches and the world's cities: fast, in memory, always the same. */
public interface Places {

    /**
     * A branch.
     *
     * @param key at most 30 ASCII characters
     * @param name in the language that was asked for
     * @param zone null where the branch spans several or none is known
     * @param captain the captain's name, null where there is none
     */
    record Branch(
            String key,
            String name,
            @Nullable ZoneId zone,
            @Nullable String captain) {}

    /**
     * A city.
     *
     * @param region for example "Illinois", empty where there is none
     */
    record City(String name, String region, String country, ZoneId zone) {}

    /** All branches, in the order in which people look through them. */
    List<Branch> branches(String language);

    /** The branches that a typed text may mean, best first; empty for none. */
    List<Branch> branchesLike(String typed, String language);

    /** The branch of this key. */
    default Optional<Branch> branch(String key, String language) {
        return branches(language).stream()
                .filter(branch -> branch.key().equals(key))
                .findFirst();
    }

    /** The cities that a typed text may mean, best first: one when it is clear, none when it is unknown. */
    List<City> cities(String typed, String language);

    /** A world without branches and cities. */
    Places NOWHERE = new Places() {
        @Override
        public List<Branch> branches(String language) {
            return List.of();
        }

        @Override
        public List<Branch> branchesLike(String typed, String language) {
            return List.of();
        }

        @Override
        public List<City> cities(String typed, String language) {
            return List.of();
        }
    };
}
