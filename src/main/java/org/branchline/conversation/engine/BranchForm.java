package org.branchline.conversation.engine;

import java.util.ArrayList;
import java.util.List;
import org.branchline.conversation.Answer;
import org.branchline.conversation.Button;
import org.branchline.conversation.Effect;
import org.branchline.conversation.Places;

/** The person's branch: pages to look through, or found by typing. Joining does not ask where the link said it. */
final class BranchForm implements Form {

    /** Telegram.md: long lists in pages of 8. */
    private static final int PAGE = 8;

    @Override
    public boolean needed(Asked asked) {
        return (asked.person().branch() == null || alone(asked))
                && !asked.places().branches(asked.voice().language()).isEmpty();
    }

    @Override
    public List<List<Button>> rows(Asked asked) {
        List<Places.Branch> all = asked.places().branches(asked.voice().language());
        int pages = Math.max(1, (all.size() + PAGE - 1) / PAGE);
        String detail = asked.detail();
        int page = detail != null && detail.startsWith(Buttons.PAGE) ? Buttons.number(detail, Buttons.PAGE) : 1;
        page = Math.min(Math.max(page, 1), pages);
        List<List<Button>> rows =
                new ArrayList<>(rows(asked, all.subList((page - 1) * PAGE, Math.min(page * PAGE, all.size()))));
        List<Button> turn = new ArrayList<>();
        if (page > 1) {
            turn.add(asked.button("◀", Buttons.PAGE + (page - 1)));
        }
        if (page < pages) {
            turn.add(asked.button("▶", Buttons.PAGE + (page + 1)));
        }
        if (!turn.isEmpty()) {
            rows.add(turn);
        }
        return rows;
    }

    @Override
    public Heard pressed(Asked asked, String choice) {
        if (choice.startsWith(Buttons.PAGE)) {
            return new Heard.Turned(choice);
        }
        return asked.places()
                .branch(choice, asked.voice().language())
                .<Heard>map(branch -> chosen(branch, 0))
                .orElseGet(Heard.Old::new);
    }

    @Override
    public Heard wrote(Asked asked, String text, long message) {
        if (Cleaning.length(text) > Limits.NAME) {
            return new Heard.Again(asked.voice().say("branch.unknown"));
        }
        List<Places.Branch> meant =
                asked.places().branchesLike(text, asked.voice().language());
        if (meant.size() == 1) {
            return chosen(meant.get(0), message);
        }
        return meant.isEmpty()
                ? new Heard.Again(asked.voice().say("branch.unknown"))
                : new Heard.Asks(
                        "search",
                        asked.voice().say("branch.several"),
                        rows(asked, meant.subList(0, Math.min(PAGE, meant.size()))));
    }

    @Override
    public String words(Asked asked, Answer answer) {
        return String.join(
                ", ",
                Parts.ids(answer).stream()
                        .map(key -> asked.places()
                                .branch(key, asked.voice().language())
                                .map(Places.Branch::name)
                                .orElse(key))
                        .toList());
    }

    /** Somebody who asked to change just this one has a branch by now. */
    private static boolean alone(Asked asked) {
        return asked.playbook().questions().size() == 1;
    }

    private static List<List<Button>> rows(Asked asked, List<Places.Branch> branches) {
        return branches.stream()
                .map(branch -> List.of(asked.button(branch.name(), branch.key())))
                .toList();
    }

    private static Heard chosen(Places.Branch branch, long message) {
        return new Heard.Settled(
                new Answer.Chosen(List.of(branch.key()), null),
                Echo.of(branch.name()),
                message,
                List.of(new Also(new Effect.BranchChosen(branch.key()), person -> person.withBranch(
                                branch.name(), branch.captain())
                        .withZone(branch.zone()))));
    }
}
