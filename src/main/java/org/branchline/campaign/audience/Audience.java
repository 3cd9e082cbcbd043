package org.branchline.campaign.audience;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.branchline.roster.Access;
import org.branchline.roster.Branch;
import org.branchline.roster.BranchBook;
import org.branchline.roster.Deed;
import org.branchline.roster.Role;

/**
 * Criteria that all must hold. As JSON, here and in {@code {"audience": {…}}} of the API; every key may be left out, and
 * {@code {}} is everyone who can be reached. Where a list is taken, a single text will do.
 *
 * <pre>
 * {
 *   "branch": ["europe"],                   in one of these branches or anywhere below
 *   "role": ["captain", "buddy"],           holds one of these roles, wherever
 *   "attributes": {
 *     "all": {"skills": ["calls"]},         every one of these values
 *     "any": {"languages": ["fr", "de"]}    at least one of these values
 *   },
 *   "language": ["en"],                     reads one of these languages
 *   "zone": ["Europe", "Asia/Tokyo"],       in one of these IANA zones or regions
 *   "answered": ["skills-audit"],           finished each of these playbooks
 *   "not_answered": ["branch-week"],        finished none of these, begun or not
 *   "not_answered_lately": ["branch-week"], finished none of these in the last 7 days
 *   "part_way": ["skills-audit"],           began each of these and has not finished
 *   "known": true,                          somebody said "I know them"
 *   "not_seen_days": 30,                    was not here for 30 days
 *   "deadline_open": 3,                     owes this deadline: said neither Done nor Can't, nor wants to hear of it later
 *   "deadline_given": 3,                    was given this deadline by name
 *   "deadline_heard": 3,                    heard of this deadline, and said neither Done nor Can't
 *   "event": 5,                             has a place at this event, at one of its shifts
 *   "not_in_shift": 7,                      neither has a place of this shift nor waits for one, nor gave one up
 *   "except": [12, 17]                      but not these members, by number
 * }
 * </pre>
 *
 * @param branches keys of branches
 * @param roles held anywhere: a captain of Paris who lives in Tokyo is in Tokyo's audience of captains
 * @param all what answers left on the member, every one of it
 * @param any the same, at least one of it
 * @param zones IANA names, or their beginnings: {@code Europe}, {@code America/Argentina}
 * @param answered keys of playbooks, as are the next three; a member's newest run of each counts, and any that was
 *     finished lately
 * @param known whether it is for known members only
 * @param notSeenDays 1 to 3,650, or 0 for whenever they were seen
 * @param deadlineOpen the number of a deadline, or 0 for whatever they said to any
 * @param deadlineGiven the number of a deadline, or 0 whatever they were given
 * @param deadlineHeard the number of a deadline, or 0 whatever they heard of
 * @param event the number of an event, or 0 whatever they come to
 * @param notInShift the number of a shift, or 0 however they stand to any
 * @param except members' numbers
 */
