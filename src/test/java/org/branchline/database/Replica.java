package org.branchline.database;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import java.time.Duration;
import java.util.Map;
import org.branchline.database.ground.Ground;

/** What one process of the service has towards Postgres, without the process: several make several replicas. */
public final class Replica implements AutoCloseable {

    private final Vertx vertx = Vertx.vertx();
    private final Pool pool;
    private final Transactions transactions;
    private final Notices notices;
    private final Leases leases;
    private final PoolUse use;

    public static Replica on(Ground ground) {
        return new Replica(ground.properties(), 0);
    }

    /** Reaches the server through a port of this machine. */
    public static Replica through(int port, Ground ground) {
        return new Replica(ground.properties(), port);
    }

    private Replica(Map<String, String> properties, int port) {
        DatabaseConfig config = new SmallRyeConfigBuilder()
                .withDefaultValues(properties)
                .withConverter(Duration.class, 200, new DurationConverter())
                .withMapping(DatabaseConfig.class)
                .build()
                .getConfigMapping(DatabaseConfig.class);
        PgConnectOptions options = PgConnectOptions.fromUri(
                        properties.get("quarkus.datasource.reactive.url").replace("vertx-reactive:", ""))
                .setUser(properties.get("quarkus.datasource.username"))
                .setPassword(properties.get("quarkus.datasource.password"));
        if (port > 0) {
            options.setHost("127.0.0.1").setPort(port);
        }
        pool = new PoolSettings(config).pool(vertx, options, new PoolOptions());
        transactions = new Transactions(vertx, pool);
        notices = new Notices(vertx, pool, transactions);
        leases = new Leases(transactions, Duration.ofSeconds(10), vertx);
        use = new PoolUse(transactions, config);
    }

    public Transactions transactions() {
        return transactions;
    }

    public Notices notices() {
        return notices;
    }

    /** Of ten seconds each. */
    public Leases leases() {
        return leases;
    }

    public PoolUse use() {
        return use;
    }

    public Vertx vertx() {
        return vertx;
    }

    @Override
    public void close() {
        leases.stop();
        notices.stop();
        transactions.stop();
        pool.close().toCompletionStage().toCompletableFuture().join();
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
