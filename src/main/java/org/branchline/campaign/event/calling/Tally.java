package org.branchline.campaign.event.calling;

import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody counted, or all of a shift together.
 *
 * @param outcomes how often each came of a call
 * @param backs how many want a call back when, of those who said it
 * @param said how many calls they said they made where they did not count, null where they did not say
 * @param saidContacts how many they said they spoke to, null where they did not say
 */
record Tally(
        Map<Outcome, Integer> outcomes,
        Map<CallBack, Integer> backs,
        @Nullable Integer said,
        @Nullable Integer saidContacts) {

    static final Tally NONE = new Tally(Map.of(), Map.of(), null, null);

    Tally {
        Map<Outcome, Integer> all = new EnumMap<>(Outcome.class);
        all.putAll(outcomes);
        outcomes = Map.copyOf(all);
        backs = Map.copyOf(backs);
    }

    /** One more. */
    Tally one(Outcome outcome) {
        Map<Outcome, Integer> more = new EnumMap<>(Outcome.class);
        more.putAll(outcomes);
        more.merge(outcome, 1, Integer::sum);
        return new Tally(more, backs, said, saidContacts);
    }

    int of(Outcome outcome) {
        return outcomes.getOrDefault(outcome, 0);
    }

    int of(CallBack when) {
        return backs.getOrDefault(when, 0);
    }

    /** How many calls: those counted, or more where more were said. */
    int calls() {
        int counted = outcomes.values().stream().mapToInt(Integer::intValue).sum();
        return said == null ? counted : Math.max(counted, said);
    }

    /** How many people were spoken to; never more than were called. */
    int contacts() {
        int counted = outcomes.entrySet().stream()
                .filter(each -> each.getKey().contact())
                .mapToInt(Map.Entry::getValue)
                .sum();
        return saidContacts == null ? counted : Math.min(calls(), Math.max(counted, saidContacts));
    }

    /** Whether anything was counted or said. */
    boolean any() {
        return calls() > 0 || said != null;
    }
}
