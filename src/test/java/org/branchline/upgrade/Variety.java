package org.branchline.upgrade;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What organisations have rows of: tables, and the states that rows of them are in. */
final class Variety {

    /** The bundled one, on which the service of today is started. */
    static final String BUNDLED = "labour-international";

    static final List<String> STATES = List.of("stage", "state", "standing", "said", "tell", "role");

    private final Map<Integer, Set<String>> has = new HashMap<>();

    static Variety in(Schema schema) throws SQLException {
        Variety variety = new Variety();
        for (String table : schema.tables()) {
            Optional<String> organisation = schema.organisationOf(table);
            if (organisation.isEmpty()) {
                continue;
            }
            variety.note(schema, table, organisation.get(), "'some'");
            for (String column : schema.columns(table)) {
                if (STATES.contains(column)) {
                    variety.note(schema, table, organisation.get(), column);
                }
            }
        }
        variety.note(schema, "organisation", "id", "key = '" + BUNDLED + "'");
        return variety;
    }

    private void note(Schema schema, String table, String organisation, String what) throws SQLException {
        for (String found : schema.texts("select distinct " + organisation + " || ' ' || '" + table + ": ' || (" + what
                + ")::text from " + table + " where (" + what + ")::text <> 'false'")) {
            String[] parts = found.split(" ", 2);
            has.computeIfAbsent(Integer.valueOf(parts[0]), number -> new HashSet<>())
                    .add(parts[1]);
        }
    }

    /** As few organisations as have, together, all there is. */
    Set<Integer> chosen() {
        Set<String> missing = new HashSet<>();
        has.values().forEach(missing::addAll);
        Set<Integer> chosen = new TreeSet<>();
        while (!missing.isEmpty()) {
            int next = has.keySet().stream()
                    .max((one, other) -> Long.compare(newIn(one, missing), newIn(other, missing)))
                    .orElseThrow();
            chosen.add(next);
            missing.removeAll(has.get(next));
        }
        return chosen;
    }

    private long newIn(int organisation, Set<String> missing) {
        return has.get(organisation).stream().filter(missing::contains).count();
    }

    /** Whether any organisation has rows of it. */
    boolean has(String table) {
        return has.values().stream().anyMatch(some -> some.contains(table + ": some"));
    }
}
