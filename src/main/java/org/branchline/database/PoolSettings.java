package org.branchline.database;

import io.quarkus.reactive.pg.client.PgPoolCreator;
import io.vertx.core.Vertx;
import io.vertx.core.net.PemTrustOptions;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.pgclient.SslMode;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** How the service's connections are: pipelined, prepared, bounded in time, acting as the role that owns nothing. */
@Singleton
final class PoolSettings implements PgPoolCreator {

    private final DatabaseConfig config;

    PoolSettings(DatabaseConfig config) {
        this.config = config;
    }

    @Override
    public Pool create(Input input) {
        return pool(input.vertx(), input.pgConnectOptionsList().get(0), input.poolOptions());
    }

    /** Connections of this configuration to the server the options name. */
    Pool pool(Vertx vertx, PgConnectOptions options, PoolOptions poolOptions) {
        options.setPipeliningLimit(32)
                .setCachePreparedStatements(true)
                .setPreparedStatementCacheMaxSize(512)
                .setPreparedStatementCacheSqlFilter(sql -> true)
                .setConnectTimeout(5_000)
                .setTcpKeepAlive(true);
        secure(options);
        Map<String, String> properties = options.getProperties();
        properties.put("application_name", "branchline");
        properties.put("search_path", Jdbc.SCHEMA);
        // A turn's statements find their rows by key, whatever the arguments: a plan for each would be the same plan
        // again.
        properties.put("plan_cache_mode", "force_generic_plan");
        properties.put("jit", "off");
        properties.put("lock_timeout", millis(config.lockTimeout()));
        properties.put("statement_timeout", millis(config.statementTimeout()));
        properties.put("idle_in_transaction_session_timeout", millis(config.idleTimeout()));
        config.role().ifPresent(role -> properties.put("role", role));
        PoolOptions pool = new PoolOptions(poolOptions)
                // One listens all the time: Notices.
                .setMaxSize(config.connections() + 1)
                // Promised is a 503 within 2 s where there is no server.
                .setConnectionTimeout(1_500)
                .setConnectionTimeoutUnit(TimeUnit.MILLISECONDS);
        return greeting(vertx, options, pool);
    }

    // Nothing else lets the time until a server's greeting be bounded: the client is asked to by this method alone.
    @SuppressWarnings("deprecation")
    private static Pool greeting(Vertx vertx, PgConnectOptions options, PoolOptions pool) {
        return Pool.pool(vertx, options, pool).connectionProvider(new Handshake(vertx, options)::connect);
    }

    private void secure(PgConnectOptions options) {
        options.setSslMode(SslMode.of(config.tls().parameter()));
        switch (config.tls()) {
            case DISABLE -> {}
            // As libpq: encrypted, whoever answers.
            case PREFER, REQUIRE -> options.setTrustAll(true).setHostnameVerificationAlgorithm("");
            case VERIFY_CA -> options.setHostnameVerificationAlgorithm("");
            case VERIFY_FULL -> options.setHostnameVerificationAlgorithm("HTTPS");
        }
        switch (config.tls()) {
            case VERIFY_CA, VERIFY_FULL ->
                config.rootCertificate()
                        .ifPresent(file -> options.setPemTrustOptions(new PemTrustOptions().addCertPath(file)));
            case DISABLE, PREFER, REQUIRE -> {}
        }
    }

    private static String millis(Duration duration) {
        return Long.toString(duration.toMillis());
    }
}
