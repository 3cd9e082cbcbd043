package org.branchline.roster.city;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What somebody typed for their place, in words.
 *
 * @param parts the words between commas, each with at least one
 */
record Question(List<List<String>> parts) {

    private static final int LONGEST = 120;
    private static final int MOST_WORDS = 12;

    /** Short for an offset, not for a place. */
    private static final Set<String> OFFSETS = Set.of(
            "z", "utc", "gmt", "cet", "cest", "wet", "west", "eet", "eest", "est", "edt", "cst", "cdt", "mst", "mdt",
            "pst", "pdt", "bst", "ist", "jst", "msk", "aest", "aedt", "awst", "met", "hst", "kst", "sgt", "hkt");

    /** What people say before the city: "I live in Paris", "Jeg bor i Paris". */
    private static final Set<String> LEAD_INS = Set.of(
            "i", "im", "am", "live", "living", "in", "at", "near", "from", "jeg", "bor", "er", "ved", "naer", "fra");

    static final Question NOTHING = new Question(List.of());

    Question {
        parts = parts.stream().map(List::copyOf).toList();
    }

    /** Never fails: what cannot be a place becomes {@link #NOTHING}. */
    static Question of(String typed, Spelling spelling) {
        if (typed.length() > LONGEST * 4) {
            return NOTHING;
        }
        String text = typed.strip().replace('\n', ',').replace('\r', ',').replace('\t', ' ');
        if (text.length() > LONGEST || text.startsWith("/") || text.codePoints().anyMatch(Question::isUnprintable)) {
            return NOTHING;
        }
        List<List<String>> parts = new ArrayList<>();
        for (String part : text.replace('(', ',').replace(';', ',').split(",", -1)) {
            List<String> words = spelling.words(part);
            if (!words.isEmpty()) {
                parts.add(words);
            }
        }
        Question question = new Question(parts);
        int words = question.words().size();
        return words > MOST_WORDS || OFFSETS.contains(question.key()) ? NOTHING : question;
    }

    boolean isEmpty() {
        return parts.isEmpty();
    }

    /** No name is told by its digits nearly; an offset might be. */
    boolean hasDigits() {
        return key().chars().anyMatch(letter -> letter >= '0' && letter <= '9');
    }

    List<String> words() {
        return parts.stream().flatMap(List::stream).toList();
    }

    String key() {
        return String.join("", words());
    }

    /** The same without the words before the city, or itself. */
    Question withoutLeadIn() {
        if (parts.isEmpty()) {
            return this;
        }
        List<String> first = parts.get(0);
        int spoken = 0;
        while (spoken < first.size() - 1 && LEAD_INS.contains(first.get(spoken))) {
            spoken++;
        }
        if (spoken == 0) {
            return this;
        }
        List<List<String>> rest = new ArrayList<>(parts);
        rest.set(0, first.subList(spoken, first.size()));
        return new Question(rest);
    }

    private static boolean isUnprintable(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> true;
            default -> false;
        };
    }
}
