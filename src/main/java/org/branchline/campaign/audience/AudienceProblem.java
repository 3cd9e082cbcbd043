package org.branchline.campaign.audience;

/**
 * What is wrong with criteria.
 *
 * @param path the keys that lead there, joined by dots; empty for the whole
 * @param wrong what is there
 * @param right what would be right; never empty
 */
public record AudienceProblem(Reason reason, String path, String wrong, String right) {

    /** What kind of wrong it is. */
    public enum Reason {
        NOT_JSON,
        UNKNOWN_KEY,
        WRONG_TYPE,
        TOO_MANY,
        UNKNOWN_BRANCH,
        UNKNOWN_ROLE,
        UNKNOWN_ATTRIBUTE,
        UNKNOWN_LANGUAGE,
        UNKNOWN_ZONE,
        UNKNOWN_PLAYBOOK
    }

    /** One line, for example {@code branch: there is no branch "pari"; did you mean "paris"?} */
    @Override
    public String toString() {
        return (path.isEmpty() ? "" : path + ": ") + wrong + "; " + right;
    }
}
