package org.branchline.conversation.dialogue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What has come of it in the end. An answer is its options, its number or its text; {@code skipped}; or {@code
 * (encrypted)}.
 *
 * @param line where it stands, from 1
 * @param answers all answers in effect, by question; nothing is compared when it is empty
 * @param neverAsked questions without an answer in effect
 * @param member attributes the member has by now
 */
public record Then(
        int line, Map<String, List<String>> answers, List<String> neverAsked, Map<String, List<String>> member) {

    /** Nothing is expected. */
    public static final Then ANYTHING = new Then(0, Map.of(), List.of(), Map.of());

    public Then {
        answers = new TreeMap<>(answers);
        neverAsked = List.copyOf(neverAsked);
        member = new TreeMap<>(member);
    }
}
