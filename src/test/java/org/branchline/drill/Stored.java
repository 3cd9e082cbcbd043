package org.branchline.drill;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the database holds of a crowd's audits, against what the crowd answered.
 *
 * @param lost answers given and not there
 * @param wrong answers there that nobody gave
 * @param doubled runs beyond one a person
 * @param unfinished people without a finished run
 */
record Stored(long answers, long lost, long wrong, long doubled, long unfinished) {

    private static final String ANSWERS = """
            select r.chat, r.id, r.stage, a.question, a.answer, a.special
            from run r left join answer a on a.organisation = r.organisation and a.run = r.id and a.in_effect and a.settled
            where r.playbook = 'skills-audit'
            """;

    static Stored of(Connection database, List<Volunteer> volunteers) throws SQLException {
        Map<Long, Map<String, String>> found = new HashMap<>();
        Map<Long, Long> runs = new HashMap<>();
        Map<Long, String> stages = new HashMap<>();
        long doubled = 0;
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery(ANSWERS)) {
            while (row.next()) {
                long chat = row.getLong("chat");
                Long before = runs.put(chat, row.getLong("id"));
                doubled += before != null && before != row.getLong("id") ? 1 : 0;
                stages.put(chat, row.getString("stage"));
                String question = row.getString("question");
                if (question != null) {
                    String answer = row.getBoolean("special") ? "*" : row.getString("answer");
                    found.computeIfAbsent(chat, key -> new HashMap<>()).put(question, answer == null ? "" : answer);
                }
            }
        }
        long answers = 0;
        long lost = 0;
        long wrong = 0;
        long unfinished = 0;
        for (Volunteer volunteer : volunteers) {
            Map<String, String> theirs = found.getOrDefault(volunteer.id(), Map.of());
            for (Map.Entry<String, String> given : volunteer.given().entrySet()) {
                String stored = theirs.get(given.getKey());
                lost += stored == null ? 1 : 0;
                if (stored != null && !stored.equals("*") && !stored.equals(given.getValue())) {
                    wrong++;
                    System.out.println("wrong answer: chat " + volunteer.id() + " " + given + " stored " + stored);
                }
            }
            for (String question : theirs.keySet()) {
                if (!volunteer.given().containsKey(question)) {
                    wrong++;
                    System.out.println("nobody's answer: chat " + volunteer.id() + " " + question);
                }
            }
            answers += theirs.size();
            unfinished += "finished".equals(stages.get(volunteer.id())) ? 0 : 1;
        }
        return new Stored(answers, lost, wrong, doubled, unfinished);
    }

    void into(Figures figures) {
        figures.add("answers", answers)
                .exactly("lost", lost, 0)
                .exactly("wrong_answers", wrong, 0)
                .exactly("unfinished", unfinished, 0);
    }
}
