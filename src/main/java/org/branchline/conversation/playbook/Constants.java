package org.branchline.conversation.playbook;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;

/** What a condition compares with. */
record Constants(Set<String> strings, Set<BigDecimal> numbers, Set<LocalDate> days) {

    Constants {
        strings = Set.copyOf(strings);
        numbers = Set.copyOf(numbers);
        days = Set.copyOf(days);
    }

    Constants and(Constants other) {
        Set<String> allStrings = new HashSet<>(strings);
        allStrings.addAll(other.strings);
        Set<BigDecimal> allNumbers = new HashSet<>(numbers);
        allNumbers.addAll(other.numbers);
        Set<LocalDate> allDays = new HashSet<>(days);
        allDays.addAll(other.days);
        return new Constants(allStrings, allNumbers, allDays);
    }
}
