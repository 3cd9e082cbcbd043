package org.branchline.campaign.result;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.branchline.conversation.Answer;
import org.branchline.playbooks.AnswerJson;

/** The answers to one question, counted as they come by. */
final class Tally {

    private int answered;
    private int skipped;
    private int ownWords;
    private final Map<String, Integer> options = new HashMap<>();
    private final List<BigDecimal> figures = new ArrayList<>();
    private final Set<String> offered;

    /** Begins at nothing.
     * @param offered the ids of options; a text that is none of them counts as own words */
    Tally(Set<String> offered) {
        this.offered = Set.copyOf(offered);
    }

    /**
     * Counts an answer.
     *
     * @param times how many people gave just this one
     */
    void add(Answer answer, int times) {
        answer.of(new Answer.Cases<Void>() {
            @Override
            public Void chosen(Answer.Chosen chosen) {
                answered += times;
                chosen.options().forEach(option -> count(option, times));
                if (chosen.ownWords() != null) {
                    ownWords += times;
                }
                return null;
            }

            @Override
            public Void figure(Answer.Figure figure) {
                answered += times;
                figures.addAll(Collections.nCopies(times, figure.value()));
                return null;
            }

            @Override
            public Void date(Answer.Date date) {
                answered += times;
                return null;
            }

            @Override
            public Void words(Answer.Words words) {
                answered += times;
                return null;
            }

            @Override
            public Void skipped(Answer.Skipped none) {
                skipped += times;
                return null;
            }
        });
    }

    /** Answers that are only counted: texts, and what stands encrypted. */
    void addUnread(int times) {
        answered += times;
    }

    private void count(String option, int times) {
        if (option.equals(AnswerJson.OWN_WORDS) || !offered.contains(option)) {
            ownWords += times;
        } else {
            options.merge(option, times, Integer::sum);
        }
    }

    /** Who answered something; skips are not among them. */
    int answered() {
        return answered;
    }

    int skipped() {
        return skipped;
    }

    int ownWords() {
        return ownWords;
    }

    int of(String option) {
        return options.getOrDefault(option, 0);
    }

    /** The middle of the figures, between two of them where they are even in number. */
    Optional<BigDecimal> median() {
        if (figures.isEmpty()) {
            return Optional.empty();
        }
        Collections.sort(figures);
        int middle = figures.size() / 2;
        BigDecimal median = figures.size() % 2 == 1
                ? figures.get(middle)
                : figures.get(middle - 1)
                        .add(figures.get(middle))
                        .divide(BigDecimal.valueOf(2), 1, RoundingMode.HALF_UP);
        return Optional.of(median.stripTrailingZeros());
    }
}
