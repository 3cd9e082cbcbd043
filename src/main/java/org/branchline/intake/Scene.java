package org.branchline.intake;

import org.branchline.roster.Bot;
import org.branchline.roster.BranchBook;
import org.branchline.roster.Member;
import org.jspecify.annotations.Nullable;

/**
 * A chat as a turn found it, under the chat's lock.
 *
 * @param member null until the person agreed
 * @param language the chat's language before there is a member, null before it was chosen
 * @param link the join link that brought the person, null for none
 * @param front the run in front, null where none is open
 * @param interrupted whether something else was said after the open question
 * @param writing whether the member was asked what to write to a captain, and did not say so yet
 */
public record Scene(
        Bot bot,
        long chat,
        @Nullable Member member,
        @Nullable String language,
        @Nullable Link link,
        @Nullable OpenRun front,
        boolean interrupted,
        boolean writing,
        BranchBook branches) {

    /** What a join link says about the newcomer. */
    public record Link(long id, @Nullable Long branch) {}
}
