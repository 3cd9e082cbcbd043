package org.branchline.telegram.receiving;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.branchline.database.StartProblem;
import org.branchline.delivery.Gateway;
import org.branchline.intake.Arrival;
import org.branchline.intake.Receipt;
import org.branchline.intake.What;
import org.branchline.intake.door.Door;
import org.branchline.intake.door.DoorWitness;
import org.branchline.roster.Bot;
import org.branchline.telegram.BotApi;
import org.branchline.telegram.Bots;
import org.branchline.telegram.Reply;
import org.branchline.telegram.StartAddresses;
import org.branchline.telegram.TelegramConfig;
import org.branchline.telegram.asking.Identity;
import org.jboss.logging.Logger;

/** Lets a bot's updates in, by polling or webhook as configured, and stops them before the process ends. */
@Singleton
public class Reception {

    private static final Logger LOG = Logger.getLogger(Reception.class);
    /** What is under way has this long to come to its end. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Vertx vertx;
    private final TelegramConfig config;
    private final BotApi api;
    private final Bots bots;
    private final Gateway gateway;
    private final Webhook webhook;
    private final StartAddresses addresses;
    private final DoorWitness witness;
    private final List<Polling> pollings = new CopyOnWriteArrayList<>();

    Reception(
            Vertx vertx,
            TelegramConfig config,
            BotApi api,
            Bots bots,
            Gateway gateway,
            Webhook webhook,
            StartAddresses addresses,
            DoorWitness witness) {
        this.vertx = vertx;
        this.config = config;
        this.api = api;
        this.bots = bots;
        this.gateway = gateway;
        this.webhook = webhook;
        this.addresses = addresses;
        this.witness = witness;
    }

    /** Everything else starts meanwhile. */
    void learn(@Observes @Priority(1) StartupEvent started) {
        Infrastructure.getDefaultWorkerPool().execute(UpdateReader::learn);
    }

    /**
     * Opens the door for a bot whose token is known ({@link Bots#introduce}). While Telegram cannot be reached it is tried
     * on.
     *
     * @param door takes the updates
     * @param holds whether the bot's lease is ours, asked often, so it must be cheap; a webhook does not need it
     * @param accepted done as soon as Telegram accepted the token
     * @return the bot's user name, without {@code @}, as soon as Telegram told it
     * @throws StartProblem as the failure of the result where Telegram refuses the token or the webhook
     */
    public Uni<String> open(Bot bot, Door door, BooleanSupplier holds, Runnable accepted) {
        Bots.Known known = bots.find(bot.id())
                .orElseThrow(() -> new IllegalArgumentException("No token was given for bot " + bot.id()));
        Registration registration = new Registration(api, known.token());
        return registration
                .whoAmI()
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .chain(reply -> {
                    String userName = userName(bot, reply);
                    // On a worker thread, should it have to learn Telegram's types first.
                    UpdateReader reader = new UpdateReader(bot, known.buttons(), userName);
                    accepted.run();
                    return addresses
                            .learn(bot, userName)
                            .chain(() -> {
                                door.rereads(bot, reader::reread);
                                return config.updates() == TelegramConfig.Updates.WEBHOOK
                                        ? hook(registration, known, new Entry(bot, reader, door, witness))
                                        : poll(
                                                registration,
                                                known,
                                                new Entry(bot, reader, door::takePolled, witness),
                                                holds);
                            })
                            .replaceWith(userName);
                })
                .onFailure(StartProblem.class)
                .invoke(problem -> LOG.error(problem.getMessage()));
    }

    /** Lets nothing more in; done when all that is under way came to its end. */
    public Uni<Void> close() {
        return webhook.close()
                .chain(() -> pollings.isEmpty()
                        ? Uni.createFrom().voidItem()
                        : Uni.join()
                                .all(pollings.stream().map(Polling::stop).toList())
                                .andCollectFailures()
                                .replaceWithVoid());
    }

    // Before the beans that turns need are gone.
    void end(@Observes @Priority(1) ShutdownEvent shutdown) {
        close().ifNoItem().after(PATIENCE).recoverWithItem((Void) null).await().indefinitely();
    }

    private static String userName(Bot bot, Reply reply) {
        return Identity.of(bot.id(), reply)
                .told(
                        Identity.Known::userName,
                        refused -> {
                            throw refused.why();
                        },
                        silent -> {
                            // Registration asks on while nobody answers.
                            throw new IllegalStateException("Not decided: " + reply.summary());
                        });
    }

    private Uni<?> poll(Registration registration, Bots.Known known, Entry entry, BooleanSupplier holds) {
        return registration.poll().invoke(reply -> {
            Polling polling = new Polling(vertx, api, known.token(), entry, this::acknowledge, holds);
            pollings.add(polling);
            polling.start();
        });
    }

    private Uni<?> hook(Registration registration, Bots.Known known, Entry entry) {
        String secret = Hook.secret(config, known.token());
        String address = config.webhook(known.token().bot()).toString();
        webhook.open(new Hook(entry, secret));
        return registration.callAt(address, secret).invoke(reply -> {
            if (!(reply instanceof Reply.Done)) {
                throw new StartProblem("Telegram refuses the webhook " + address + " (" + reply.summary()
                        + "): PUBLIC_URL must be an https address that can be reached from outside,"
                        + " or set TELEGRAM_UPDATES to polling.");
            }
        });
    }

    private void acknowledge(Arrival arrival, Receipt receipt) {
        if (arrival.what() instanceof What.Press press) {
            gateway.acknowledge(arrival.bot(), press.press(), receipt.toast());
        }
    }
}
