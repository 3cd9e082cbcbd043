package org.branchline.playbooks;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** From one number to another, as people write it: {@code 0 to 60}. The checker says whether it makes sense. */
record Range(BigDecimal least, BigDecimal most) {

    private static final String NUMBER = "(-?[0-9]{1,12}(?:[.][0-9]{1,6})?)";
    private static final Pattern WRITTEN = Pattern.compile(NUMBER + "(?: to " + NUMBER + ")?");

    /** One number alone is both ends. */
    static Optional<Range> parse(String written) {
        Matcher matcher = WRITTEN.matcher(written.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        BigDecimal least = new BigDecimal(matcher.group(1));
        return Optional.of(new Range(least, matcher.group(2) == null ? least : new BigDecimal(matcher.group(2))));
    }
}
