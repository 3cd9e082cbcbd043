package org.branchline.ops;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Why a message is in its state, as a label: one of few words, whatever the platform said. */
final class Reason {

    static final String NONE = "none";

    /** As our own rooms name them. */
    private static final Pattern OURS = Pattern.compile("[A-Z]+(_[A-Z]+)*");
    /** What the platform says begins with its code. */
    private static final Pattern CODE = Pattern.compile("(?:HTTP )?([1-5]\\d\\d)\\b.*", Pattern.DOTALL);

    private static final int LONGEST = 24;

    private Reason() {}

    /** Everything else is a request that was cut off, of which only the kind of an exception is known. */
    static String of(@Nullable String reason) {
        if (reason == null) {
            return NONE;
        }
        if (reason.length() <= LONGEST && OURS.matcher(reason).matches()) {
            return reason.toLowerCase(Locale.ROOT);
        }
        Matcher code = CODE.matcher(reason);
        return code.matches() ? code.group(1) : "connection";
    }
}
