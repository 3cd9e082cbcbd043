package org.branchline.intake;

import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.branchline.roster.Bot;

/** Lets the turns of one chat follow one another before any of them takes a connection. */
@Singleton
public class ChatQueues {

    private record Key(long bot, long chat) {}

    private final ConcurrentHashMap<Key, CompletableFuture<?>> tails = new ConcurrentHashMap<>();

    /** Runs {@code turn} after all turns of this chat that came before, whatever became of them. */
    public <T> Uni<T> inOrder(Bot bot, long chat, Supplier<Uni<T>> turn) {
        Key key = new Key(bot.id(), chat);
        return Uni.createFrom().emitter(emitter -> {
            CompletableFuture<Void> done = new CompletableFuture<>();
            CompletableFuture<?> before = tails.put(key, done);
            // Deferred, so that a turn which throws ends too, and does not hold the chat.
            Runnable run = () -> Uni.createFrom()
                    .deferred(() -> turn.get())
                    .onTermination()
                    .invoke(() -> {
                        tails.remove(key, done);
                        done.complete(null);
                    })
                    .subscribe()
                    .with(emitter::complete, emitter::fail);
            if (before == null) {
                run.run();
            } else {
                CompletableFuture<?> unused = before.thenRun(run);
            }
        });
    }

    /** How many chats have a turn under way. */
    int size() {
        return tails.size();
    }
}
