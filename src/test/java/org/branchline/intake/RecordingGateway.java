package org.branchline.intake;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Alternative;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.branchline.conversation.Outgoing;
import org.branchline.delivery.Gateway;
import org.branchline.delivery.Outcome;
import org.branchline.roster.Bot;

/** Takes every message and remembers it; a file is {@code given} from then on, but for one named {@link #SPOILT}. */
@Alternative
@Singleton
public class RecordingGateway implements Gateway {

    /** Name of a file, and the platform's name of one, that it does not take. */
    public static final String SPOILT = "spoilt";

    private static final Outcome REFUSED =
            new Outcome.Refused(Outcome.Refused.Reason.FILE, "400: wrong file identifier/HTTP URL specified");

    /** How many paid messages can still be paid for. */
    private final AtomicInteger paidLeft = new AtomicInteger();

    private final Set<Long> cut = ConcurrentHashMap.newKeySet();

    private final Map<Long, List<Outgoing>> byChat = new ConcurrentHashMap<>();

    @Override
    public Uni<Outcome> send(Bot bot, long chat, Outgoing outgoing) {
        List<Outgoing> all = to(chat);
        all.add(outgoing);
        if (cut.remove(chat)) {
            return Uni.createFrom().item(new Outcome.Doubtful("CUT"));
        }
        if (outgoing instanceof Outgoing.File file) {
            return Uni.createFrom()
                    .item(file.name().equals(SPOILT) ? REFUSED : new Outcome.Sent(1_000L + all.size(), "given"));
        }
        if (outgoing instanceof Outgoing.Stored stored
                && stored.attached().file().equals(SPOILT)) {
            return Uni.createFrom().item(REFUSED);
        }
        return Uni.createFrom().item(new Outcome.Sent(1_000L + all.size()));
    }

    @Override
    public Uni<Outcome> sendPaid(Bot bot, long chat, Outgoing outgoing) {
        return paidLeft.getAndUpdate(left -> Math.max(0, left - 1)) > 0
                ? send(bot, chat, outgoing)
                : Uni.createFrom().item(new Outcome.Unpaid("400: BALANCE_TOO_LOW"));
    }

    /** From now on so many messages can be paid for. */
    public void pays(int messages) {
        paidLeft.set(messages);
    }

    /** For how many more it would do. */
    public int paysStill() {
        return paidLeft.get();
    }

    /** The connection is cut once the next message to this chat has arrived. */
    public void cutAtNext(long chat) {
        cut.add(chat);
    }

    @Override
    public void acknowledge(Bot bot, String press, String text) {
        // A toast is gone as soon as it is read.
    }

    /** What a chat got so far, in order. */
    public List<Outgoing> to(long chat) {
        return byChat.computeIfAbsent(chat, fresh -> new CopyOnWriteArrayList<>());
    }
}
