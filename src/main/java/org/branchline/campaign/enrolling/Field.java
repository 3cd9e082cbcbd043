package org.branchline.campaign.enrolling;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a list may say of a person. */
public enum Field {
    CHAT_ID,
    NAME,
    LANGUAGE,
    TIMEZONE,
    CITY,
    BRANCH,
    CONSENT_SOURCE,
    CONSENT_AT,
    CONSENT_VERSION;

    /** Before the name of an attribute in the first line of a table. */
    public static final String ATTRIBUTE = "attribute.";

    /** As a list writes it. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** All of them as a list writes them. */
    public static List<String> words() {
        return Arrays.stream(values()).map(Field::word).toList();
    }
}
