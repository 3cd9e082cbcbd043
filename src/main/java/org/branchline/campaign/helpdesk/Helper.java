package org.branchline.campaign.helpdesk;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.branchline.roster.Access;
import org.branchline.roster.BranchBook;
import org.branchline.roster.Deed;
import org.branchline.roster.Grant;
import org.branchline.roster.Role;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who answers members and can be written to.
 *
 * @param chat the number of their private chat
 * @param grants their roles, at least one
 */
public record Helper(
        long member,
        long chat,
        String name,
        String language,
        @Nullable ZoneId zone,
        @Nullable Instant quietUntil,
        List<Grant> grants) {

    public Helper {
        grants = List.copyOf(grants);
    }

    /** Whether they may answer a question from a branch, null for one without a branch. */
    boolean answers(@Nullable Long branch, BranchBook book) {
        return Access.of(grants, book).may(Deed.ANSWER, branch);
    }

    public boolean quiet(Instant now) {
        return quietUntil != null && quietUntil.isAfter(now);
    }

    /**
     * Who gets a question: the captains of the branch itself, else the coordinators. Whoever asked for quiet is passed over
     * while somebody else is there.
     *
     * @param asker the chat of whoever asks, who is never among them
     */
    public static List<Helper> forQuestion(
            List<Helper> all, @Nullable Long branch, long asker, BranchBook book, Instant now) {
        Predicate<Helper> captain =
                helper -> branch != null && helper.grants().contains(new Grant(Role.CAPTAIN, branch));
        Predicate<Helper> coordinator = helper -> helper.role(branch, book) == Role.COORDINATOR;
        Predicate<Helper> awake = helper -> !helper.quiet(now);
        for (Predicate<Helper> wanted : List.of(captain.and(awake), coordinator.and(awake), captain, coordinator)) {
            List<Helper> found = all.stream()
                    .filter(helper -> helper.chat() != asker)
                    .filter(wanted)
                    .toList();
            if (!found.isEmpty()) {
                return found;
            }
        }
        return List.of();
    }

    /** As what they answer a question from a branch: coordinator where they are one there, captain where not; null for neither. */
    public @Nullable Role role(@Nullable Long branch, BranchBook book) {
        return role(grants, branch, book);
    }

    /** As what somebody with these roles answers a question from a branch, null where they may not. */
    static @Nullable Role role(List<Grant> grants, @Nullable Long branch, BranchBook book) {
        List<Role> roles = new ArrayList<>();
        for (Grant grant : grants) {
            if (Access.of(List.of(grant), book).may(Deed.ANSWER, branch)) {
                roles.add(grant.role());
            }
        }
        if (roles.isEmpty()) {
            return null;
        }
        return roles.contains(Role.COORDINATOR) ? Role.COORDINATOR : roles.get(0);
    }
}
