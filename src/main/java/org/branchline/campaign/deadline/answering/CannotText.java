package org.branchline.campaign.deadline.answering;

import java.util.ArrayList;
import java.util.List;
import org.branchline.campaign.deadline.Telling;

/** Who cannot do what, as a captain reads it: deadline by deadline, in as many messages as it takes. */
final class CannotText {

    /** Of Telegram's 4,096, with room for one more. */
    private static final int ENOUGH = 3_400;

    private final String language;
    private final List<String> texts = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private String title = "";

    CannotText(String language) {
        this.language = language;
    }

    /**
     * One more; those of one deadline come one after the other.
     *
     * @param reason empty where they said none
     */
    void add(String of, String name, String reason) {
        if (text.length() > ENOUGH) {
            end();
        }
        if (text.isEmpty()) {
            text.append(Telling.SPEECH.in(language, "cannot.told"));
        }
        if (!of.equals(title)) {
            title = of;
            text.append("\n\n").append(of);
        }
        text.append('\n')
                .append(
                        reason.isEmpty()
                                ? Telling.SPEECH.in(language, "cannot.line", "name", name)
                                : Telling.SPEECH.in(language, "cannot.line.why", "name", name, "why", reason));
    }

    /** All of it. */
    List<String> texts() {
        end();
        return List.copyOf(texts);
    }

    private void end() {
        if (!text.isEmpty()) {
            texts.add(text.toString());
        }
        text.setLength(0);
        title = "";
    }
}
