package org.branchline.campaign.enrolling;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Goes through a list once, a page in hand. Once something is wrong nothing more is staged, but all is told. */
final class Reading {

    /** Whoever has to mend more begins with these. */
    static final int MOST_PROBLEMS = 100;

    static final String TOO_SLOW = "the list: nothing of it came for five minutes, so it was given up; send it again";

    private static final String AND_MORE = "the list: there may be more; these are the first " + MOST_PROBLEMS;
    private static final int PAGE = 500;

    private final Known known;
    private final Places places;
    private final Lines lines;
    private final Function<List<Entry>, Staging.Staged> stage;
    private final List<String> problems = new ArrayList<>();
    private List<Entry> page = new ArrayList<>(PAGE);
    private long members;

    Reading(Known known, Places places, Lines lines, Function<List<Entry>, Staging.Staged> stage) {
        this.known = known;
        this.places = places;
        this.lines = lines;
        this.stage = stage;
    }

    /** What is wrong with the list; nothing where all of it is staged. */
    List<String> all() throws IOException {
        try {
            for (Written next = lines.next(); next != null && problems.size() < MOST_PROBLEMS; next = lines.next()) {
                Checking.check(known, places, next, problems).ifPresent(page::add);
                if (page.size() == PAGE) {
                    turnOver();
                }
            }
            turnOver();
        } catch (UnreadableException unreadable) {
            problems.add(String.valueOf(unreadable.getMessage()));
        }
        if (problems.size() >= MOST_PROBLEMS) {
            problems.subList(MOST_PROBLEMS, problems.size()).clear();
            problems.add(AND_MORE);
        }
        return problems;
    }

    /** How many members were staged. */
    long members() {
        return members;
    }

    private void turnOver() {
        List<Entry> full = page;
        page = new ArrayList<>(PAGE);
        if (full.isEmpty() || !problems.isEmpty()) {
            return;
        }
        Staging.Staged staged = stage.apply(full);
        if (!staged.taken()) {
            problems.add(TOO_SLOW);
        }
        staged.twice()
                .forEach((line, first) -> problems.add(lines.place(line) + ": chat_id: stands in " + lines.place(first)
                        + " already; leave one of them out"));
        members += full.size();
    }
}
