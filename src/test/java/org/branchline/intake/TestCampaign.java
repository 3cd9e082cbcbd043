package org.branchline.intake;

import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.branchline.campaign.broadcast.Feeder;
import org.branchline.database.OrganisationId;
import org.branchline.database.Transactions;
import org.branchline.delivery.Senders;
import org.branchline.intake.door.Door;
import org.branchline.intake.job.Job;
import org.branchline.intake.job.JobHandler;
import org.branchline.playbooks.Playbooks;
import org.branchline.playbooks.Version;
import org.branchline.roster.Bot;
import org.branchline.roster.Branches;
import org.branchline.roster.Organisations;

/** An organisation of its own for a test: two branches, joining, the bundled audit, people who come by. */
@Alternative
@Singleton
public class TestCampaign {

    private static final AtomicLong NUMBERS = new AtomicLong(System.nanoTime() % 1_000_000_000L * 1_000);

    /** Who takes over a bot's lease waits a second before it sends: so many bots do that while other tests run. */
    private static final int AHEAD = 8;

    /**
     * Tests say "tomorrow" and "this evening" where members live, and a shift is on a day: what begins just before the hour,
     * and so before any day, ends after it.
     */
    private static final Duration BEFORE_THE_HOUR = Duration.ofSeconds(30);

    /** What was said in chats and has not come there. */
    private static final String COMING = """
            select 1 from outbox where organisation = $1 and content is null and state in ('queued', 'sending')
              and due_at <= now() limit 1
            """;

    /** What is due and has not left, but for what waits to go along with something else; feeding lets on what is held. */
    private static final String LEAVING = """
            select 1 from outbox o
            left join broadcast b on b.organisation = $1 and b.content = o.content
            where o.organisation = $1 and b.rides is not true and (o.state in ('queued', 'sending')
              or o.state = 'held' and o.due_at <= now() and b.state in ('going', 'cancelled'))
            limit 1
            """;

    private final Transactions transactions;
    private final Organisations organisations;
    private final Playbooks playbooks;
    private final Branches branches;
    private final Senders senders;
    private final Door door;
    private final RecordingGateway gateway;
    private final Instance<JobHandler> handlers;
    private final Feeder feeder;
    private final Deque<Bot> ready = new ArrayDeque<>();

    TestCampaign(
            Transactions transactions,
            Organisations organisations,
            Playbooks playbooks,
            Branches branches,
            Senders senders,
            Door door,
            RecordingGateway gateway,
            @Any Instance<JobHandler> handlers,
            Feeder feeder) {
        this.transactions = transactions;
        this.organisations = organisations;
        this.playbooks = playbooks;
        this.branches = branches;
        this.senders = senders;
        this.door = door;
        this.gateway = gateway;
        this.handlers = handlers;
        this.feeder = feeder;
    }

