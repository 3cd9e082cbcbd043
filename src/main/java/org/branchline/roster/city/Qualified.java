package org.branchline.roster.city;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;

/** A name and where to look for it: "Paris, Texas", "Paris Texas", "Newcastle, NSW, Australia". */
record Qualified(String name, IntPredicate where) {

    static List<Qualified> splits(Question question, Areas areas) {
        return question.parts().size() > 1 ? atCommas(question, areas) : atWords(question.words(), areas);
    }

    private static List<Qualified> atCommas(Question question, Areas areas) {
        IntPredicate where = row -> true;
        boolean told = false;
        for (List<String> part : question.parts().subList(1, question.parts().size())) {
            String key = String.join("", part);
            if (areas.isArea(key)) {
                where = where.and(areas.inside(key));
                told = true;
            }
        }
        String name = String.join("", question.parts().get(0));
        return told ? List.of(new Qualified(name, where)) : List.of();
    }

    private static List<Qualified> atWords(List<String> words, Areas areas) {
        List<Qualified> splits = new ArrayList<>();
        for (int i = words.size() - 1; i > 0; i--) {
            String key = String.join("", words.subList(i, words.size()));
            if (areas.isArea(key)) {
                splits.add(new Qualified(String.join("", words.subList(0, i)), areas.inside(key)));
            }
        }
        return splits;
    }
}
