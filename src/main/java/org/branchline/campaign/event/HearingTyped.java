package org.branchline.campaign.event;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.util.stream.Collectors;
import org.branchline.intake.Exchange;
import org.branchline.intake.Expecting;

/** Hears what somebody was asked to type of a shift, and brings it to whoever asked. */
@Singleton
class HearingTyped implements Expecting {

    private final Instance<TypedOfShift> typed;

    HearingTyped(Instance<TypedOfShift> typed) {
        this.typed = typed;
    }

    /** Before what is written at leisure: this was asked for just now. */
    @Override
    public int turn() {
        return 0;
    }

    /** Whoever does something else meanwhile does not mean the shift with what they type next. */
    @Override
    public void elsewhere(Exchange exchange, String command) {
        if (exchange.scene().member() != null) {
            Typing.dropAllBut(
                    exchange,
                    typed.stream()
                            .filter(each -> each.command().equals(command))
                            .flatMap(each -> each.asks().stream())
                            .collect(Collectors.toSet()));
        }
    }

    @Override
    public Uni<Boolean> cancelled(Exchange exchange) {
        return Typing.find(exchange).map(found -> {
            found.ifPresent(asked -> {
                Typing.drop(exchange);
                exchange.say(asker(asked.what()).stopped(exchange));
            });
            return found.isPresent();
        });
    }

    @Override
    public Uni<Boolean> heard(Exchange exchange, String text) {
        return Typing.find(exchange).chain(found -> found.map(asked ->
                        asker(asked.what()).heard(exchange, asked, text).replaceWith(true))
                .orElseGet(() -> Uni.createFrom().item(false)));
    }

    private TypedOfShift asker(Typing.Awaited what) {
        return typed.stream()
                .filter(each -> each.asks().contains(what))
                .findFirst()
                .orElseThrow();
    }
}
