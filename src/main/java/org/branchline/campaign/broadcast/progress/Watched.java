package org.branchline.campaign.broadcast.progress;

import java.time.ZoneId;
import java.util.List;

/**
 * A broadcast as whoever sent it remembers it.
 *
 * @param about how its text begins
 * @param whom its audience in the sender's words
 * @param expected how many it was for when it was sent
 * @param labels of the buttons below it, in the sender's language; empty for none
 * @param language the sender's
 * @param zone the sender's
 */
public record Watched(String about, String whom, int expected, List<String> labels, String language, ZoneId zone) {

    private static final int LONGEST = 80;

    public Watched {
        about = shortened(about);
        labels = List.copyOf(labels);
    }

    private static String shortened(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        if (line.length() <= LONGEST) {
            return line;
        }
        int end = Character.isHighSurrogate(line.charAt(LONGEST - 2)) ? LONGEST - 2 : LONGEST - 1;
        return line.substring(0, end).strip() + "…";
    }
}
