package org.branchline.drill;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the database's history holds of a crowd's corrections, against what the crowd corrected.
 *
 * @param made corrections
 * @param lost corrections that did not replace an answer
 * @param doubled answers replaced more often than they were corrected
 * @param wrong texts that were replaced and were not this person's
 */
record Corrections(long made, long lost, long doubled, long wrong) {

    private static final String REPLACED = """
            select r.chat, c.question, c.answer, c.special
            from answer_change c join run r on r.organisation = c.organisation and r.id = c.run
            where r.playbook = 'skills-audit' order by c.id
            """;

    static Corrections of(Connection database, List<Regular> everybody) throws SQLException {
        Map<Long, Map<String, Long>> replaced = new HashMap<>();
        Map<Long, Regular> byChat = new HashMap<>();
        everybody.forEach(each -> byChat.put(each.volunteer().id(), each));
        long wrong = 0;
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery(REPLACED)) {
            while (row.next()) {
                long chat = row.getLong("chat");
                String question = row.getString("question");
                long before =
                        replaced.computeIfAbsent(chat, key -> new HashMap<>()).merge(question, 1L, Long::sum);
                // The first is the audit's own answer, which the volunteer's choice decided.
                boolean typed = before > 1 && question.equals("constituency");
                wrong += typed && !byChat.get(chat).correcting().said().contains(row.getString("answer")) ? 1 : 0;
            }
        }
        long made = 0;
        long lost = 0;
        long doubled = 0;
        for (Regular each : everybody) {
            Map<String, Long> stored = replaced.getOrDefault(each.volunteer().id(), Map.of());
            Map<String, Long> corrected = each.correcting().corrected();
            for (String question : union(stored, corrected)) {
                long more = stored.getOrDefault(question, 0L) - corrected.getOrDefault(question, 0L);
                made += corrected.getOrDefault(question, 0L);
                lost += Math.max(0, -more);
                doubled += Math.max(0, more);
                if (more != 0) {
                    System.out.println("corrections: chat " + each.volunteer().id() + " " + question + " made "
                            + corrected.get(question) + " stored " + stored.get(question));
                }
            }
        }
        return new Corrections(made, lost, doubled, wrong);
    }

    private static java.util.Set<String> union(Map<String, Long> first, Map<String, Long> second) {
        java.util.Set<String> all = new java.util.TreeSet<>(first.keySet());
        all.addAll(second.keySet());
        return all;
    }
}
