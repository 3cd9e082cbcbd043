package org.branchline.campaign.deadline.handing;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import org.branchline.conversation.Keyboard;
import org.branchline.intake.Exchange;
import org.branchline.intake.Expecting;

/** Hears why a captain declines, and what the part is that they pass on, where they were asked. */
@Singleton
class Hearing implements Expecting {

    /** Characters of a part. */
    private static final int LONGEST_PART = 1_500;

    @Override
    public Uni<Boolean> cancelled(Exchange exchange) {
        return Passings.find(exchange)
                .chain(found -> found.isEmpty() ? Uni.createFrom().item(false) : Passings.drop(exchange))
                .invoke(dropped -> {
                    if (dropped) {
                        exchange.say(Handing.SPEECH.say(exchange, "stopped"));
                    }
                });
    }

    @Override
    public Uni<Boolean> heard(Exchange exchange, String written) {
        String text = written.strip();
        return Declining.awaited(exchange).chain(handed -> handed.map(one -> {
                    if (text.length() > Declining.LONGEST) {
                        tooLong(exchange, Declining.LONGEST);
                        return Uni.createFrom().item(true);
                    }
                    return Declining.said(exchange, one, text).replaceWith(true);
                })
                .orElseGet(() -> part(exchange, text)));
    }

    private static Uni<Boolean> part(Exchange exchange, String text) {
        return Passings.find(exchange).chain(found -> {
            Passing passing = found.filter(Passing::awaited).orElse(null);
            if (passing == null) {
                return Uni.createFrom().item(false);
            }
            return PassingOn.theirs(exchange, passing.deadline()).chain(handed -> {
                if (handed.isEmpty()) {
                    return Passings.drop(exchange).replaceWith(false);
                }
                if (text.length() > LONGEST_PART) {
                    tooLong(exchange, LONGEST_PART);
                    return Uni.createFrom().item(true);
                }
                return Settling.preview(exchange, handed.get(), PassingOn.saved(exchange, passing.of(text)))
                        .replaceWith(true);
            });
        });
    }

    private static void tooLong(Exchange exchange, int most) {
        exchange.say(Handing.SPEECH.say(exchange, "too_long", "most", "" + most), Keyboard.NONE);
    }
}
