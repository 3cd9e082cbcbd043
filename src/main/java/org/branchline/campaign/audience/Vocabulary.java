package org.branchline.campaign.audience;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.branchline.campaign.audience.AudienceProblem.Reason;
import org.branchline.playbooks.reading.Nearest;
import org.branchline.roster.Branch;
import org.branchline.roster.BranchBook;

/** What criteria of one organisation may name. */
record Vocabulary(BranchBook book, List<String> languages, List<String> playbooks) {

    Vocabulary {
        languages = List.copyOf(languages);
        playbooks = List.copyOf(playbooks);
    }

    AudienceReading judge(Audience audience) {
        List<AudienceProblem> problems = new ArrayList<>();
        List<String> branches = book.all().stream().map(Branch::key).toList();
        unknown(Reason.UNKNOWN_BRANCH, "branch", audience.branches(), branches, problems);
        unknown(Reason.UNKNOWN_LANGUAGE, "language", audience.languages(), languages, problems);
        unknown(Reason.UNKNOWN_PLAYBOOK, "answered", audience.answered(), playbooks, problems);
        unknown(Reason.UNKNOWN_PLAYBOOK, "not_answered", audience.notAnswered(), playbooks, problems);
        unknown(Reason.UNKNOWN_PLAYBOOK, "not_answered_lately", audience.notAnsweredLately(), playbooks, problems);
        unknown(Reason.UNKNOWN_PLAYBOOK, "part_way", audience.partWay(), playbooks, problems);
        return problems.isEmpty() ? new AudienceReading.Read(audience) : new AudienceReading.Refused(problems);
    }

    private static void unknown(
            Reason reason,
            String key,
            Collection<String> named,
            Collection<String> known,
            List<AudienceProblem> problems) {
        for (String name : named) {
            if (!known.contains(name)) {
                problems.add(new AudienceProblem(
                        reason, key, "there is no " + AudienceReader.quoted(name), right(name, known)));
            }
        }
    }

    private static String right(String name, Collection<String> known) {
        String hint = Nearest.hint(name, known);
        return hint.isEmpty() ? "there are none yet" : hint;
    }
}