public record Audience(
        SortedSet<String> branches,
        Set<Role> roles,
        SortedSet<Trait> all,
        SortedSet<Trait> any,
        SortedSet<String> languages,
        SortedSet<String> zones,
        SortedSet<String> answered,
        SortedSet<String> notAnswered,
        SortedSet<String> notAnsweredLately,
        SortedSet<String> partWay,
        boolean known,
        int notSeenDays,
        long deadlineOpen,
        long deadlineGiven,
        long deadlineHeard,
        long event,
        long notInShift,
        SortedSet<Long> except) {

    /** The longest absence that can be asked for, ten years. */
    public static final int MOST_DAYS = 3_650;

    /** For so many days a playbook counts as answered lately. */
    public static final int LATELY_DAYS = 7;

    /** Everyone who can be reached. */
    public static final Audience EVERYONE = new Gathered().audience();

    public Audience {
        branches = sorted(branches);
        roles = Collections.unmodifiableSet(new LinkedHashSet<>(new TreeSet<>(roles)));
        all = sorted(all);
        any = sorted(any);
        languages = sorted(languages);
        zones = sorted(zones);
        answered = sorted(answered);
        notAnswered = sorted(notAnswered);
        notAnsweredLately = sorted(notAnsweredLately);
        partWay = sorted(partWay);
        except = sorted(except);
        if (notSeenDays < 0 || notSeenDays > MOST_DAYS) {
            throw new IllegalArgumentException("not seen for " + notSeenDays + " days");
        }
        if (LongStream.of(deadlineOpen, deadlineGiven, deadlineHeard, event, notInShift)
                .anyMatch(number -> number < 0)) {
            throw new IllegalArgumentException("No deadline, event or shift has a number below 0");
        }
    }

    /**
     * Reads criteria as far as they can be judged alone: whether an organisation knows the branches, playbooks and
     * languages, {@link Audiences#read} says.
     */
    public static AudienceReading read(String json) {
        return AudienceReader.read(json);
    }

    /** As JSON on one line, which {@link Audiences#MEMBERS} takes and {@link #read} reads again. */
    public String json() {
        return AudienceJson.of(this);
    }

    /**
     * The part of it that somebody may reach: a captain's never goes beyond the captain's branches and those below.
     *
     * @param deed what is to be done with it
     * @return empty where nothing of it is within reach
     */
    public Optional<Audience> within(Access access, Deed deed, BranchBook book) {
        if (access.may(deed, null)) {
            return Optional.of(this);
        }
        Collection<Branch> allowed = access.where(deed);
        Set<Long> ids = allowed.stream().map(Branch::id).collect(Collectors.toSet());
        List<Branch> tops = allowed.stream()
                .filter(branch -> branch.parent() == null || !ids.contains(branch.parent()))
                .toList();
        List<String> reached = new ArrayList<>();
        if (branches.isEmpty()) {
            tops.forEach(top -> reached.add(top.key()));
        }
        for (String key : branches) {
            book.branch(key).ifPresent(wanted -> {
                if (ids.contains(wanted.id())) {
                    reached.add(key);
                } else {
                    tops.stream()
                            .filter(top -> book.within(top.id(), wanted.id()))
                            .forEach(top -> reached.add(top.key()));
                }
            });
        }
        return reached.isEmpty() ? Optional.empty() : Optional.of(withBranches(reached));
    }

    /** The same for other branches; none stands for all. */
    public Audience withBranches(Collection<String> keys) {
        return but(changed -> changed.branches = new TreeSet<>(keys));
    }

    /** The same with further members left out. */
    public Audience without(Collection<Long> members) {
        return but(changed -> changed.except = more(except, members));
    }

    /** The same for those who have finished a playbook. */
    public Audience finished(String playbook) {
        return but(changed -> changed.answered = more(answered, List.of(playbook)));
    }

    /** The same for those who have not finished a playbook, begun or not. */
    public Audience notFinished(String playbook) {
        return but(changed -> changed.notAnswered = more(notAnswered, List.of(playbook)));
    }

    /** The same for those who have not finished a playbook in the last {@value #LATELY_DAYS} days. */
    public Audience notLately(String playbook) {
        return but(changed -> changed.notAnsweredLately = more(notAnsweredLately, List.of(playbook)));
    }

    /** The same for those who still owe a deadline. */
    public Audience owing(long deadline) {
        return but(changed -> changed.deadlineOpen = deadline);
    }

    /** The same for those who were given a deadline by name. */
    public Audience given(long deadline) {
        return but(changed -> changed.deadlineGiven = deadline);
    }

    /** The same for those who heard of a deadline, and said neither that they did it nor that they can't. */
    public Audience heard(long deadline) {
        return but(changed -> changed.deadlineHeard = deadline);
    }

    /** The same for those who never asked for a place of a shift. */
    public Audience notInShift(long shift) {
        return but(changed -> changed.notInShift = shift);
    }

    /** The same for those who also have a value. */
    public Audience having(Trait trait) {
        return but(changed -> changed.all = more(all, List.of(trait)));
    }

    /** The same for those who have at least one of these values. */
    public Audience havingAny(Collection<Trait> traits) {
        return but(changed -> changed.any = new TreeSet<>(traits));
    }

    private Audience but(Consumer<Gathered> change) {
        Gathered changed = new Gathered(this);
        change.accept(changed);
        return changed.audience();
    }

    private static <T> SortedSet<T> more(SortedSet<T> some, Collection<T> others) {
        SortedSet<T> all = new TreeSet<>(some);
        all.addAll(others);
        return all;
    }

    private static <T> SortedSet<T> sorted(SortedSet<T> set) {
        return Collections.unmodifiableSortedSet(new TreeSet<>(set));
    }
}
