package org.branchline.campaign.audience;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.branchline.database.OrganisationId;
import org.branchline.database.Reads;

/** Audiences that coordinators gave a name, to use them again. Criteria are kept, never who met them. */
public final class NamedAudiences {

    /** The longest name. */
    public static final int LONGEST = 60;

    private static final String KEEP = """
            insert into audience (organisation, name, criteria) values ($1, $2, $3::text::jsonb)
            on conflict (organisation, name) do nothing returning id
            """;

    private static final String CHANGE = """
            update audience set criteria = $3::text::jsonb where organisation = $1 and id = $2 returning id
            """;

    private static final String DROP = "delete from audience where organisation = $1 and id = $2 returning id";

    private static final String ALL = """
            select id, name, criteria::text as criteria from audience where organisation = $1 order by name
            """;

    private static final String ONE = """
            select id, name, criteria::text as criteria from audience where organisation = $1 and name = $2
            """;

    /** One of them. */
    public record Named(long id, String name, Audience audience) {}

    private NamedAudiences() {}

    /**
     * Keeps criteria under a name of their own.
     *
     * @param name 1 to {@value #LONGEST} letters
     * @return its number; empty where the name is taken
     */
    public static Uni<Optional<Long>> keep(
            Reads database, OrganisationId organisation, String name, Audience audience) {
        String stripped = name.strip();
        if (stripped.isEmpty() || stripped.length() > LONGEST) {
            throw new IllegalArgumentException("A name has 1 to " + LONGEST + " letters");
        }
        return database.read(KEEP, organisation.number(), stripped, audience.json())
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(rows.iterator().next().getLong("id")));
    }

    /** Gives a name other criteria; false where there is none of that number. */
    public static Uni<Boolean> change(Reads database, OrganisationId organisation, long id, Audience audience) {
        return database.read(CHANGE, organisation.number(), id, audience.json()).map(rows -> rows.size() > 0);
    }

    /** Forgets one; false where there is none of that number. */
    public static Uni<Boolean> drop(Reads database, OrganisationId organisation, long id) {
        return database.read(DROP, organisation.number(), id).map(rows -> rows.size() > 0);
    }

    /** All of them, by name. */
    public static Uni<List<Named>> all(Reads database, OrganisationId organisation) {
        return database.read(ALL, organisation.number()).map(NamedAudiences::named);
    }

    /** The one of that name. */
    public static Uni<Optional<Named>> find(Reads database, OrganisationId organisation, String name) {
        return database.read(ONE, organisation.number(), name.strip())
                .map(rows -> named(rows).stream().findFirst());
    }

    private static List<Named> named(RowSet<Row> rows) {
        List<Named> all = new ArrayList<>();
        rows.forEach(row -> all.add(new Named(
                row.getLong("id"),
                row.getString("name"),
                Audience.read(row.getString("criteria")).of(audience -> audience, problems -> {
                    throw new IllegalStateException("A kept audience cannot be read: " + problems);
                }))));
        return all;
    }
}
