package org.branchline.conversation.playbook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compiles and checks the conditions of one playbook. */
final class Conditions {

    private final List<Question> questions;
    private final Findings findings;
    private final ConditionCompiler compiler;
    private final Map<String, Integer> places = new LinkedHashMap<>();
    final @Nullable Condition[] when;
    final @Nullable Condition[] checks;

    Conditions(Draft draft, Findings findings) {
        this.questions = draft.questions();
        this.findings = findings;
        this.when = new @Nullable Condition[questions.size()];
        this.checks = new @Nullable Condition[questions.size()];
        Map<String, Meaning> known = new LinkedHashMap<>();
        for (int place = 0; place < questions.size(); place++) {
            Question question = questions.get(place);
            if (question.kind().awaits() && Ids.speakable(question.id())) {
                places.putIfAbsent(question.id(), place);
                known.putIfAbsent(question.id(), Meaning.of(question.kind()));
            }
        }
        this.compiler = new ConditionCompiler(known);
    }

    void check() {
        for (int place = 0; place < questions.size(); place++) {
            Question question = questions.get(place);
            String path = "questions[" + place + "]";
            if (question.when() != null) {
                when[place] = compiled(path + ".when", question.when(), place, null);
                possible(path, place);
            }
            if (question.check() != null) {
                checks[place] =
                        compiled(path + ".check.that", question.check().that(), place, Meaning.of(question.kind()));
                passable(path + ".check.that", place);
            }
        }
    }

    private @Nullable Condition compiled(String path, String source, int place, @Nullable Meaning answer) {
        try {
            boolean known = true;
            Set<String> names = compiler.names(source);
            boolean today = names.remove(Dates.TODAY);
            for (String name : names) {
                known &= (answer != null && name.equals(ConditionCompiler.ANSWER)) || speaks(path, name, place);
            }
            if (known && today && names.stream().noneMatch(name -> dated(name, answer))) {
                findings.add(new Problem.BadCondition(
                        path, "today goes beside a question of kind date only: it is the day it was answered."));
                return null;
            }
            if (!known) {
                return null;
            }
            return answer == null ? compiler.when(source) : compiler.check(source, answer);
        } catch (ConditionCompiler.Unreadable unreadable) {
            findings.add(new Problem.BadCondition(path, String.valueOf(unreadable.getMessage())));
            return null;
        }
    }

    private boolean dated(String name, @Nullable Meaning answer) {
        return (name.equals(ConditionCompiler.ANSWER)
                        ? answer
                        : Meaning.of(questions.get(at(name)).kind()))
                == Meaning.DATE;
    }

    private boolean speaks(String path, String name, int place) {
        Integer other = places.get(name);
        if (other == null) {
            String earlier = places.entrySet().stream()
                    .filter(entry -> entry.getValue() < place)
                    .map(Map.Entry::getKey)
                    .collect(Collectors.joining(", "));
            findings.add(new Problem.UnknownQuestion(path, name, earlier));
        } else if (other >= place) {
            findings.add(new Problem.LaterQuestion(path, name));
        }
        return other != null && other < place;
    }

    /** Whether the question can ever be asked. */
    private void possible(String path, int place) {
        Condition condition = when[place];
        if (condition == null) {
            return;
        }
        Set<String> strange = strange(condition);
        if (!strange.isEmpty()) {
            String offered = condition.questions().stream()
                    .flatMap(id -> values(questions.get(at(id)).kind()).stream())
                    .distinct()
                    .collect(Collectors.joining(", "));
            findings.add(new Problem.NeverHolds(
                    path + ".when",
                    "'" + String.join("', '", strange) + "' is no option there. Options: " + offered + "."));
            return;
        }
        Optional<List<Possible.Needed>> alone = needed(condition.questions(), condition, false);
        if (alone.isPresent() && !Possible.holds(condition, alone.get())) {
            findings.add(new Problem.NeverHolds(path + ".when", "no answers to the questions before make it true."));
            return;
        }
        Optional<List<Possible.Needed>> all = needed(closure(condition.questions()), condition, true);
        if (all.isPresent() && !Possible.holds(condition, all.get())) {
            findings.add(new Problem.Unreachable(
                    path + ".when", "its condition and those of the questions before contradict each other."));
        }
    }

    /** Whether some answer passes the check. */
    private void passable(String path, int place) {
        Condition condition = checks[place];
        if (condition == null
                || condition.speaksOfToday()
                || !condition.questions().isEmpty()) {
            return;
        }
        Optional<List<Object>> values = questions.get(place).kind().of(new Domain(condition.constants()));
        boolean passes = values.isEmpty()
                || Possible.holds(
                        condition,
                        List.of(new Possible.Needed(ConditionCompiler.ANSWER, values.get(), Optional.empty())));
        if (!passes) {
            findings.add(new Problem.NeverHolds(path, "no answer within the question's own limits passes it."));
        }
    }

    private Optional<List<Possible.Needed>> needed(Set<String> ids, Condition condition, boolean conditional) {
        List<Possible.Needed> needed = new ArrayList<>();
        Constants constants = condition.constants();
        boolean today = condition.speaksOfToday();
        for (String id : ids) {
            Condition own = when[at(id)];
            constants = own == null ? constants : constants.and(own.constants());
            today |= conditional && own != null && own.speaksOfToday();
        }
        if (today) {
            return Optional.empty();
        }
        List<String> inOrder = places.keySet().stream().filter(ids::contains).toList();
        for (String id : inOrder) {
            Condition own = when[at(id)];
            Optional<List<Object>> values = questions.get(at(id)).kind().of(new Domain(constants));
            if (values.isEmpty()) {
                return Optional.empty();
            }
            needed.add(
                    new Possible.Needed(id, values.get(), conditional ? Optional.ofNullable(own) : Optional.empty()));
        }
        return Optional.of(needed);
    }

    private Set<String> closure(Set<String> ids) {
        Set<String> all = new TreeSet<>(ids);
        for (String id : ids) {
            Condition own = when[at(id)];
            if (own != null) {
                all.addAll(closure(own.questions()));
            }
        }
        return all;
    }

    /** What a condition compares with that is no option of any question it speaks of. */
    private Set<String> strange(Condition condition) {
        Set<String> strange = new TreeSet<>(condition.constants().strings());
        for (String id : condition.questions()) {
            Kind kind = questions.get(at(id)).kind();
            if (values(kind).isEmpty() && Meaning.of(kind).speaksText()) {
                return Set.of();
            }
            values(kind).forEach(strange::remove);
        }
        strange.remove("");
        return condition.questions().isEmpty() ? Set.of() : strange;
    }

    private static Set<String> values(Kind kind) {
        return kind.of(new MostKinds<Set<String>>() {
            @Override
            protected Set<String> otherwise(Kind other) {
                return other.options().stream().map(Option::id).collect(Collectors.toCollection(TreeSet::new));
            }

            @Override
            public Set<String> availability(Kind.Availability availability) {
                return Set.of("weekday_daytime", "weekday_evening", "weekend_daytime", "weekend_evening", "varies");
            }
        });
    }

    private int at(String id) {
        Integer place = places.get(id);
        return place == null ? 0 : place;
    }
}
