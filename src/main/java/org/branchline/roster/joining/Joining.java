package org.branchline.roster.joining;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.branchline.database.Writes;
import org.branchline.roster.Bot;
import org.branchline.roster.Branches;
import org.branchline.roster.Grant;
import org.branchline.roster.Role;
import org.branchline.roster.Roles;
import org.branchline.roster.RosterConfig;
import org.jspecify.annotations.Nullable;

/**
 * What happens to a person on the way in and out. Everything is found by the number of the private chat, which is its
 * person's, so that no statement waits for the answer to another.
 */
@Singleton
public class Joining {

    private static final String AGREE = """
            insert into member (organisation, telegram_user, name, language, timezone, branch, joined_at)
            values ($1, $2, $3, $4, $5, $6, $7)
            on conflict (organisation, telegram_user) do update
            set name = excluded.name, language = excluded.language, stopped_at = null, quiet_until = null
            """;

    private static final String CHAT_OF_MEMBER = """
            update chat c set member = m.id, language = null, reachable = true from member m
            where c.organisation = $1 and c.bot = $3 and c.id = $2 and m.organisation = $1 and m.telegram_user = $2
            """;

    private static final String CONSENT = """
            insert into consent (organisation, member, purpose, version, language, given_at)
            select organisation, id, $3, $4, $5, $6 from member where organisation = $1 and telegram_user = $2
            """;

    private static final String NAME = "update member set name = $3 where organisation = $1 and telegram_user = $2";

    private static final String LANGUAGE =
            "update member set language = $3 where organisation = $1 and telegram_user = $2";

    private static final String CHAT_LANGUAGE = """
            update chat set language = $3 where organisation = $1 and bot = $4 and id = $2 and member is null
            """;

    private static final String ZONE = "update member set timezone = $3 where organisation = $1 and telegram_user = $2";

    /** Somebody known in one branch is new in another. */
    private static final String BRANCH = """
            update member set branch = $3, standing = case when branch = $3 then standing else 'new' end
            where organisation = $1 and telegram_user = $2
            """;

    private static final String CAME_BY = """
            update chat c set link = $4
            where c.organisation = $1 and c.bot = $3 and c.id = $2 and (c.member is null or exists (
              select from member m where m.organisation = $1 and m.id = c.member and m.stopped_at is not null))
            """;

    private static final String FORGET_CHAT =
            "delete from chat where organisation = $1 and bot = $3 and id = $2 and member is null";

    private static final String STOP = """
            update member set stopped_at = coalesce(stopped_at, $3) where organisation = $1 and telegram_user = $2
            """;

    private static final String WITHDRAW = """
            update consent c set withdrawn_at = $3 from member m
            where m.organisation = $1 and m.telegram_user = $2 and c.organisation = $1 and c.member = m.id
              and c.withdrawn_at is null
            """;

    /** Who agreed nowhere but elsewhere, as a list said. */
    private static final String STOP_LISTED = """
            update member m set stopped_at = $3
            where m.organisation = $1 and m.telegram_user = $2 and m.stopped_at is null
              and exists (select from consent c where c.organisation = $1 and c.member = m.id and c.source is not null)
              and not exists (
                select from consent c
                where c.organisation = $1 and c.member = m.id and c.source is null and c.withdrawn_at is null)
            """;

    private static final String WITHDRAW_LISTED = """
            update consent c set withdrawn_at = $3 from member m
            where m.organisation = $1 and m.telegram_user = $2 and m.stopped_at = $3 and c.organisation = $1
              and c.member = m.id and c.withdrawn_at is null
            """;

    private static final String CANCEL_QUEUED = """
            update outbox set state = 'failed', reason = 'STOPPED', payload = null, ciphertext = null, done_at = $4
            where organisation = $1 and bot = $3 and chat = $2 and state in ('held', 'queued')
            """;

    private static final String REACHABLE =
            "update chat set reachable = true where organisation = $1 and bot = $3 and id = $2 and not reachable";

