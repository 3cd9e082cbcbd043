package org.branchline.campaign.report;

import io.smallrye.mutiny.Uni;
import java.util.List;
import org.branchline.database.Reads;

/** A part of the committee's report, by whichever room knows of it. Counts only: no names, nothing of special answers. */
public interface Chapter {

    /** Where it stands among the others, the least first. */
    int place();

    /** What there is to say of a month, in the reader's language; each statement may be in a transaction of its own. */
    Uni<Told> tell(Reads database, Part part);

    /**
     * What it says.
     *
     * @param sentences for the summary at the top
     * @param columns side by side in the table, possibly none
     */
    record Told(List<String> sentences, List<Column> columns) {
        public Told {
            sentences = List.copyOf(sentences);
            columns = List.copyOf(columns);
        }
    }
}
