package org.branchline.delivery;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Row;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.branchline.conversation.Attached;
import org.branchline.conversation.Outgoing;
import org.branchline.database.OrganisationId;
import org.branchline.database.Reads;
import org.branchline.roster.Bot;
import org.jspecify.annotations.Nullable;

/**
 * Pictures and documents of messages to many. One that the platform does not have yet is uploaded with the first message
 * of its content, alone; the name it gets there stands from the same commit as that message's success, and is sent to
 * everybody else.
 */
public final class Attachments {

    /** For how long one is kept that no broadcast is on its way with. */
    public static final Duration KEPT = Duration.ofDays(7);

    private static final String FIND =
            "select picture from attachment where organisation = $1 and id = $2 and bot = $3 and not refused";

    /** Uploads that may or may not have arrived before no more is tried. */
    private static final int MOST_IN_DOUBT = 3;

    private static final String KEEP = """
            insert into attachment (organisation, bot, picture, name, media_type, bytes, file, kept_at)
            values ($1, $2, $3, $4, $5, $6, $7, $8) returning id
            """;

    private static final String ATTACH = "update content set attachment = $3 where organisation = $1 and id = $2";

    /** Organisation, rows of the outbox, the platform's names or null, whether the platform refused for good. */
    static final String UPLOADED = """
            update attachment a set file = m.file, tries = a.tries + 1,
              refused = m.file is null and (m.refused or a.tries + 1 >= %1$d),
              bytes = case when m.file is null and not m.refused and a.tries + 1 < %1$d then a.bytes end
            from unnest($2::bigint[], $3::text[], $4::boolean[]) as m(id, file, refused)
            join outbox o on o.organisation = $1 and o.id = m.id
            join content k on k.organisation = $1 and k.id = o.content
            where a.organisation = $1 and a.id = k.attachment and a.file is null
            """.formatted(MOST_IN_DOUBT);

    private Attachments() {}

    /** Keeps one that the platform already has; yields its number. */
    public static Uni<Long> keep(Reads database, Bot bot, Attached attached, Instant now) {
        return keep(database, bot, attached.picture(), "", "", null, attached.file(), now);
    }

    /**
     * Keeps one that the platform has to be given; yields its number.
     *
     * @param name with its extension, as people see it
     * @param mediaType for example {@code image/png}
     */
    public static Uni<Long> keep(
            Reads database, Bot bot, boolean picture, String name, String mediaType, byte[] bytes, Instant now) {
        return keep(database, bot, picture, name, mediaType, Buffer.buffer(bytes), null, now);
    }

    private static Uni<Long> keep(
            Reads database,
            Bot bot,
            boolean picture,
            String name,
            String mediaType,
            @Nullable Buffer bytes,
            @Nullable String file,
            Instant now) {
        return database.read(
                        KEEP,
                        bot.organisation().number(),
                        bot.id(),
                        picture,
                        name,
                        mediaType,
                        bytes,
                        file,
                        now.atOffset(ZoneOffset.UTC))
                .map(rows -> rows.iterator().next().getLong("id"));
    }

    /** Whether one of this bot's that may be sent is a picture; empty where there is none of that number. */
    public static Uni<Optional<Boolean>> picture(Reads database, Bot bot, long attachment) {
        return database.read(FIND, bot.organisation().number(), attachment, bot.id())
                .map(rows -> rows.size() == 0
                        ? Optional.empty()
                        : Optional.of(rows.iterator().next().getBoolean("picture")));
    }

    /** Puts it above the texts of a content, which become its captions: at most 1,024 UTF-16 units each. */
    public static Uni<Void> attach(Reads database, OrganisationId organisation, long content, long attachment) {
        return database.read(ATTACH, organisation.number(), content, attachment).replaceWithVoid();
    }

    /** What a claimed row says, with what is attached to it. */
    static Outgoing to(Row row, Outgoing outgoing) {
        Boolean picture = row.getBoolean("picture");
        if (picture == null || !(outgoing instanceof Outgoing.Say say)) {
            return outgoing;
        }
        String file = row.getString("file");
        return file == null
                ? new Outgoing.File(
                        row.getString("file_name"),
                        row.getString("media_type"),
                        row.getBuffer("bytes").getBytes(),
                        picture,
                        say.text(),
                        say.keyboard())
                : new Outgoing.Stored(new Attached(file, picture), say.text(), say.keyboard());
    }
}
