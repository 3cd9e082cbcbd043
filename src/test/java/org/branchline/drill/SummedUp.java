package org.branchline.drill;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of the audit's summary that a person of a drill corrects.
 *
 * @param number as the button below it names it
 */
record SummedUp(String number, String question) {

    static final String LANGUAGES = "languages";

    private static final Map<String, String> LABELS =
            Map.of("UK constituency", "constituency", "Hours a month", "hours", "Languages", LANGUAGES);

    private static final Pattern LINE = Pattern.compile("^(\\d+)\\. ([^:]+): ", Pattern.MULTILINE);

    static List<SummedUp> of(Seen summary) {
        List<SummedUp> lines = new ArrayList<>();
        Matcher matcher = LINE.matcher(summary.text());
        while (matcher.find()) {
            String question = LABELS.get(matcher.group(2));
            if (question != null) {
                lines.add(new SummedUp(matcher.group(1), question));
            }
        }
        return lines;
    }
}
