package org.branchline.roster;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The one place that decides who may do what where. */
public final class Access {

    private static final Map<Role, Set<Deed>> DEEDS = Map.of(
            Role.COORDINATOR, EnumSet.allOf(Deed.class),
            Role.CAPTAIN,
                    EnumSet.of(
                            Deed.SEE_RESULTS,
                            Deed.SEE_NAMES,
                            Deed.EXPORT,
                            Deed.INVITE,
                            Deed.VOUCH,
                            Deed.ANSWER,
                            Deed.BROADCAST,
                            Deed.CHECK_IN,
                            Deed.HOST),
            Role.BUDDY, EnumSet.of(Deed.SEE_RESULTS, Deed.SEE_NAMES, Deed.CHECK_IN));

    private final List<Grant> grants;
    private final BranchBook branches;

    private Access(List<Grant> grants, BranchBook branches) {
        this.grants = List.copyOf(grants);
        this.branches = branches;
    }

    /** What these roles allow in this tree of branches. */
    public static Access of(List<Grant> grants, BranchBook branches) {
        return new Access(grants, branches);
    }

    /**
     * Whether the deed is allowed.
     *
     * @param branch where; null: in the whole organisation, those without a branch included
     */
    public boolean may(Deed deed, @Nullable Long branch) {
        return grants.stream().anyMatch(grant -> allows(grant, deed) && covers(grant, branch));
    }

    /** Whether the deed is allowed anywhere. */
    public boolean mayAnywhere(Deed deed) {
        return grants.stream().anyMatch(grant -> allows(grant, deed));
    }

    /** Whether whoever it is coordinates, be it all or a part. */
    public boolean coordinates() {
        return grants.stream().anyMatch(grant -> grant.role() == Role.COORDINATOR);
    }

    /** The branches in which the deed is allowed, in the tree's order. */
    public List<Branch> where(Deed deed) {
        return branches.all().stream().filter(branch -> may(deed, branch.id())).toList();
    }

    private static boolean allows(Grant grant, Deed deed) {
        return DEEDS.getOrDefault(grant.role(), Set.of()).contains(deed);
    }

    // A role without a place is a coordinator's; a captain or buddy of nothing looks after nothing.
    private boolean covers(Grant grant, @Nullable Long branch) {
        Long above = grant.branch();
        if (above == null) {
            return grant.role() == Role.COORDINATOR;
        }
        return branches.within(branch, above);
    }
}
