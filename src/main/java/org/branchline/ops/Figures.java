package org.branchline.ops;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleSupplier;

/** Registers what {@link Figure} lists and nothing else. Asked twice for the same, it gives the same. */
@Singleton
class Figures {

    private final MeterRegistry registry;

    Figures(MeterRegistry registry) {
        this.registry = registry;
    }

    /** @param values of its labels, in their order */
    Timer times(Figure figure, String... values) {
        return Timer.builder(is(figure, Figure.Kind.TIMES).meter())
                .description(figure.help())
                .serviceLevelObjectives(figure.buckets())
                .tags(tags(figure, values))
                .register(registry);
    }

    /** @param values of its labels, in their order */
    Counter count(Figure figure, String... values) {
        return Counter.builder(is(figure, Figure.Kind.COUNT).meter())
                .description(figure.help())
                .tags(tags(figure, values))
                .register(registry);
    }

    /**
     * @param state asked each time the metrics are read, so it must cost nothing
     * @param values of its labels, in their order
     */
    void state(Figure figure, DoubleSupplier state, String... values) {
        // Else the first to tell would be asked for ever, also after a service that began anew in the same process.
        registry.find(figure.meter()).tags(tags(figure, values)).gauges().forEach(registry::remove);
        Gauge.builder(is(figure, Figure.Kind.STATE).meter(), state::getAsDouble)
                .description(figure.help())
                .tags(tags(figure, values))
                .strongReference(true)
                .register(registry);
    }

    private static Figure is(Figure figure, Figure.Kind kind) {
        if (figure.kind() != kind) {
            throw new IllegalArgumentException(figure + " is no " + kind);
        }
        return figure;
    }

    private static Tags tags(Figure figure, String... values) {
        List<String> labels = figure.labels();
        if (labels.size() != values.length) {
            throw new IllegalArgumentException(figure + " has the labels " + labels);
        }
        List<Tag> tags = new ArrayList<>(values.length);
        for (int i = 0; i < values.length; i++) {
            tags.add(Tag.of(labels.get(i), values[i]));
        }
        return Tags.of(tags);
    }
}
