package org.branchline.telegram.sending;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.branchline.conversation.Outgoing;
import org.branchline.delivery.Gateway;
import org.branchline.delivery.Outcome;
import org.branchline.roster.Bot;
import org.branchline.telegram.BotApi;
import org.branchline.telegram.Bots;
import org.branchline.telegram.Reply;
import org.branchline.telegram.WholeText;
import org.jboss.logging.Logger;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;

/** Sends through the Bot API. */
@Singleton
public class TelegramGateway implements Gateway {

    private static final Logger LOG = Logger.getLogger(TelegramGateway.class);

    /** 20 MB at 6 Mbit/s. */
    private static final Duration UPLOAD_PATIENCE = Duration.ofSeconds(30);

    /**
     * Bytes of what a reply carries, such as {@code /mydata}: it gets no more time than any request, after which the outbox
     * takes it for over and may send it again.
     */
    private static final int SMALL = 1 << 20;

    private final BotApi api;
    private final Bots bots;

    public TelegramGateway(BotApi api, Bots bots) {
        this.api = api;
        this.bots = bots;
    }

    @Override
    public Uni<Outcome> send(Bot bot, long chat, Outgoing outgoing) {
        return send(bot, chat, outgoing, false);
    }

    @Override
    public Uni<Outcome> sendPaid(Bot bot, long chat, Outgoing outgoing) {
        return send(bot, chat, outgoing, true);
    }

    private Uni<Outcome> send(Bot bot, long chat, Outgoing outgoing, boolean paid) {
        return bots.find(bot.id())
                .map(known -> send(known, chat, outgoing, paid))
                .orElseGet(() -> Uni.createFrom().item(new Outcome.BotGone("No token was given for bot " + bot.id())));
    }

    private Uni<Outcome> send(Bots.Known bot, long chat, Outgoing outgoing, boolean paid) {
        try {
            return outgoing.of(new Sending(bot, new Requests(bot.buttons(), chat, paid)));
        } catch (IllegalArgumentException | ArithmeticException e) {
            // What cannot be put into a request will never arrive; the queue behind it goes on.
            return Uni.createFrom()
                    .item(new Outcome.Refused(Outcome.Refused.Reason.MALFORMED, String.valueOf(e.getMessage())));
        }
    }

    /** Each kind as the Bot API's method. */
    private final class Sending implements Outgoing.Cases<Uni<Outcome>> {

        private final Bots.Known bot;
        private final Requests requests;

        Sending(Bots.Known bot, Requests requests) {
            this.bot = bot;
            this.requests = requests;
        }

        @Override
        public Uni<Outcome> say(Outgoing.Say say) {
            return outcome(api.call(bot.token(), requests.message(say)), 0);
        }

        @Override
        public Uni<Outcome> edit(Outgoing.Edit edit) {
            return outcome(api.call(bot.token(), requests.edit(edit)), edit.message());
        }

        @Override
        public Uni<Outcome> rebutton(Outgoing.Rebutton rebutton) {
            return outcome(api.call(bot.token(), requests.rebutton(rebutton)), rebutton.message());
        }

        @Override
        public Uni<Outcome> acknowledge(Outgoing.Acknowledge acknowledge) {
            throw new IllegalArgumentException("A press is answered by its own id, not sent to a chat");
        }

        @Override
        public Uni<Outcome> file(Outgoing.File file) {
            return outcome(
                    api.upload(
                            bot.token(),
                            Requests.method(file.picture()),
                            requests.form(file),
                            file.content().length <= SMALL ? BotApi.PATIENCE : UPLOAD_PATIENCE),
                    0);
        }

        @Override
        public Uni<Outcome> stored(Outgoing.Stored stored) {
            return outcome(
                    api.upload(
                            bot.token(),
                            Requests.method(stored.attached().picture()),
                            requests.form(stored),
                            BotApi.PATIENCE),
                    0);
        }
    }

    private static Uni<Outcome> outcome(Uni<Reply> reply, long message) {
        return reply.map(came -> Outcomes.of(came, message));
    }

    @Override
    public void acknowledge(Bot bot, String press, String text) {
        bots.find(bot.id()).ifPresent(known -> api.call(known.token(), answer(press, text))
                .subscribe()
                .with(reply -> LOG.debugf("bot=%d a press is answered: %s", bot.id(), reply.summary())));
    }

    private static AnswerCallbackQuery answer(String press, String text) {
        AnswerCallbackQuery answer = new AnswerCallbackQuery(press);
        if (!text.isEmpty()) {
            answer.setText(WholeText.of(text));
        }
        return answer;
    }
}
