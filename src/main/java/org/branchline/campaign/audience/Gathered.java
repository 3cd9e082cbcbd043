package org.branchline.campaign.audience;

import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import org.branchline.roster.Role;

/** Criteria of an audience while they are gathered: everyone, but for what is set. */
final class Gathered {

    SortedSet<String> branches = none();
    Set<Role> roles = Set.of();
    SortedSet<Trait> all = none();
    SortedSet<Trait> any = none();
    SortedSet<String> languages = none();
    SortedSet<String> zones = none();
    SortedSet<String> answered = none();
    SortedSet<String> notAnswered = none();
    SortedSet<String> notAnsweredLately = none();
    SortedSet<String> partWay = none();
    boolean known;
    int notSeenDays;
    long deadlineOpen;
    long deadlineGiven;
    long deadlineHeard;
    long event;
    long notInShift;
    SortedSet<Long> except = none();

    Gathered() {}

    Gathered(Audience from) {
        branches = from.branches();
        roles = from.roles();
        all = from.all();
        any = from.any();
        languages = from.languages();
        zones = from.zones();
        answered = from.answered();
        notAnswered = from.notAnswered();
        notAnsweredLately = from.notAnsweredLately();
        partWay = from.partWay();
        known = from.known();
        notSeenDays = from.notSeenDays();
        deadlineOpen = from.deadlineOpen();
        deadlineGiven = from.deadlineGiven();
        deadlineHeard = from.deadlineHeard();
        event = from.event();
        notInShift = from.notInShift();
        except = from.except();
    }

    Audience audience() {
        return new Audience(
                branches,
                roles,
                all,
                any,
                languages,
                zones,
                answered,
                notAnswered,
                notAnsweredLately,
                partWay,
                known,
                notSeenDays,
                deadlineOpen,
                deadlineGiven,
                deadlineHeard,
                event,
                notInShift,
                except);
    }

    private static <T> SortedSet<T> none() {
        return Collections.emptySortedSet();
    }
}
