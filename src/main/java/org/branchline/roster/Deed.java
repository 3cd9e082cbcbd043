package org.branchline.roster;

/** What somebody with a role may want to do. */
public enum Deed {
    /** See how many joined, started, finished, and what they answered, counted. */
    SEE_RESULTS,
    /** See who has not finished, by name. */
    SEE_NAMES,
    /** Take the answers away as a file. */
    EXPORT,
    /** Make and revoke join links. */
    INVITE,
    /** Say of a newcomer "I know them". */
    VOUCH,
    /** Make somebody a branch's captain, or no longer. */
    APPOINT,
    /** Read what members ask a person, and answer it. */
    ANSWER,
    /** Write one message to many. */
    BROADCAST,
    /** Say how a branch's week was. */
    CHECK_IN,
    /** Put playbooks to an audience on a calendar. */
    PROMPT,
    /** Take the committee's report of a month. */
    REPORT,
    /** Tell those who answered what all of them said. */
    TELL_BACK,
    /** See to the shifts of events: who has a place, when they are, whether they take place. */
    HOST
}
