package org.branchline.campaign.audience;

import java.util.Comparator;

/**
 * One of the values that a member's answer left: an attribute may hold several.
 *
 * @param attribute as the playbook's {@code save} names it
 * @param value an option's id, or whatever was answered
 */
public record Trait(String attribute, String value) implements Comparable<Trait> {

    private static final Comparator<Trait> ORDER =
            Comparator.comparing(Trait::attribute).thenComparing(Trait::value);

    @Override
    public int compareTo(Trait other) {
        return ORDER.compare(this, other);
    }
}
