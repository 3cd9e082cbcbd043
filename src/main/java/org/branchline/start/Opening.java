package org.branchline.start;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.pgclient.PgException;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.branchline.campaign.prompt.StandingPrompts;
import org.branchline.database.Clock;
import org.branchline.database.Lease;
import org.branchline.database.Leases;
import org.branchline.database.Settings;
import org.branchline.database.StartProblem;
import org.branchline.database.Transactions;
import org.branchline.delivery.Senders;
import org.branchline.intake.Causes;
import org.branchline.intake.door.Door;
import org.branchline.intake.job.Rounds;
import org.branchline.ops.health.AppliedWorkspaces;
import org.branchline.ops.health.OpenBots;
import org.branchline.roster.Bot;
import org.branchline.roster.city.Cities;
import org.branchline.roster.joining.Claims;
import org.branchline.telegram.Bots;
import org.branchline.telegram.TelegramConfig;
import org.branchline.telegram.following.Following;
import org.branchline.telegram.receiving.Reception;
import org.branchline.workspace.Applying;
import org.branchline.workspace.Settled;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.health.Startup;
import org.jboss.logging.Logger;

/** Opens the service once everything stands: workspaces applied, bots introduced, then updates let in. */
@Singleton
class Opening {

    private static final Logger LOG = Logger.getLogger(Opening.class);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final String NEW_BOT =
            "insert into bot (organisation, id) values ($1, $2) on conflict (organisation, id) do nothing";

    /** Postgres, appendix A: unique_violation. */
    private static final String TAKEN = "23505";

    private static final String NAMED = "update bot set username = $3 where organisation = $1 and id = $2";

    private final Settings settings = Settings.ofProcess();
    private final Clock clock;
    private final Applying applying;
    private final Transactions transactions;
    private final Bots bots;
    private final Leases leases;
    private final Senders senders;
    private final Rounds rounds;
    private final Reception reception;
    private final Door door;
    private final Following following;
    private final ChatMenus menus;
    private final Claims claims;
    private final StandingPrompts prompts;
    private final OpenBots open;
    private final AppliedWorkspaces applied;
    /** What is cut off from then on is no trouble. */
    private volatile boolean stopping;

    Opening(
            Clock clock,
            Applying applying,
            Transactions transactions,
            Bots bots,
            Leases leases,
            Senders senders,
            Rounds rounds,
            Reception reception,
            Door door,
            Following following,
            ChatMenus menus,
            Claims claims,
            StandingPrompts prompts,
            @Readiness OpenBots open,
            @Startup AppliedWorkspaces applied) {
        this.clock = clock;
        this.applying = applying;
        this.transactions = transactions;
        this.bots = bots;
        this.leases = leases;
        this.senders = senders;
        this.rounds = rounds;
        this.reception = reception;
        this.door = door;
        this.following = following;
        this.menus = menus;
        this.claims = claims;
        this.prompts = prompts;
        this.open = open;
        this.applied = applied;
    }

    void open(@Observes StartupEvent started) {
        // The cities take most of a second to unpack: nobody waits for it, and no event loop does.
        Infrastructure.getDefaultWorkerPool().execute(Cities::bundled);
        clock.look()
                .chain(following::settle)
                .chain(() -> Queueing.step(
                        () -> applying.apply(settings.text("WORKSPACE").map(Path::of))))
                .chain(this::all)
                .await()
                .atMost(PATIENCE);
    }

    void close(@Observes ShutdownEvent shutdown) {
        stopping = true;
    }

    private Uni<Void> all(List<Settled> organisations) {
        applied.of(organisations.stream().map(Settled::key).toList());
        return Multi.createFrom()
                .iterable(organisations)
                .onItem()
                .transformToUniAndConcatenate(this::one)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> one(Settled organisation) {
        String variable = organisation.token().orElse(TelegramConfig.USUAL_TOKEN);
        Optional<Long> id = bots.introduce(variable);
        if (id.isEmpty()) {
            return Uni.createFrom().failure(TelegramConfig.missing(variable, organisation.key()));
        }
        Bot bot = new Bot(organisation.organisation(), id.get());
        open.await(bot.id());
        return Queueing.step(() -> transactions.inTransaction(
                        bot.organisation(),
                        tx -> tx.query(NEW_BOT, bot.organisation().number(), bot.id())))
                .onFailure(Opening::belongsToAnother)
                .transform(failure -> TelegramConfig.anothers(variable))
                .chain(() -> settings.text("DATABASE_URL").isPresent()
                        ? Uni.createFrom().voidItem()
                        : leases.free(bot.organisation(), bot.id()).chain(() -> senders.inherit(bot)))
                .chain(() -> Queueing.step(() -> claimed(organisation)))
                .chain(() -> Queueing.step(() -> prompts.apply(bot)))
                .chain(() -> Queueing.step(() -> rounds.begin(bot)))
                .invoke(() -> {
                    Lease lease = leases.of(bot.organisation(), bot.id());
                    senders.begin(bot);
                    receive(bot, lease);
                });
    }

    /** A bot's number stands once among all organisations. */
    private static boolean belongsToAnother(Throwable failure) {
        return failure instanceof PgException refused && TAKEN.equals(refused.getSqlState());
    }

    /** Where nobody runs the organisation yet, the log names a code that makes its sender coordinator. */
    private Uni<Void> claimed(Settled organisation) {
        return claims.prepare(organisation.organisation())
                .invoke(code -> code.ifPresent(claim -> LOG.infof(
                        "%s has no coordinator yet. Join in the chat, then send: /claim %s",
                        organisation.key(), claim.text())))
                .replaceWithVoid();
    }

    private void receive(Bot bot, Lease lease) {
        reception
                .open(bot, door, () -> lease.fence() != 0, () -> open.known(bot.id()))
                .invoke(userName -> listening(bot, userName))
                .call(userName -> named(bot, userName))
                .call(() -> menus.keep(bot)
                        .onFailure()
                        .invoke(failure ->
                                LOG.warnf("bot=%d its menus are not set: %s", bot.id(), Causes.names(failure)))
                        .onFailure()
                        .recoverWithNull())
                .subscribe()
                .with(userName -> {}, failure -> {
                    if (failure instanceof StartProblem) {
                        Quarkus.asyncExit(1);
                    } else if (!stopping) {
                        open.failed(bot.id());
                        LOG.errorf("bot=%d receives nothing: %s", bot.id(), Causes.names(failure));
                    }
                });
    }

    /** Without its name in Postgres a bot listens all the same; the next start notes it. */
    private Uni<Void> named(Bot bot, String userName) {
        return transactions
                .inTransaction(
                        bot.organisation(),
                        tx -> tx.query(NAMED, bot.organisation().number(), bot.id(), userName))
                .onFailure()
                .invoke(failure ->
                        LOG.warnf("bot=%d its name @%s is not noted: %s", bot.id(), userName, Causes.names(failure)))
                .onFailure()
                .recoverWithNull()
                .replaceWithVoid();
    }

    /** The address to open is the last thing a newcomer reads. */
    private void listening(Bot bot, String userName) {
        open.opened(bot.id());
        following.follow(bot);
        LOG.infof("bot=%d @%s is listening", bot.id(), userName);
        Optional.ofNullable(System.getProperty(SandboxBeside.PAGE))
                .ifPresent(page -> System.out.println("Open " + page + " and play a volunteer."));
    }
}
