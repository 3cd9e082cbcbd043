package org.branchline.drill;

import java.util.List;

/** The same message of the bot twice in a row, with nothing said or changed between the two. */
final class Copies {

    private Copies() {}

    /** How many there are in a chat, but those around an outage, when what was on its way comes once more. */
    static long of(List<Seen> chat, List<Outage> outages) {
        long copies = 0;
        for (int i = 1; i < chat.size(); i++) {
            Seen first = chat.get(i - 1);
            Seen second = chat.get(i);
            // What an answer replaced has no buttons left; two that were skipped look alike.
            boolean same = first.bot()
                    && second.bot()
                    && !second.labels().isEmpty()
                    && first.text().equals(second.text());
            boolean around = outages.stream().anyMatch(outage -> outage.between(first.at(), second.at()));
            copies += same && !around ? 1 : 0;
        }
        return copies;
    }

    /** All of them, around outages too. */
    static long of(List<Seen> chat) {
        return of(chat, List.of());
    }
}
