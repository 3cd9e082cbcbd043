package org.branchline.roster;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** All branches of an organisation at one moment and who looks after them, to be looked at without asking the database. */
public final class BranchBook {

    public static final BranchBook EMPTY = new BranchBook(List.of());

    private final Map<Long, Branch> byId = new LinkedHashMap<>();
    private final Map<String, Branch> byKey = new LinkedHashMap<>();
    private final List<Branch> leaves;
    private final List<Officer> officers;

    public BranchBook(List<Branch> branches) {
        this(branches, List.of());
    }

    public BranchBook(List<Branch> branches, List<Officer> officers) {
        for (Branch branch : branches) {
            byId.put(branch.id(), branch);
            byKey.put(branch.key(), branch);
        }
        Set<@Nullable Long> parents = new HashSet<>();
        branches.forEach(branch -> parents.add(branch.parent()));
        this.leaves = branches.stream()
                .filter(branch -> !parents.contains(branch.id()))
                .toList();
        this.officers = List.copyOf(officers);
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

    /** Everybody with a role who can be written to. */
    public List<Officer> officers() {
        return officers;
    }

    /** The captains of a branch itself. */
    public List<Officer> captains(@Nullable Long branch) {
        return branch == null
                ? List.of()
                : officers.stream()
                        .filter(officer -> officer.grant().equals(new Grant(Role.CAPTAIN, branch)))
                        .toList();
    }

    /** Those who run the campaign where a branch is, or everywhere. */
    public List<Officer> coordinators(@Nullable Long branch) {
        return officers.stream()
                .filter(officer -> officer.grant().role() == Role.COORDINATOR)
                .filter(officer -> officer.grant().branch() == null
                        || within(branch, officer.grant().branch()))
                .toList();
    }
}
