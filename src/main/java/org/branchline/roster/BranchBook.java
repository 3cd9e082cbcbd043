package org.branchline.roster;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All branches of an organisation at one moment, to be looked at without asking the database. */
public final class BranchBook {

    public static final BranchBook EMPTY = new BranchBook(List.of());

    private final Map<Long, Branch> byId = new LinkedHashMap<>();
    private final Map<String, Branch> byKey = new LinkedHashMap<>();

    public BranchBook(List<Branch> branches) {
        for (Branch branch : branches) {
            byId.put(branch.id(), branch);
            byKey.put(branch.key(), branch);
        }
    }

    public Optional<Branch> branch(@Nullable Long id) {
        return id == null ? Optional.empty() : Optional.ofNullable(byId.get(id));
    }

    public Optional<Branch> branch(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    public Collection<Branch> all() {
        return byId.values();
    }

    /** Branches nobody else is above of: those a person can be in. */
    public List<Branch> leaves() {
        List<Branch> leaves = new ArrayList<>(byId.values());
        leaves.removeIf(branch -> byId.values().stream()
                .anyMatch(other -> Long.valueOf(branch.id()).equals(other.parent())));
        return leaves;
    }

    /** Whether a branch is {@code above} or lies below it. */
    public boolean within(@Nullable Long branch, long above) {
        for (Branch at = byId.get(branch); at != null; at = byId.get(at.parent())) {
            if (at.id() == above) {
                return true;
            }
        }
        return false;
    }
}
