package org.branchline.database;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.HashMap;
import java.util.Map;
import org.branchline.database.ground.Ground;
import org.branchline.database.ground.SuiteGround;

/** The suite's Postgres: laid as {@code Main} lays it, in {@code target}, kept from one test class to the next. */
public final class PostgresResource implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        Ground ground = SuiteGround.shared();
        Map<String, String> properties = new HashMap<>(ground.properties());
        properties.put("DATA_DIR", SuiteGround.FOLDER.toString());
        properties.put("quarkus.http.test-port", "0");
        return properties;
    }

    @Override
    public void stop() {
        // The server ends with the test process.
    }
}
