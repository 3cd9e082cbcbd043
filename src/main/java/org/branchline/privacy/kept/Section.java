package org.branchline.privacy.kept;

import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * One kind of row that is kept of a person.
 *
 * @param name for ever the same: the file that people get has it, and the text {@code section.NAME} its title
 * @param select yields one column of JSON objects: organisation, number of the person at the platform
 */
record Section(String name, String select) {

    /** The runs of the person's chats {@code c}. */
    static final String RUNS_OF_PERSON =
            "join run r on r.organisation = c.organisation and r.bot = c.bot and r.chat = c.id ";

    private static final String OF_MEMBER = """
            select to_jsonb(t) - 'organisation' - 'member' from %s t
            join member m on m.organisation = t.organisation and m.id = t.member
            where m.organisation = $1 and m.telegram_user = $2%s
            """;

    /** All of a table's rows whose column {@code member} is theirs. */
    static Section ofMember(String name, String table, String... order) {
        return new Section(
                name,
                OF_MEMBER.formatted(
                        table,
                        order.length == 0
                                ? ""
                                : Arrays.stream(order)
                                        .map(column -> "t." + column)
                                        .collect(Collectors.joining(", ", " order by ", ""))));
    }
}
