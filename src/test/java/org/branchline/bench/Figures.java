package org.branchline.bench;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** The figures of one benchmark: a line each as they come, and a file of JSON at the end. */
final class Figures implements AutoCloseable {

    private final String name;
    private final JsonObject all = new JsonObject();

    Figures(String name) {
        this.name = name;
    }

    /** Prints a figure beside its goal. */
    void print(String figure, double value, String goal) {
        String number = value >= 1_000 ? Long.toString(Math.round(value)) : String.format(Locale.ROOT, "%.3f", value);
        all.put(figure, Double.valueOf(number));
        System.out.printf(Locale.ROOT, "bench %s: %s=%s%s%n", name, figure, number, goal.isEmpty() ? "" : " " + goal);
    }

    void print(String figure, double value) {
        print(figure, value, "");
    }

    /** Measures turns for {@link BenchRun#SECONDS} and prints what they cost. */
    Tally turns(Stage stage, ServiceProcess service, Crowd crowd) {
        long own = ProcessHandle.current().pid();
        double serviceBefore = service.cpuMillis();
        double postgresBefore = stage.postgresCpuMillis();
        double ownBefore = Proc.cpuMillis(own);
        Tally tally = crowd.count(BenchRun.SECONDS);
        double serviceCpu = service.cpuMillis() - serviceBefore;
        double postgresCpu = stage.postgresCpuMillis() - postgresBefore;
        double ownCpu = Proc.cpuMillis(own) - ownBefore;
        crowd.rest();
        crowd.count(1);
        print("turns_per_second", tally.turns / tally.seconds());
        print("p50_ms", tally.percentile(0.5));
        print("p99_ms", tally.percentile(0.99));
        print("service_cpu_ms_per_turn", serviceCpu / tally.turns, "goal<=0.28");
        print("postgres_cpu_ms_per_turn", postgresCpu / tally.turns);
        print("driver_cpu_ms_per_turn", ownCpu / tally.turns);
        print("requests_per_turn", (double) tally.requests / tally.turns, "goal<=1.7");
        print("refused", tally.refused, "goal=0");
        return tally;
    }

    double of(String figure) {
        return all.getDouble(figure);
    }

    @Override
    public void close() {
        try {
            Path folder = Files.createDirectories(Path.of("target/bench"));
            Files.writeString(folder.resolve(name + ".json"), all.encodePrettily() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
