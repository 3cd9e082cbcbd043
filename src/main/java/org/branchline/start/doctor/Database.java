package org.branchline.start.doctor;

import java.util.ArrayList;
import java.util.List;
import org.branchline.database.DatabaseConfig;
import org.branchline.database.StartProblem;
import org.branchline.database.ground.Schema;
import org.branchline.database.ground.Survey;

/** Postgres, its schema and its key. */
final class Database {

    private static final String ABOUT = "database";
    private static final String SCHEMA = "schema";
    private static final String KEY = "key";

    private Database() {}

    static List<Finding> findings(Survey survey) {
        return survey.told(
                refused -> List.of(Finding.fail(ABOUT, refused.why().line())), Database::asleep, Database::awake);
    }

    private static List<Finding> asleep(Survey.Asleep asleep) {
        if (!asleep.problems().isEmpty()) {
            return failures(asleep.problems());
        }
        return List.of(Finding.ok(
                ABOUT,
                asleep.made()
                        ? "embedded, in " + asleep.place() + ", not running: it starts with the service, and is looked"
                                + " at closer then"
                        : "embedded, not made yet: the first start makes it in " + asleep.place()));
    }

    private static List<Finding> awake(Survey.Awake awake) {
        List<Finding> findings = new ArrayList<>(failures(awake.refusals()));
        Survey.Login login = awake.login();
        if (findings.isEmpty()) {
            findings.add(Finding.ok(
                    ABOUT,
                    "Postgres " + login.release() + " at " + login.place() + ", as " + login.user()
                            + (login.stepsDown()
                                    ? ", the owner, who steps down to branchline_service"
                                    : ", who owns nothing")));
        }
        if (!login.guarded()) {
            findings.add(
                    Finding.warn(
                            ABOUT,
                            "answers and names cross the network to " + login.place()
                                    + " unencrypted: add sslmode=verify-full to DATABASE_URL, or keep that network to yourself."));
        }
        if (login.connections() < DatabaseConfig.USUAL_CONNECTIONS) {
            findings.add(Finding.warn(
                    ABOUT,
                    "the server gives out " + login.connections() + " connections, and a replica" + " takes up to "
                            + DatabaseConfig.USUAL_CONNECTIONS + ": raise max_connections."));
        }
        findings.addAll(schema(awake.schema(), login));
        findings.addAll(key(awake.key()));
        return findings;
    }

    private static List<Finding> failures(List<StartProblem> problems) {
        return problems.stream()
                .map(problem -> Finding.fail(ABOUT, problem.line()))
                .toList();
    }

    private static List<Finding> schema(Schema schema, Survey.Login login) {
        String count = schema.applied() + " of " + schema.packaged() + " migrations";
        if (schema.edited().isPresent()) {
            return List.of(
                    Finding.fail(
                            SCHEMA,
                            schema.edited().get() + " was applied to " + login.place()
                                    + " with another text than this program has: run the release that migrated it, or a newer one."));
        }
        if (!schema.current()) {
            // Told as a failure of the database where the login may not migrate.
            return List.of(Finding.warn(
                    SCHEMA,
                    count
                            + (login.migrates()
                                    ? ": the next start brings it up to date."
                                    : ": somebody who may migrate brings it up to date.")));
        }
        return List.of(
                schema.later() == 0
                        ? Finding.ok(SCHEMA, count + ", as this program brings them")
                        : Finding.warn(
                                SCHEMA,
                                count + " and " + schema.later() + " of a newer release: this program is"
                                        + " older than the schema. It works on it; update it soon."));
    }

    private static List<Finding> key(Survey.Key key) {
        if (key.refusal().isPresent()) {
            return List.of(Finding.fail(KEY, key.refusal().get().line()));
        }
        if (key.met()) {
            return List.of(
                    key.given()
                            ? Finding.ok(KEY, "it is the one this database was encrypted with")
                            : Finding.fail(
                                    KEY,
                                    "there is none to read what this database encrypted: set DATA_KEY (or"
                                            + " restore data.key in DATA_DIR) to the key used before."));
        }
        return key.given() ? List.of(Finding.ok(KEY, "the database has met none yet and keeps the first")) : List.of();
    }
}
