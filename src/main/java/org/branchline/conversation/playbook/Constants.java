package org.branchline.conversation.playbook;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Set;

/** What a condition compares with. */
record Constants(Set<String> strings, Set<BigDecimal> numbers) {

    Constants {
        strings = Set.copyOf(strings);
        numbers = Set.copyOf(numbers);
    }

    Constants and(Constants other) {
        Set<String> allStrings = new HashSet<>(strings);
        allStrings.addAll(other.strings);
        Set<BigDecimal> allNumbers = new HashSet<>(numbers);
        allNumbers.addAll(other.numbers);
        return new Constants(allStrings, allNumbers);
    }
}
