package org.branchline.campaign.broadcast.composing;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import org.branchline.campaign.broadcast.Price;
import org.branchline.conversation.Button;
import org.branchline.delivery.DeliveryConfig;
import org.branchline.intake.Exchange;
import org.branchline.intake.Speech;

/** What it takes to send faster than for free: told, and offered, only where it makes a difference. */
@Singleton
class Paying {

    private static final Speech SPEECH = Reach.SPEECH;

    private final DeliveryConfig delivery;

    Paying(DeliveryConfig delivery) {
        this.delivery = delivery;
    }

    /**
     * How it can be sent.
     *
     * @param told the time and the cost, both ways
     * @param other the button that changes it
     */
    record Ways(String told, Button other) {}

    /** Empty where it is soon through for free, and is not paid for. */
    Optional<Ways> ways(Exchange exchange, Composition composition, int members) {
        Price price = price(members);
        if (members == 0 || (!price.worthwhile() && !composition.paid())) {
            return Optional.empty();
        }
        String told = SPEECH.say(
                exchange,
                composition.paid() ? "pace.paid" : "pace.free",
                "free",
                time(exchange, price.free()),
                "paid",
                time(exchange, price.paid()),
                "stars",
                Integer.toString(price.stars()));
        Buttons buttons = new Buttons(exchange, composition.id());
        return Optional.of(
                new Ways(told, composition.paid() ? buttons.of("for_free", "y", "0") : buttons.of("pay", "y", "1")));
    }

    /** What is to be read beside the number that is typed; empty where nothing is paid. */
    String confirmed(Exchange exchange, Composition composition, int members) {
        return composition.paid()
                ? "\n"
                        + SPEECH.say(
                                exchange,
                                "confirm.paid",
                                "stars",
                                Integer.toString(price(members).stars()))
                : "";
    }

    private Price price(int members) {
        return new Price(members, delivery.sendRate(), delivery.paidRate());
    }

    private static String time(Exchange exchange, Duration time) {
        return time.compareTo(Duration.ofSeconds(90)) < 0
                ? SPEECH.count(exchange, "time.seconds", (int) Math.max(1, time.toSeconds()))
                : SPEECH.count(exchange, "time.minutes", (int) Math.ceil(time.toSeconds() / 60.0));
    }
}
