package org.branchline.intake.door;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.function.Function;
import org.branchline.database.Outages;
import org.branchline.database.trace.Step;
import org.branchline.database.trace.Traces;
import org.branchline.intake.Arrival;
import org.branchline.intake.Deciding;
import org.branchline.intake.Receipt;
import org.branchline.intake.Turns;
import org.branchline.intake.What;
import org.branchline.roster.Bot;

/** Takes updates in: each becomes one turn, is known already, or is put aside. */
@Singleton
class Intake implements Door {

    private final Turns turns;
    private final Deciding deciding;
    private final Failures failures;
    private final Parking parking;
    private final Floods floods;
    private final Traces traces;
    private final DoorWitness witness;

    Intake(
            Turns turns,
            Deciding deciding,
            Failures failures,
            Parking parking,
            Floods floods,
            Traces traces,
            DoorWitness witness) {
        this.turns = turns;
        this.deciding = deciding;
        this.failures = failures;
        this.parking = parking;
        this.floods = floods;
        this.traces = traces;
        this.witness = witness;
    }

    @Override
    public Uni<Receipt> take(Arrival arrival) {
        return traced(arrival, "webhook", this::turn);
    }

    @Override
    public Uni<Receipt> takePolled(Arrival arrival) {
        return traced(arrival, "polling", parking::take);
    }

    @Override
    public void rereads(Bot bot, Rereading rereading) {
        parking.rereads(bot, rereading);
    }

    private Uni<Receipt> traced(Arrival arrival, String way, Function<Arrival, Uni<Receipt>> handling) {
        if (!traces.on()) {
            return unlessTooMuch(arrival, handling);
        }
        Step step = traces.begin("update")
                .with("bot", arrival.bot().id())
                .with("update", arrival.update())
                .with("kind", arrival.kind())
                .with("way", way);
        return unlessTooMuch(arrival.in(step), handling)
                .onItem()
                .invoke(taken -> step.end("taken"))
                .onFailure()
                .invoke(step::fail);
    }

    private Uni<Receipt> unlessTooMuch(Arrival arrival, Function<Arrival, Uni<Receipt>> handling) {
        if (arrival.what() instanceof What.Nothing || arrival.chat() == 0) {
            return noted(DoorWitness.Answer.TAKEN, Uni.createFrom().item(Receipt.SILENT));
        }
        return switch (floods.judge(arrival.bot(), arrival.chat())) {
            case FINE ->
                noted(
                        DoorWitness.Answer.TAKEN,
                        handling.apply(arrival)
                                .onFailure()
                                .invoke(() -> floods.takeBack(arrival.bot(), arrival.chat(), Floods.Judgement.FINE)));
            case TELL_ONCE ->
                noted(
                        DoorWitness.Answer.FLOODED,
                        turns.of(arrival, deciding::tooMuch)
                                .onFailure(Outages::outage)
                                .invoke(() ->
                                        floods.takeBack(arrival.bot(), arrival.chat(), Floods.Judgement.TELL_ONCE)));
            case TOO_MUCH -> noted(DoorWitness.Answer.FLOODED, Uni.createFrom().item(Receipt.SILENT));
        };
    }

    private Uni<Receipt> noted(DoorWitness.Answer answer, Uni<Receipt> taking) {
        return taking.invoke(() -> witness.answered(answer))
                .onFailure()
                .invoke(() -> witness.answered(DoorWitness.Answer.AGAIN));
    }

    private Uni<Receipt> turn(Arrival arrival) {
        return turns.of(arrival, exchange -> deciding.decide(exchange, arrival))
                .onFailure()
                .recoverWithUni(cause -> failures.of(arrival, cause));
    }
}
