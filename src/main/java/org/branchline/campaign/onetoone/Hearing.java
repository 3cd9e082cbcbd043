package org.branchline.campaign.onetoone;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.branchline.intake.Exchange;
import org.branchline.intake.Expecting;

/** Hears whom somebody met, when, what they note and when they get back, where they were asked. */
@Singleton
class Hearing implements Expecting {

    private final OneToOnes all;
    private final Logging logging;
    private final GettingBack back;

    Hearing(OneToOnes all, Logging logging, GettingBack back) {
        this.all = all;
        this.logging = logging;
        this.back = back;
    }

    /** Before what is written at leisure: this was asked for just now. */
    @Override
    public int turn() {
        return 0;
    }

    /** Whoever does something else meanwhile does not mean whom they met with what they type next. */
    @Override
    public void elsewhere(Exchange exchange, String command) {
        if (exchange.scene().member() != null) {
            Typing.drop(exchange);
        }
    }

    @Override
    public Uni<Boolean> cancelled(Exchange exchange) {
        return Typing.find(exchange).map(found -> {
            if (found.isPresent()) {
                Typing.drop(exchange);
                all.dropBegun(exchange);
                exchange.say(Saying.SPEECH.say(exchange, "stopped"));
            }
            return found.isPresent();
        });
    }

    @Override
    public Uni<Boolean> heard(Exchange exchange, String text) {
        return Typing.find(exchange).chain(found -> found.map(asked -> take(exchange, asked, text))
                .orElseGet(() -> Uni.createFrom().item(false)));
    }

    private Uni<Boolean> take(Exchange exchange, Typing.Asked asked, String text) {
        exchange.markSpecial();
        if (asked.about() == 0) {
            return logging.who(exchange, text).replaceWith(true);
        }
        return all.find(exchange, asked.about()).chain(found -> {
            if (found.isEmpty()) {
                Typing.drop(exchange);
                return Uni.createFrom().item(false);
            }
            return take(exchange, found.get(), asked.what(), text).replaceWith(true);
        });
    }

    private Uni<Void> take(Exchange exchange, OneToOne one, Typing.Awaited what, String text) {
        return switch (what) {
            case WHO -> logging.otherWho(exchange, one, text);
            case DAY -> logging.heardDay(exchange, one, text);
            case NOTE, OTHER_NOTE -> logging.note(exchange, one, text, what);
            case BACK -> back.heardDay(exchange, one, text);
        };
    }
}