    private final RosterConfig config;
    private final Branches branches;
    private final Instance<Stopped> others;

    Joining(RosterConfig config, Branches branches, Instance<Stopped> others) {
        this.branches = branches;
        this.config = config;
        this.others = others;
    }

    /**
     * What the person agreed to.
     *
     * @param language in which the wording was shown
     */
    public record Consent(String purpose, String version, String language) {}

    /**
     * Who agrees.
     *
     * @param link by which they came, null for none or where it counted already
     */
    public record Newcomer(
            String name,
            String language,
            @Nullable ZoneId zone,
            @Nullable Long branch,
            @Nullable Long link) {}

    /** The person agreed: from here on a member. */
    public void agree(Writes writes, Bot bot, long person, Newcomer newcomer, Consent consent, Instant now) {
        int organisation = bot.organisation().number();
        OffsetDateTime at = now.atOffset(ZoneOffset.UTC);
        ZoneId zone = newcomer.zone();
        writes.write(
                AGREE,
                organisation,
                person,
                newcomer.name(),
                newcomer.language(),
                zone == null ? null : zone.getId(),
                newcomer.branch(),
                at);
        writes.write(CHAT_OF_MEMBER, organisation, person, bot.id());
        writes.write(CONSENT, organisation, person, consent.purpose(), consent.version(), consent.language(), at);
        Long link = newcomer.link();
        if (link != null) {
            JoinLinks.count(writes, bot.organisation(), link);
        }
        if (config.coordinator(person)) {
            Roles.grant(writes, bot.organisation(), person, new Grant(Role.COORDINATOR, null), "settings");
            branches.forget(writes, bot.organisation());
        }
    }

    /** The person came by a link, new or back after they stopped; of a new one it is kept until they agree or 24 hours passed. */
    public void cameBy(Writes writes, Bot bot, long person, long link) {
        writes.write(CAME_BY, bot.organisation().number(), person, bot.id(), link);
    }

    public void name(Writes writes, Bot bot, long person, String name) {
        writes.write(NAME, bot.organisation().number(), person, name);
    }

    public void language(Writes writes, Bot bot, long person, String language) {
        writes.write(LANGUAGE, bot.organisation().number(), person, language);
        writes.write(CHAT_LANGUAGE, bot.organisation().number(), person, language, bot.id());
    }

    public void zone(Writes writes, Bot bot, long person, ZoneId zone) {
        writes.write(ZONE, bot.organisation().number(), person, zone.getId());
    }

    public void branch(Writes writes, Bot bot, long person, long branch) {
        writes.write(BRANCH, bot.organisation().number(), person, branch);
    }

    /**
     * The person said no: before being a member, the chat and all that hangs on it is gone; where a list made them one,
     * what they say here counts.
     */
    public void refuse(Writes writes, Bot bot, long person, Instant now) {
        int organisation = bot.organisation().number();
        OffsetDateTime at = now.atOffset(ZoneOffset.UTC);
        writes.write(FORGET_CHAT, organisation, person, bot.id());
        writes.write(STOP_LISTED, organisation, person, at);
        writes.write(WITHDRAW_LISTED, organisation, person, at);
    }

    /** The person wants to hear nothing: consents are withdrawn, nothing that waits leaves. */
    public void stop(Writes writes, Bot bot, long person, Instant now) {
        int organisation = bot.organisation().number();
        OffsetDateTime at = now.atOffset(ZoneOffset.UTC);
        writes.write(STOP, organisation, person, at);
        writes.write(WITHDRAW, organisation, person, at);
        writes.write(CANCEL_QUEUED, organisation, person, bot.id(), at);
        others.forEach(other -> other.stopped(writes, bot, person));
        branches.forget(writes, bot.organisation());
    }

    /** The person spoke, so they can be written to. */
    public void reachable(Writes writes, Bot bot, long person) {
        writes.write(REACHABLE, bot.organisation().number(), person, bot.id());
    }
}
