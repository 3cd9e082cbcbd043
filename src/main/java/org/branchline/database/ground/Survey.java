package org.branchline.database.ground;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.branchline.database.StartProblem;

/** What was found of a Postgres by looking only: nothing was made, started, locked or written. */
public sealed interface Survey {

    /** What one of the three is to somebody; a further one does not compile until everybody handles it. */
    <T> T told(Function<Refused, T> refused, Function<Asleep, T> asleep, Function<Awake, T> awake);

    /** There is none to look at, and the service would not start either. */
    record Refused(StartProblem why) implements Survey {
        @Override
        public <T> T told(Function<Refused, T> refused, Function<Asleep, T> asleep, Function<Awake, T> awake) {
            return refused.apply(this);
        }
    }

    /**
     * The embedded one does not run; it starts with the service.
     *
     * @param place its folder
     * @param made whether there is a database in the folder already
     * @param problems why the service could not start on it
     */
    record Asleep(String place, boolean made, List<StartProblem> problems) implements Survey {
        public Asleep {
            problems = List.copyOf(problems);
        }

        @Override
        public <T> T told(Function<Refused, T> refused, Function<Asleep, T> asleep, Function<Awake, T> awake) {
            return asleep.apply(this);
        }
    }

    /**
     * It answers.
     *
     * @param login where and as whom
     * @param schema how far its migrations are
     * @param key what its data is encrypted with
     * @param ahead how far this machine's clock is before its own, negative behind, within the time that asking took
     * @param refusals why the service does not start on it, the schema and the key aside
     */
    record Awake(Login login, Schema schema, Key key, Duration ahead, List<StartProblem> refusals) implements Survey {
        public Awake {
            refusals = List.copyOf(refusals);
        }

        @Override
        public <T> T told(Function<Refused, T> refused, Function<Asleep, T> asleep, Function<Awake, T> awake) {
            return awake.apply(this);
        }
    }

    /**
     * A connection as the service makes it.
     *
     * @param place host, port and database
     * @param release of the server, for example {@code 18.6}
     * @param migrates whether the login is the owner's, which brings the schema up to date by itself
     * @param stepsDown whether the service acts as the group on such a login
     * @param guarded whether the connection is encrypted or does not leave the machine
     * @param connections how many the server gives to ordinary roles
     */
    record Login(
            String place,
            String user,
            String release,
            boolean migrates,
            boolean stepsDown,
            boolean guarded,
            int connections) {}

    /**
     * The key this process would use, beside the database.
     *
     * @param met whether the database keeps the mark of a key
     * @param given whether there is a key to compare
     * @param refusal why it does not fit
     */
    record Key(boolean met, boolean given, Optional<StartProblem> refusal) {}
}
