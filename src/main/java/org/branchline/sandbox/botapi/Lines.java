package org.branchline.sandbox.botapi;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import org.branchline.sandbox.chat.Bot;
import org.branchline.sandbox.chat.UpdateSink;
import org.branchline.sandbox.chat.World;
import org.branchline.sandbox.updates.Courier;
import org.branchline.sandbox.updates.Delivery;
import org.branchline.sandbox.updates.Polling;
import org.branchline.sandbox.updates.RetrySchedule;
import org.branchline.sandbox.updates.Update;
import org.branchline.sandbox.updates.WebhookDelivery;

/** Every bot's line; what a webhook answers with a method in it is carried out here. */
final class Lines implements UpdateSink {

    /** Carries out the method a webhook's answer named; nobody learns of the result. */
    interface Replies {
        void carryOut(Bot bot, String body);
    }

    private final World world;
    private final Courier courier;
    private final RandomGenerator random;
    private final Settings settings;
    private final Statistics statistics;
    private final Replies replies;
    private final Map<Long, Line> lines = new HashMap<>();

    Lines(
            World world,
            Courier courier,
            RandomGenerator random,
            Settings settings,
            Statistics statistics,
            Replies replies) {
        this.world = world;
        this.courier = courier;
        this.random = random;
        this.settings = settings;
        this.statistics = statistics;
        this.replies = replies;
    }

    Line of(Bot bot) {
        Line line = lines.get(bot.id());
        if (line == null) {
            line = open(bot);
            lines.put(bot.id(), line);
            line.webhook.set(bot.webhook());
        }
        return line;
    }

    @Override
    public void arrived(Bot bot, Update update) {
        Line line = of(bot);
        line.webhook.arrived(update.queue());
        line.polling.arrived();
    }

    void pauseEnded() {
        List.copyOf(lines.values()).forEach(line -> {
            line.webhook.pump();
            line.polling.arrived();
        });
    }

    /** Delivers an update once more, whatever became of it. */
    void again(Bot bot, Update update) {
        statistics.repeated();
        Line line = of(bot);
        if (bot.webhook() == null) {
            line.polling.repeat(update);
        } else {
            bot.pending().addFirst(update.again());
            line.webhook.arrived(update.queue());
        }
    }

    /** A taken update may be delivered again by the fault; only by polling, where nobody else asks. */
    private void taken(Bot bot, Update update) {
        world.gone(bot, update);
        if (bot.webhook() == null && !update.repeated() && repeats()) {
            statistics.repeated();
            of(bot).polling.repeat(update);
        }
    }

    private boolean repeats() {
        double percent = settings.faults().duplicate();
        return percent > 0 && random.nextDouble(100) < percent;
    }

    private Line open(Bot bot) {
        Polling polling = new Polling(
                bot.pending(), world.ticker(), () -> settings.faults().pause(), update -> taken(bot, update));
        WebhookDelivery webhook = new WebhookDelivery(
                bot.pending(),
                courier,
                new RetrySchedule(random),
                world.ticker(),
                () -> settings.faults().pause(),
                new Watch(bot));
        return new Line(polling, webhook);
    }

    private final class Watch implements WebhookDelivery.Observer {

        private final Bot bot;

        Watch(Bot bot) {
            this.bot = bot;
        }

        @Override
        public void answered(Update update, Delivery delivery) {
            if (delivery instanceof Delivery.Accepted accepted) {
                statistics.delivery(Integer.toString(accepted.status()));
                if (!accepted.body().isBlank()) {
                    replies.carryOut(bot, accepted.body());
                }
            } else if (delivery instanceof Delivery.Refused refused) {
                statistics.delivery(refused.status() == 0 ? "no answer" : Integer.toString(refused.status()));
                Line line = of(bot);
                line.lastErrorAt = world.clock().seconds();
                line.lastError = refused.reason();
            }
        }

        @Override
        public void gone(Update update) {
            world.gone(bot, update);
        }

        @Override
        public boolean repeats(Update update) {
            boolean repeats = Lines.this.repeats();
            if (repeats) {
                statistics.repeated();
            }
            return repeats;
        }
    }
}
