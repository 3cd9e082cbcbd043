package org.branchline.roster.city;

import java.util.List;
import java.util.Locale;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** One search: whole names first, then name and country, beginnings, and names with a letter or two wrong. */
final class Search {

    private static final int SHORTEST_BEGINNING = 3;
    private static final int SHORTEST_NEAR = 4;
    private static final int SHORT = 5;

    /** So that a town without a count, or a village, can still be found. */
    private static final int FEWEST = 500;

    private static final double CAPITAL = 5;
    private static final double HINTED = 20;
    private static final double OTHER_NAME = 0.1;
    private static final double BEGINNING_MEANT = 0.2;
    private static final double TWO_LETTERS_WRONG = 0.05;
    private static final double ASK_ABOUT_NAMESAKES = 100;
    private static final double ASK_ABOUT_GUESSES = 10;

    private final Gazetteer gazetteer;
    private final Areas areas;
    private final Locale language;
    private final @Nullable String hint;

    Search(Gazetteer gazetteer, Areas areas, Locale language, @Nullable String hint) {
        this.gazetteer = gazetteer;
        this.areas = areas;
        this.language = language;
        this.hint = hint;
    }

    CityAnswer find(Question question) {
        if (question.isEmpty()) {
            return new CityAnswer.Unknown();
        }
        Shortlist area = areas.alone(question.key());
        if (!area.isEmpty() && areas.isCountry(question.key())) {
            return area.answer(language, Double.MAX_VALUE);
        }
        Shortlist whole = exactly(question.key());
        if (!whole.isEmpty()) {
            return whole.answer(language, ASK_ABOUT_NAMESAKES);
        }
        if (!area.isEmpty()) {
            return area.answer(language, Double.MAX_VALUE);
        }
        Question bare = question.withoutLeadIn();
        return bare.equals(question) ? qualifiedOrGuessed(question) : find(bare);
    }

    private CityAnswer qualifiedOrGuessed(Question question) {
        List<Qualified> splits = Qualified.splits(question, areas);
        for (Qualified split : splits) {
            Shortlist named = exactly(split.name()).only(split.where());
            if (!named.isEmpty()) {
                return named.answer(language, ASK_ABOUT_NAMESAKES);
            }
        }
        for (Qualified split : splits) {
            Shortlist guessed = guess(split.name(), split.where());
            if (!guessed.isEmpty()) {
                return guessed.answer(language, ASK_ABOUT_GUESSES);
            }
        }
        if (question.parts().size() > 1) {
            return withoutQualifier(question);
        }
        return question.hasDigits()
                ? new CityAnswer.Unknown()
                : guess(question.key(), row -> true).answer(language, ASK_ABOUT_GUESSES);
    }

    /** A village we do not know, in a country we do; or a city, and words after it that tell nothing. */
    private CityAnswer withoutQualifier(Question question) {
        int last = question.parts().size() - 1;
        Shortlist country = areas.alone(String.join("", question.parts().get(last)));
        return country.isEmpty()
                ? find(new Question(question.parts().subList(0, last)))
                : country.answer(language, Double.MAX_VALUE);
    }

    private Shortlist exactly(String name) {
        Shortlist found = new Shortlist(gazetteer);
        gazetteer.others().exactly(name, row -> found.add(row, size(row) * OTHER_NAME));
        gazetteer.known().exactly(name, row -> found.add(row, weight(row)));
        return found;
    }

    /** Names that begin so, and names nearly so; of these in doubt the beginning is meant. */
    private Shortlist guess(String name, IntPredicate where) {
        Shortlist found = new Shortlist(gazetteer);
        if (name.length() >= SHORTEST_BEGINNING) {
            gazetteer.known().startingWith(name, row -> found.add(row, weight(row)));
        }
        boolean begun = !found.only(where).isEmpty();
        if (name.length() >= SHORTEST_NEAR) {
            near(name, begun ? 1 : 2, found);
        }
        return found.only(where);
    }

    /** A wrong first letter is rare: "hello" is not Bello. */
    private void near(String name, int most, Shortlist found) {
        boolean isShort = name.length() <= SHORT;
        gazetteer.known().near(name, isShort ? 1 : most, (row, distance, begunRight) -> {
            if (begunRight || (distance == 1 && !isShort)) {
                double doubt = most == 1 ? BEGINNING_MEANT : distance == 1 ? 1 : TWO_LETTERS_WRONG;
                found.add(row, size(row) * doubt);
            }
        });
    }

    private double weight(int row) {
        return size(row) * (gazetteer.isCapital(row) ? CAPITAL : 1);
    }

    private double size(int row) {
        boolean hinted = gazetteer.area(row).country().equals(hint);
        return Math.max(gazetteer.population(row), FEWEST) * (hinted ? HINTED : 1);
    }
}
