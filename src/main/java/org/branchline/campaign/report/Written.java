package org.branchline.campaign.report;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import org.branchline.database.Reads;

/** Writes the report: as a page, and the same page on paper. */
@Singleton
class Written {

    private final List<Chapter> chapters;

    Written(Instance<Chapter> chapters) {
        this.chapters = chapters.stream()
                .sorted(Comparator.comparingInt(Chapter::place))
                .toList();
    }

    /** The two files' contents. */
    @SuppressWarnings("ArrayRecordComponent") // handed to the wire as they are, never compared
    record Both(byte[] page, byte[] pdf) {}

    Uni<Both> of(Reads database, Part part) {
        return Multi.createFrom()
                .iterable(chapters)
                .onItem()
                .transformToUniAndConcatenate(chapter -> chapter.tell(database, part))
                .collect()
                .asList()
                // Too long for the thread that serves the database.
                .emitOn(Infrastructure.getDefaultWorkerPool())
                .map(told -> {
                    String page = ReportText.page(part, told).render();
                    return new Both(page.getBytes(StandardCharsets.UTF_8), Pdf.of(page));
                });
    }
}
