package org.branchline.conversation.playbook;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;

/** What may stand between braces in a playbook's text. */
public final class Placeholder {

    /** The placeholders, for people who mistyped one. */
    public static final String KNOWN =
            "{name}, {branch}, {captain}, {organisation}, {time}, {local:18:00 Europe/London},"
                    + " {word:branch}, {your:branch}, {the:branches}, and likewise captain and coordinator";

    private static final Map<String, String> PLURALS =
            Map.of("branches", "branch", "captains", "captain", "coordinators", "coordinator");

    private Placeholder() {}

    /** What stands for each placeholder. */
    public interface Cases {
        String name();

        String branch();

        String captain();

        String organisation();

        /** The person's time of day. */
        String time();

        /** A time of day in another place, as the person's clock shows it then. */
        String local(LocalTime time, ZoneId zone);

        /** The organisation's word for a concept, in its forms of {@link org.branchline.conversation.Words.Word}. */
        String one(String concept);

        String many(String concept);

        String yours(String concept);

        String all(String concept);
    }

    /** Whether it stands for anything. */
    static boolean known(String slot) {
        try {
            value(slot, new Nothing());
            return true;
        } catch (IllegalArgumentException | DateTimeException unknown) {
            return false;
        }
    }

    /**
     * What stands for a placeholder.
     *
     * @throws IllegalArgumentException for one that is unknown
     * @throws DateTimeException for a time or zone that does not exist
     */
    public static String value(String slot, Cases cases) {
        return switch (slot) {
            case "name" -> cases.name();
            case "branch" -> cases.branch();
            case "captain" -> cases.captain();
            case "organisation" -> cases.organisation();
            case "time" -> cases.time();
            default -> prefixed(slot, cases);
        };
    }

    private static String prefixed(String slot, Cases cases) {
        int colon = slot.indexOf(':');
        String rest = slot.substring(colon + 1);
        String singular = PLURALS.getOrDefault(rest, rest);
        if (colon > 0 && slot.startsWith("local:")) {
            int blank = rest.indexOf(' ');
            if (blank > 0) {
                return cases.local(LocalTime.parse(rest.substring(0, blank)), ZoneId.of(rest.substring(blank + 1)));
            }
        } else if (colon > 0 && PLURALS.containsValue(singular)) {
            boolean plural = !singular.equals(rest);
            switch (slot.substring(0, colon)) {
                case "word" -> {
                    return plural ? cases.many(singular) : cases.one(singular);
                }
                case "your" -> {
                    return cases.yours(singular);
                }
                case "the" -> {
                    return cases.all(singular);
                }
                default -> {}
            }
        }
        throw new IllegalArgumentException("No placeholder {" + slot + "}");
    }

    private static final class Nothing implements Cases {
        @Override
        public String name() {
            return "";
        }

        @Override
        public String branch() {
            return "";
        }

        @Override
        public String captain() {
            return "";
        }

        @Override
        public String organisation() {
            return "";
        }

        @Override
        public String time() {
            return "";
        }

        @Override
        public String local(LocalTime time, ZoneId zone) {
            return "";
        }

        @Override
        public String one(String concept) {
            return "";
        }

        @Override
        public String many(String concept) {
            return "";
        }

        @Override
        public String yours(String concept) {
            return "";
        }

        @Override
        public String all(String concept) {
            return "";
        }
    }
}