    /** Waits for something that this service does in a moment; looks often, since mostly it is done. */
    public static ConditionFactory patiently(String what) {
        return Awaitility.await(what)
                .atMost(Duration.ofSeconds(20))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(5));
    }

    /** A new organisation with a bot, at no time of day quiet; its branches are {@code tokyo} (40 members stated) and {@code paris}. */
    public Bot organise() {
        Awaitility.await("the hour begins")
                .atMost(BEFORE_THE_HOUR.multipliedBy(2))
                .until(() -> {
                    Instant soon = Instant.now().plus(BEFORE_THE_HOUR);
                    return soon.truncatedTo(ChronoUnit.HOURS)
                            .equals(Instant.now().truncatedTo(ChronoUnit.HOURS));
                });
        while (ready.size() <= AHEAD) {
            ready.add(prepared());
        }
        return ready.remove();
    }

    private Bot prepared() {
        int number = now(transactions.acrossOrganisations(
                        tx -> tx.query("select nextval('organisation_id_seq')::int as id")))
                .iterator()
                .next()
                .getInteger("id");
        OrganisationId id = new OrganisationId(number);
        Bot bot = new Bot(id, NUMBERS.incrementAndGet());
        String settings = """
                {"languages": ["en", "da"], "first_playbook": "skills-audit", "quiet_hours": "none",
                 "imprint": {"en": "campaign@example.org"},
                 "something_wrong": {"contact": {"en": "Write to care@example.org."},
                   "signposting": [{"text": {"en": "Helpline:"}, "link": "https://help.example.org"}]}}
                """;
        sql(
                id,
                "insert into organisation (id, key, name, settings) values ($1, $2, 'Test', $3::text::jsonb)",
                number,
                "o" + number,
                settings);
        sql(id, "insert into bot (organisation, id) values ($1, $2)", number, bot.id());
        sql(id, """
                insert into branch (organisation, key, names, timezone, members_stated) values
                ($1, 'tokyo', '{"en": "Tokyo"}', 'Asia/Tokyo', 40), ($1, 'paris', '{"en": "Paris"}', 'Europe/Paris', null)
                """, number);
        publish(id, "joining", "/playbooks/joining.yaml");
        publish(id, "joining-name", "/playbooks/joining-name.yaml");
        publish(id, "joining-branch", "/playbooks/joining-branch.yaml");
        publish(id, "skills-audit", "/workspaces/labour-international/playbooks/skills-audit.yaml");
        now(organisations.load(id));
        senders.begin(bot);
        return bot;
    }

    /** Somebody with a chat of their own. */
    public Volunteer volunteer(Bot bot, String firstName) {
        return new Volunteer(this, door, gateway, bot, NUMBERS.incrementAndGet(), firstName);
    }

    /** Somebody who joined by a link of Tokyo's. */
    public Volunteer member(Bot bot, String firstName) {
        Volunteer volunteer = volunteer(bot, firstName);
        volunteer.types("/start " + link(bot, "tokyo", "now() + interval '1 day'", null));
        volunteer.presses("Go on");
        volunteer.presses("I agree");
        volunteer.presses("Yes");
        return volunteer;
    }

    /** Waits until all that was said in any chat has come there, and what it is called at the platform is noted. */
    public void allCame(Bot bot) {
        patiently("all that was said has come").until(() -> rows(bot, COMING).isEmpty());
    }

    /** Waits until all that is due has left, whatever it is. */
    public void allLeft(Bot bot) {
        patiently("all that is due has left").until(() -> rows(bot, LEAVING).isEmpty() || feeds());
    }

    /** What is held and due is let on at once; always false, since what it let on has not left by then. */
    private boolean feeds() {
        feeder.look();
        return false;
    }

    /** Gives somebody a role, as seen from their next turn on. */
    public void grant(Volunteer volunteer, String role, String branch) {
        sql(
                volunteer.bot().organisation(),
                """
                insert into member_role (organisation, member, role, branch, granted_by)
                select m.organisation, m.id, $3, coalesce((
                  select b.id from branch b where b.organisation = m.organisation and b.key = $4), 0), 'test'
                from member m where m.organisation = $1 and m.telegram_user = $2
                """,
                volunteer.bot().organisation().number(),
                volunteer.chat(),
                role,
                branch);
        branches.forget(volunteer.bot().organisation());
    }

    /** Changes what the workspace says, as when it is applied anew. */
    public void settle(Bot bot, String json) {
        sql(
                bot.organisation(),
                "update organisation set settings = settings || $2::text::jsonb where id = $1",
                bot.organisation().number(),
                json);
        now(organisations.load(bot.organisation()));
    }

    /** The start payload of a new link. */
    public String link(Bot bot, String branch, String expires, Integer most) {
        String code = org.branchline.roster.joining.LinkCode.random().text();
        sql(
                bot.organisation(),
                "insert into join_link (organisation, code, branch, expires_at, max_uses) values ($1, $2, "
                        + "(select id from branch where organisation = $1 and key = $3), " + expires + ", $4)",
                bot.organisation().number(),
                code,
                branch,
                most);
        return "j_" + code;
    }

    /** The start payload of the newest link that somebody made. */
    public String newestLink(Bot bot, String maker) {
        return "j_" + rows(bot, """
                        select l.code from join_link l
                        join member m on m.organisation = l.organisation and m.id = l.created_by
                        where l.organisation = $1 and m.name = $2 order by l.id desc limit 1
                        """, maker).get(0).getString("code");
    }

    /** The audiences of new broadcasts are taken. */
    public void recruit(Bot bot) {
        for (Row broadcast : rows(bot, "select id from broadcast where organisation = $1 and state = 'creating'")) {
            long id = broadcast.getLong("id");
            Job job = new Job(bot.organisation(), id, new JsonObject().put("broadcast", id));
            handlers.stream()
                    .filter(handler -> handler.kind().equals("broadcast.recruit"))
                    .forEach(handler -> now(handler.run(job)));
        }
    }

    /** The time for calling broadcasts back is over. */
    public void letGo(Bot bot) {
        rows(bot, "update broadcast set goes_at = now() where organisation = $1");
        rows(bot, "update outbox set due_at = now() where organisation = $1 and state = 'held'");
    }

    /** Rows of a bot's organisation, whose number is the first argument. */
    public List<Row> rows(Bot bot, String sql, Object... more) {
        Object[] arguments = new Object[more.length + 1];
        arguments[0] = bot.organisation().number();
        System.arraycopy(more, 0, arguments, 1, more.length);
        return sql(bot.organisation(), sql, arguments);
    }

    /** Rows of one organisation. */
    public List<Row> sql(OrganisationId organisation, String sql, Object... arguments) {
        List<Row> rows = new ArrayList<>();
        now(transactions.inTransaction(organisation, tx -> tx.query(sql, arguments)))
                .forEach(rows::add);
        return rows;
    }

    public static <T> T now(Uni<T> work) {
        return work.await().atMost(Duration.ofSeconds(20));
    }

    /** Publishes a playbook that is among the resources. */
    public void publish(OrganisationId organisation, String key, String resource) {
        try (InputStream file = TestCampaign.class.getResourceAsStream(resource)) {
            String source = Version.text(file.readAllBytes());
            now(transactions.inTransaction(organisation, tx -> playbooks.publish(tx, organisation, key, source)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
