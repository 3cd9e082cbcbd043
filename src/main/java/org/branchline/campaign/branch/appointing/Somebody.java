package org.branchline.campaign.branch.appointing;

import io.smallrye.mutiny.Uni;
import io.vertx.sqlclient.Row;
import java.util.Optional;
import org.branchline.intake.Exchange;
import org.branchline.roster.Member;
import org.branchline.roster.Officer;
import org.jspecify.annotations.Nullable;

/**
 * A member who looks after a branch, or may.
 *
 * @param chat the number of their private chat
 * @param branch theirs, null without one
 * @param stopped whether nothing is sent to them
 */
public record Somebody(
        long member,
        long chat,
        String name,
        String language,
        @Nullable Long branch,
        boolean stopped) {

    /** What {@link #of} takes, of a member {@code m}. */
    static final String COLUMNS = "m.id, m.telegram_user, m.name, m.language, m.branch, m.stopped_at";

    private static final String BY_CHAT =
            "select " + COLUMNS + " from member m where m.organisation = $1 and m.telegram_user = $2";

    /** Whoever has this chat, empty for nobody. */
    public static Uni<Optional<Somebody>> ofChat(Exchange exchange, long chat) {
        return exchange.read(BY_CHAT, exchange.organisation().number(), chat)
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(of(rows.iterator().next())));
    }

    /** To whom the turn speaks. */
    public static Somebody here(Exchange exchange) {
        Member member = exchange.member();
        return new Somebody(
                member.id(),
                exchange.scene().chat(),
                member.name(),
                member.language(),
                member.branch(),
                member.stopped());
    }

    /** Somebody with a role, who can be written to; where they belong is not known. */
    public static Somebody of(Officer officer) {
        return new Somebody(officer.member(), officer.chat(), officer.name(), officer.language(), null, false);
    }

    static Somebody of(Row row) {
        return new Somebody(
                row.getLong("id"),
                row.getLong("telegram_user"),
                row.getString("name"),
                row.getString("language"),
                row.getLong("branch"),
                row.getOffsetDateTime("stopped_at") != null);
    }
}
