package org.branchline.playbooks;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.branchline.conversation.playbook.Playbook;
import org.branchline.database.OrganisationId;
import org.branchline.playbooks.reading.FileReport;

/** The versions used most lately, compiled. */
final class Compiled {

    /** A compiled playbook of ten questions takes well under 100 KiB. */
    private static final int KEPT = 128;

    private static final float LOAD = 0.75f;

    private final PlaybookReader reader = PlaybookReader.ofChecked();
    private final Map<Name, Playbook> byName = Collections.synchronizedMap(new Lately());
    private final Map<Name, Uni<Playbook>> underway = new ConcurrentHashMap<>();

    record Name(OrganisationId organisation, String playbook, String version) {}

    Optional<Playbook> get(Name name) {
        return Optional.ofNullable(byName.get(name));
    }

    /**
     * Compiles a stored text on a worker thread: the first one takes a second, far too long for an event loop. Whoever asks
     * meanwhile waits for the same.
     *
     * @return comes on any thread; fails with {@link IllegalStateException} where the text cannot be read
     */
    Uni<Playbook> compile(Name name, String source) {
        return underway.computeIfAbsent(name, begun -> Uni.createFrom()
                .item(() -> read(name, source))
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
                .onTermination()
                .invoke(() -> underway.remove(name))
                .memoize()
                .indefinitely());
    }

    private Playbook read(Name name, String source) {
        FileReport report = new FileReport(name.playbook());
        Playbook playbook = reader.read(source.getBytes(StandardCharsets.UTF_8), report)
                .orElseThrow(() -> new IllegalStateException(
                        "The stored version " + name.version() + " cannot be read: " + report.problems()));
        byName.put(name, playbook);
        return playbook;
    }

    private static final class Lately extends LinkedHashMap<Name, Playbook> {
        Lately() {
            super(KEPT, LOAD, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<Name, Playbook> eldest) {
            return size() > KEPT;
        }
    }
}
