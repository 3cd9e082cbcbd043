package org.branchline.intake.waiting;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;
import org.branchline.conversation.engine.Cards;
import org.branchline.intake.Command;
import org.branchline.intake.Exchange;
import org.branchline.intake.Speech;

/** The buttons under a run that waits. */
abstract class WaitingAnswer implements Command {

    private static final Pattern RUN = Pattern.compile("\\d{1,18}");
    private static final Speech SPEECH = Speech.of("intake");

    private final String name;

    private WaitingAnswer(String name) {
        this.name = name;
    }

    abstract Uni<Void> pressed(Exchange exchange, long run);

    @Override
    public String name() {
        return name;
    }

    @Override
    public Uni<Void> run(Exchange exchange, String argument) {
        return RUN.matcher(argument).matches()
                ? pressed(exchange, Long.parseLong(argument))
                : Uni.createFrom().voidItem();
    }

    /** Begins it. */
    @Singleton
    static class Now extends WaitingAnswer {

        private final WaitingRuns waiting;

        Now(WaitingRuns waiting) {
            super(Cards.NOW);
            this.waiting = waiting;
        }

        @Override
        Uni<Void> pressed(Exchange exchange, long run) {
            return waiting.now(exchange, run);
        }
    }

    /** Asks again tomorrow. */
    @Singleton
    static class Later extends WaitingAnswer {

        private final WaitingRuns waiting;

        Later(WaitingRuns waiting) {
            super(Cards.LATER);
            this.waiting = waiting;
        }

        @Override
        Uni<Void> pressed(Exchange exchange, long run) {
            waiting.putOff(exchange, run, Tomorrow.after(exchange));
            exchange.say(SPEECH.say(exchange, "later"));
            return Uni.createFrom().voidItem();
        }
    }

    /** Never asks by itself; {@code /start} still shows it. */
    @Singleton
    static class Looking extends WaitingAnswer {

        private final WaitingRuns waiting;

        Looking(WaitingRuns waiting) {
            super(Cards.LOOKING);
            this.waiting = waiting;
        }

        @Override
        Uni<Void> pressed(Exchange exchange, long run) {
            waiting.putOff(exchange, run, null);
            exchange.say(SPEECH.say(exchange, "looking"));
            return Uni.createFrom().voidItem();
        }
    }
}
